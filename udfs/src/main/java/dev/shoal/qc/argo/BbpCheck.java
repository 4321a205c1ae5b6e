package dev.shoal.qc.argo;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;

/**
 * Test 62: five looks at particle backscattering at 700 nm (G. Dall'Olmo et al. 2023, Real-time quality control of
 * optical backscattering data from Biogeochemical-Argo floats, Open Research Europe 2:118; BGC-Argo quality control
 * manual for particles backscattering, doi 10.13155/60262; as in Coriolis' profile RTQC 6.5). A profile is
 *
 * <ul>
 *   <li>probably bad where some of ten bins down to 1000 dbar are empty, bad where but one has more than one value;
 *   <li>probably bad where the median of smoothed values below 700 dbar is too high;
 *   <li>bad at negative values above 5 dbar; below, all of it is probably bad with any, bad with more than a tenth;
 *   <li>probably bad where a tenth of the values below 100 dbar lie off the smoothed ones;
 *   <li>bad at the high values above the parking pressure that particles leave which settled on the parked float.
 * </ul>
 *
 * @param bins lower ends of the bins in dbar, ascending
 * @param deepPressure dbar below which values are deep
 * @param deepLevels fewest deep levels to judge by
 * @param deepMost 1/m, largest median of deep values that passes
 * @param surface dbar above which a negative value counts alone
 * @param negativeShare share of negative values that makes a profile bad
 * @param noisePressure dbar below which noise is looked for
 * @param noise 1/m, distance from the smoothed profile that passes
 * @param noiseShare share of values beyond it that fails
 * @param noiseLevels a profile of no more levels is not judged by noise
 * @param hook distances in dbar and 1/m of the last look
 */
public record BbpCheck(
        List<Double> bins,
        double deepPressure,
        int deepLevels,
        double deepMost,
        double surface,
        double negativeShare,
        double noisePressure,
        double noise,
        double noiseShare,
        int noiseLevels,
        Hook hook)
        implements ArgoCheck {

    /** The published thresholds. */
    public static final BbpCheck PUBLISHED = new BbpCheck(
            List.of(50.0, 156.0, 261.0, 367.0, 472.0, 578.0, 683.0, 789.0, 894.0, 1000.0),
            700,
            5,
            0.0005,
            5,
            0.1,
            100,
            0.0005,
            0.1,
            10,
            new Hook(100, 50, 20, 0.0002));

    private static final String BBP = "BBP700";
    private static final int SMOOTHING = 11;

    /**
     * Where a profile starts at the parking pressure.
     *
     * @param nearness dbar that the deepest level lies from the parking pressure at most
     * @param height dbar above the deepest level that are looked at
     * @param gap dbar above the deepest level that tell no baseline; the level next to it must be nearer
     * @param excess 1/m over the baseline's median that passes
     */
    public record Hook(double nearness, double height, double gap, double excess) implements Serializable {}

    /** Copies the bins. */
    public BbpCheck {
        bins = List.copyOf(bins);
    }

    @Override
    public ArgoTest test() {
        return ArgoTest.BBP;
    }

    @Override
    public void run(ArgoWork work) {
        if (work.profile().mode() != ArgoMode.REAL_TIME || !work.has(ArgoNames.PRES, BBP)) {
            return;
        }
        byte[] found = flags(
                work.values(BBP),
                work.values(ArgoNames.PRES),
                work.profile().station().direction() == Station.Direction.ASCENDING
                        ? work.profile().parkingPressure()
                        : Double.NaN);
        if (Slabs.known(work.values(BBP), work.values(ArgoNames.PRES)).isEmpty()) {
            return;
        }
        work.performed(test());
        for (byte flag : new byte[] {ArgoFlag.CORRECTABLE, ArgoFlag.BAD}) {
            work.raise(test(), BBP, Levels.flagged(found, flag), flag);
        }
    }

    /**
     * Judges one profile.
     *
     * @param backscatter 1/m, shape {@code (levels)}
     * @param at dbar, shape {@code (levels)}
     * @param parking dbar at which the float drifted before it rose; NaN or infinite where unknown
     * @return {@link ArgoFlag} codes, {@link ArgoFlag#NO_QC} where value or pressure is not finite; a new array
     */
    public byte[] flags(double[] backscatter, double[] at, double parking) {
        int[] levels = Levels.numbers(Slabs.known(backscatter, at));
        byte[] flags = new byte[backscatter.length];
        if (levels.length == 0) {
            return flags;
        }
        double[] pressure = Levels.at(levels, at);
        double[] values = Levels.at(levels, backscatter);
        double[] smooth = RunningMedian.filter(values, SMOOTHING);
        byte all = ArgoFlag.raised(gaps(pressure), highDeep(pressure, smooth));
        all = ArgoFlag.raised(all, negative(pressure, values));
        all = ArgoFlag.raised(all, noisy(pressure, values, smooth));
        BitSet bad = negativeAtSurface(pressure, values);
        bad.or(hook(pressure, values, parking));
        for (int i = 0; i < levels.length; i++) {
            flags[levels[i]] = ArgoFlag.raised(bad.get(i) ? ArgoFlag.BAD : ArgoFlag.GOOD, all);
        }
        return flags;
    }

    /** Returns the flag of a profile by the bins that are empty; {@link ArgoFlag#NO_QC} where nothing is said. */
    byte gaps(double[] pressure) {
        int empty = 0;
        int several = 0;
        double from = Double.NEGATIVE_INFINITY;
        for (double to : bins) {
            int count = count(pressure, from, to);
            empty += count < 1 ? 1 : 0;
            several += count > 1 ? 1 : 0;
            from = to;
        }
        if (empty > 0 && several > 1) {
            return ArgoFlag.CORRECTABLE;
        }
        return several == 1 ? ArgoFlag.BAD : ArgoFlag.NO_QC;
    }

    private static int count(double[] pressure, double from, double to) {
        int count = 0;
        for (double at : pressure) {
            count += at >= from && at < to ? 1 : 0;
        }
        return count;
    }

    byte highDeep(double[] pressure, double[] smooth) {
        double[] deep = Levels.at(Levels.numbers(Levels.above(pressure, deepPressure)), smooth);
        return deep.length >= deepLevels && RunningMedian.of(deep) > deepMost ? ArgoFlag.CORRECTABLE : ArgoFlag.NO_QC;
    }

    byte negative(double[] pressure, double[] values) {
        int below = 0;
        int negative = 0;
        for (int i = 0; i < values.length; i++) {
            below += pressure[i] >= surface ? 1 : 0;
            negative += pressure[i] >= surface && values[i] < 0 ? 1 : 0;
        }
        if (negative == 0) {
            return ArgoFlag.NO_QC;
        }
        return (double) negative / below > negativeShare ? ArgoFlag.BAD : ArgoFlag.CORRECTABLE;
    }

    private BitSet negativeAtSurface(double[] pressure, double[] values) {
        BitSet negative = new BitSet();
        for (int i = 0; i < values.length; i++) {
            negative.set(i, pressure[i] < surface && values[i] < 0);
        }
        return negative;
    }

    byte noisy(double[] pressure, double[] values, double[] smooth) {
        int below = 0;
        int off = 0;
        for (int i = 0; i < values.length; i++) {
            below += pressure[i] > noisePressure ? 1 : 0;
            off += pressure[i] > noisePressure && Math.abs(values[i] - smooth[i]) > noise ? 1 : 0;
        }
        boolean noisy = values.length > noiseLevels && below > 0 && (double) off / below >= noiseShare;
        return noisy ? ArgoFlag.CORRECTABLE : ArgoFlag.NO_QC;
    }

    BitSet hook(double[] pressure, double[] values, double parking) {
        int deepest = deepest(pressure);
        double most = pressure[deepest];
        BitSet hooked = new BitSet();
        if (deepest == 0
                || most - pressure[deepest - 1] > hook.gap()
                || !(Math.abs(most - parking) < hook.nearness())) {
            return hooked;
        }
        BitSet base = Levels.outside(pressure, Double.NEGATIVE_INFINITY, Math.nextDown(most - hook.height()));
        base.and(Levels.outside(pressure, most - hook.gap(), Double.POSITIVE_INFINITY));
        if (base.isEmpty()) {
            return hooked;
        }
        double baseline = RunningMedian.of(Levels.at(Levels.numbers(base), values)) + hook.excess();
        for (int i = 0; i < values.length; i++) {
            hooked.set(i, pressure[i] >= most - hook.height() && values[i] > baseline);
        }
        return hooked;
    }

    private static int deepest(double[] pressure) {
        int deepest = 0;
        for (int i = 1; i < pressure.length; i++) {
            deepest = pressure[i] >= pressure[deepest] ? i : deepest;
        }
        return deepest;
    }
}
