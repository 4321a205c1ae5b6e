package dev.shoal.qc;

import dev.shoal.qc.argo.ArgoFlag;
import dev.shoal.qc.argo.ArgoTest;
import dev.shoal.qc.argo.BbpCheck;
import dev.shoal.qc.argo.Cast;
import dev.shoal.qc.argo.DeepestPressureCheck;
import dev.shoal.qc.argo.Density;
import dev.shoal.qc.argo.DepthLimit;
import dev.shoal.qc.argo.Excess;
import dev.shoal.qc.argo.FrozenProfileCheck;
import dev.shoal.qc.argo.GlobalRangeCheck;
import dev.shoal.qc.argo.GreyList;
import dev.shoal.qc.argo.Medd;
import dev.shoal.qc.argo.MeddLimits;
import dev.shoal.qc.argo.PressureOrder;
import dev.shoal.qc.argo.Range;
import dev.shoal.qc.argo.RegionalRangeCheck;
import dev.shoal.qc.argo.Rollover;
import dev.shoal.qc.argo.Sea;
import dev.shoal.qc.argo.Slabs;
import dev.shoal.qc.argo.StuckValueCheck;
import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntPredicate;

/**
 * How the kinds of {@link ArgoSeriesTest} judge a series: the functions of {@link dev.shoal.qc.argo} over its arrays.
 */
final class ArgoJudges {

    private static final String SHALLOW = "shallow";
    private static final String DEEP = "deep";
    private static final String BOUNDARY = "boundary";
    private static final String LIMIT = "limit";
    private static final String PARAMETER = "parameter";

    private ArgoJudges() {}

    /** Refuses parameters that cannot be right, whatever the samples. */
    static void refuse(ArgoKind kind, ArgoSettings settings) {
        if (kind.isInOrder()) {
            ArgoRealTime.refuse(settings);
        } else if (kind.argo() == ArgoTest.GLOBAL_RANGE) {
            range(GlobalRangeCheck.MANUAL.ranges(), settings.word(PARAMETER));
        } else if (kind.argo() == ArgoTest.REGIONAL_RANGE) {
            RegionalRangeCheck.MANUAL.seas().forEach(sea -> range(sea.ranges(), settings.word(PARAMETER)));
        }
        settings.numbers().forEach((name, number) -> {
            if (Double.isNaN(number)) {
                throw new IllegalArgumentException("Cannot make the test " + kind.test() + ": found " + number + " as "
                        + name + ", expected a number.");
            }
        });
    }

    static byte[] pressureReversal(ArgoSamples samples, ArgoSettings settings) {
        BitSet known = samples.known();
        int[] places = known.stream().toArray();
        double[] values = samples.values();
        double[] pressure = Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
        BitSet turned = settings.word("start").equals("end")
                ? PressureOrder.reversalsFromEnd(pressure, settings.number("reversal"))
                : PressureOrder.reversalsFromMiddle(pressure, settings.number("reversal"));
        BitSet found = new BitSet();
        turned.stream().forEach(i -> found.set(places[i]));
        return samples.flags(known, found, QcFlag.FAIL);
    }

    static byte[] spike(ArgoSamples samples, ArgoSettings settings) {
        BitSet known = samples.known(Role.PRESSURE);
        BitSet spikes = Excess.spikes(samples.values(), samples.beside(Role.PRESSURE), known, limit(settings));
        return samples.flags(Excess.judged(known, samples.size(), 1), spikes, QcFlag.FAIL);
    }

    static byte[] gradient(ArgoSamples samples, ArgoSettings settings) {
        BitSet known = samples.known(Role.PRESSURE);
        BitSet steep = Excess.gradients(samples.values(), samples.beside(Role.PRESSURE), known, limit(settings));
        return samples.flags(Excess.judged(known, samples.size(), 1), steep, QcFlag.FAIL);
    }

    private static DepthLimit limit(ArgoSettings settings) {
        return new DepthLimit(settings.number(SHALLOW), settings.number(DEEP), settings.number(BOUNDARY));
    }

    static byte[] medianSpike(ArgoSamples samples, ArgoSettings settings) {
        BitSet known = samples.known();
        BitSet spikes = Excess.medianSpikes(samples.values(), known, settings.number(LIMIT), settings.number("share"));
        return samples.flags(Excess.judged(known, samples.size(), 2), spikes, QcFlag.FAIL);
    }

    static byte[] digitRollover(ArgoSamples samples, ArgoSettings settings) {
        BitSet known = samples.known();
        BitSet jumps = Rollover.jumps(samples.values(), known, settings.number(LIMIT));
        byte[] flags = samples.flags(known, Rollover.partsWith(jumps, known), QcFlag.SUSPECT);
        jumps.stream().forEach(i -> flags[i] = QcFlag.FAIL);
        return flags;
    }

    static byte[] stuckValue(ArgoSamples samples, ArgoSettings settings) {
        BitSet known = samples.known();
        boolean stuck = StuckValueCheck.isStuck(samples.values(), known);
        return samples.flags(known.cardinality() > 1 ? known : new BitSet(), stuck ? known : new BitSet(), QcFlag.FAIL);
    }

    static byte[] densityInversion(ArgoSamples samples, ArgoSettings settings) {
        BitSet known = water(samples);
        BitSet inverted = samples.cast().inversions(known, settings.number("inversion"), Density.TEOS_10);
        return samples.flags(known.cardinality() > 1 ? known : new BitSet(), inverted, QcFlag.FAIL);
    }

    private static BitSet water(ArgoSamples samples) {
        boolean placed = !Double.isNaN(samples.first(Role.LAT)) && !Double.isNaN(samples.first(Role.LON));
        return placed ? samples.known(Role.PRESSURE, Role.TEMPERATURE, Role.SALINITY) : new BitSet();
    }

    static byte[] medd(ArgoSamples samples, ArgoSettings settings) {
        BitSet known = water(samples);
        Cast cast = samples.cast();
        MeddLimits limits = settings.word("variable").equals("salinity") ? MeddLimits.SALINITY : MeddLimits.TEMPERATURE;
        double[] density = cast.potential(known, Density.TEOS_10);
        BitSet spikes = Medd.spikes(samples.values(), cast.pressure(), density, known, limits);
        return samples.flags(enoughForMedd(known), spikes, QcFlag.FAIL);
    }

    static byte[] meddTemperature(ArgoSamples samples, ArgoSettings settings) {
        double latitude = samples.first(Role.LAT);
        BitSet known = Double.isNaN(latitude) ? new BitSet() : samples.known(Role.PRESSURE);
        MeddLimits limits = MeddLimits.loneTemperature(latitude, settings.number("equatorial"));
        BitSet spikes = Medd.spikes(samples.values(), samples.beside(Role.PRESSURE), known, limits);
        return samples.flags(enoughForMedd(known), spikes, QcFlag.FAIL);
    }

    private static BitSet enoughForMedd(BitSet known) {
        return known.cardinality() > Medd.TOO_FEW ? known : new BitSet();
    }

    static byte[] greyList(ArgoSamples samples, ArgoSettings settings) {
        String platform = samples.series().companions().trait(Role.PLATFORM).orElse("");
        List<GreyList.Entry> entries =
                new ArrayList<>(GreyList.parse(settings.words("list")).of(platform));
        entries.removeIf(entry -> !entry.parameter().equals(settings.word(PARAMETER)));
        long[] times = samples.series().timeMicros();
        byte[] flags = new byte[samples.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = times[i] == Series.NO_TIME ? QcFlag.UNKNOWN : QcFlag.GOOD;
            for (GreyList.Entry entry : entries) {
                flags[i] = entry.covers(times[i]) ? QcFlag.worse(flags[i], qartod(entry.flag())) : flags[i];
            }
        }
        return flags;
    }

    static byte[] grossDrift(ArgoSamples samples, ArgoSettings settings) {
        double span = settings.number("span");
        double now = deepestMean(samples, span);
        double before = samples.series()
                .companions()
                .before()
                .map(series -> deepestMean(new ArgoSamples(series), span))
                .orElse(Double.NaN);
        boolean judged = !Double.isNaN(now - before);
        boolean drifted = Math.abs(now - before) > settings.number(LIMIT);
        return whole(samples, judged, drifted, QcFlag.SUSPECT);
    }

    private static double deepestMean(ArgoSamples samples, double span) {
        return Slabs.deepestMean(samples.values(), samples.beside(Role.PRESSURE), samples.known(Role.PRESSURE), span);
    }

    static byte[] frozenProfile(ArgoSamples samples, ArgoSettings settings) {
        double[] now = slabs(samples);
        double[] before = samples.series()
                .companions()
                .before()
                .map(series -> slabs(new ArgoSamples(series)))
                .orElse(new double[0]);
        boolean judged = false;
        for (int slab = 0; slab < Math.min(now.length, before.length); slab++) {
            judged |= !Double.isNaN(now[slab] - before[slab]);
        }
        FrozenProfileCheck.Limits limits = new FrozenProfileCheck.Limits(
                settings.number("least"), settings.number("most"), settings.number("mean"));
        return whole(samples, judged, FrozenProfileCheck.isFrozen(before, now, limits), QcFlag.FAIL);
    }

    private static double[] slabs(ArgoSamples samples) {
        return Slabs.means(
                samples.values(), samples.beside(Role.PRESSURE), samples.known(Role.PRESSURE), FrozenProfileCheck.SLAB);
    }

    private static byte[] whole(ArgoSamples samples, boolean judged, boolean failed, byte flag) {
        byte[] flags = new byte[samples.size()];
        Arrays.fill(flags, judged ? failed ? flag : QcFlag.GOOD : QcFlag.UNKNOWN);
        return flags;
    }

    static byte[] deepestPressure(ArgoSamples samples, ArgoSettings settings) {
        double most = DeepestPressureCheck.MANUAL.limit(settings.number("profile_pressure"));
        double[] pressure = samples.beside(Role.PRESSURE);
        return where(samples, i -> pressure[i] > most, QcFlag.SUSPECT);
    }

    static byte[] airWater(ArgoSamples samples, ArgoSettings settings) {
        double[] pressure = samples.beside(Role.PRESSURE);
        return where(samples, i -> pressure[i] <= settings.number("pressure"), QcFlag.SUSPECT);
    }

    static byte[] deepFloat(ArgoSamples samples, ArgoSettings settings) {
        double[] pressure = samples.beside(Role.PRESSURE);
        return where(samples, i -> pressure[i] > settings.number("deeper_than"), QcFlag.SUSPECT);
    }

    private static byte[] where(ArgoSamples samples, IntPredicate found, byte flag) {
        BitSet known = samples.known(Role.PRESSURE);
        BitSet places = new BitSet();
        known.stream().filter(found).forEach(places::set);
        return samples.flags(known, places, flag);
    }

    static byte[] tempCndc(ArgoSamples samples, ArgoSettings settings) {
        BitSet known = samples.known(Role.PRESSURE, Role.TEMPERATURE);
        double[] cell = samples.values();
        double[] water = samples.beside(Role.TEMPERATURE);
        double[] pressure = samples.beside(Role.PRESSURE);
        long apart = known.stream()
                .filter(i -> Math.abs(cell[i] - water[i])
                        > settings.number(pressure[i] <= settings.number(BOUNDARY) ? SHALLOW : DEEP))
                .count();
        return samples.flags(known, apart > settings.number("levels") ? known : new BitSet(), QcFlag.FAIL);
    }

    static byte[] globalRange(ArgoSamples samples, ArgoSettings settings) {
        String name = settings.word(PARAMETER);
        Range range = range(GlobalRangeCheck.MANUAL.ranges(), name);
        double[] values = samples.values();
        byte[] flags = new byte[samples.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = values[i] < range.least() || values[i] > range.most() ? QcFlag.FAIL : QcFlag.GOOD;
        }
        return flags;
    }

    static byte[] regionalRange(ArgoSamples samples, ArgoSettings settings) {
        double[] values = samples.values();
        double[] lat = samples.beside(Role.LAT);
        double[] lon = samples.beside(Role.LON);
        byte[] flags = new byte[samples.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = QcFlag.UNKNOWN;
            for (Sea sea : RegionalRangeCheck.MANUAL.seas()) {
                if (sea.contains(lat[i], lon[i])) {
                    Range range = range(sea.ranges(), settings.word(PARAMETER));
                    boolean out = values[i] < range.least() || values[i] > range.most();
                    flags[i] = QcFlag.worse(flags[i], out ? QcFlag.FAIL : QcFlag.GOOD);
                }
            }
        }
        return flags;
    }

    /** Returns the range of one of Argo's parameters; refuses names without one. */
    static Range range(SortedMap<String, Range> ranges, String parameter) {
        Range range = ranges.get(parameter);
        if (range == null) {
            throw new IllegalArgumentException("Cannot test the range of " + parameter + ": expected one of "
                    + String.join(", ", ranges.keySet()) + "." + NearestName.hint(parameter, ranges.keySet()));
        }
        return range;
    }

    static byte[] bbp(ArgoSamples samples, ArgoSettings settings) {
        byte[] argo = BbpCheck.PUBLISHED.flags(
                samples.values(), samples.beside(Role.PRESSURE), settings.number("parking_pressure"));
        byte[] flags = new byte[samples.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = qartod(argo[i]);
        }
        return flags;
    }

    /** Returns the flag of QARTOD that one of Argo means. */
    static byte qartod(byte argo) {
        return switch (argo) {
            case ArgoFlag.GOOD, ArgoFlag.PROBABLY_GOOD, ArgoFlag.CHANGED, ArgoFlag.ESTIMATED -> QcFlag.GOOD;
            case ArgoFlag.CORRECTABLE -> QcFlag.SUSPECT;
            case ArgoFlag.BAD -> QcFlag.FAIL;
            default -> QcFlag.UNKNOWN;
        };
    }
}
