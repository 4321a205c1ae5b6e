package dev.shoal.qc;

import dev.shoal.qc.argo.Cast;
import dev.shoal.qc.argo.Slabs;
import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A series as Argo's tests look at it: arrays of its own length, and places that count. */
final class ArgoSamples {

    /** What a test of density needs beside the values. */
    static final List<String> WATER = List.of(Role.PRESSURE, Role.TEMPERATURE, Role.SALINITY, Role.LAT, Role.LON);

    private final Series series;

    ArgoSamples(Series series) {
        this.series = series;
    }

    Series series() {
        return series;
    }

    int size() {
        return series.size();
    }

    /** Returns the values, of the series' length; not to be changed. */
    double[] values() {
        return cut(series.values());
    }

    /** Returns what was sampled beside the values, NaN where nothing was; of the series' length, not to be changed. */
    double[] beside(String name) {
        if (series.companions().numbers().containsKey(name)) {
            return cut(series.companions().of(name));
        }
        double[] none = new double[size()];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private double[] cut(double[] sampled) {
        return sampled.length == size() ? sampled : Arrays.copyOf(sampled, size());
    }

    /** Returns the places where the value and all of these are finite. */
    BitSet known(String... names) {
        double[] values = values();
        BitSet known = Slabs.known(values, values);
        for (String name : names) {
            known.and(Slabs.known(values, beside(name)));
        }
        return known;
    }

    /** Returns the first finite number of a name; NaN where there is none. */
    double first(String name) {
        return Arrays.stream(beside(name)).filter(Double::isFinite).findFirst().orElse(Double.NaN);
    }

    /** Returns pressure, temperature and salinity at the first place that is known. */
    Cast cast() {
        return new Cast(
                beside(Role.PRESSURE),
                beside(Role.TEMPERATURE),
                beside(Role.SALINITY),
                first(Role.LON),
                first(Role.LAT));
    }

    /** Returns flags: unknown where nothing was judged, good where it was. */
    byte[] flags(BitSet judged) {
        byte[] flags = new byte[size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = judged.get(i) ? QcFlag.GOOD : QcFlag.UNKNOWN;
        }
        return flags;
    }

    /** Returns flags likewise, and another one where something was found. */
    byte[] flags(BitSet judged, BitSet found, byte flag) {
        byte[] flags = flags(judged);
        found.stream().forEach(i -> flags[i] = flag);
        return flags;
    }
}
