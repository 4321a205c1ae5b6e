package dev.shoal.qc.argo;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Test 63: chlorophyll-a is probably bad until it is adjusted; where the fluorometer's calibration is known, it is
 * adjusted (BGC-Argo quality control manual for chlorophyll-a concentration, doi 10.13155/35385, in the form of
 * Coriolis' profile RTQC 6.5):
 *
 * <ul>
 *   <li>dark counts are the median of those of the first five profiles below 950 dbar; the adjusted values are probably
 *       good before five are known, then good, or probably bad where they lie a quarter or more off the calibration;
 *   <li>by day, values from the surface down to the largest of the upper 90 % of the mixed layer become that one and
 *       are flagged as changed: there light quenches fluorescence (Xing et al. 2012, doi 10.1002/lom3.10185 of 2017 for
 *       the method); without a mixed layer they are probably bad;
 *   <li>values are halved (Roesler et al. 2017), and bad outside a range.
 * </ul>
 *
 * @param dark how dark counts are found
 * @param mixedLayerDensity kg/m3 over the density near 10 dbar at which the mixed layer ends
 * @param mixedLayerShare share of the mixed layer that is searched for the largest value
 * @param slope by which adjusted values are divided
 * @param range of adjusted values that passes, mg/m3
 * @param density of sea water
 */
public record ChlaCheck(
        DarkCounts dark, double mixedLayerDensity, double mixedLayerShare, double slope, Range range, Density density)
        implements ArgoCheck {

    static final String CHLA = "CHLA";
    static final String FLUORESCENCE = "CHLA_FLUORESCENCE";
    static final String COUNTS = "FLUORESCENCE_CHLA";
    static final String ADJUSTED = "_ADJUSTED";

    private static final double REFERENCE = 10;

    /** The manual's thresholds, with TEOS-10. */
    public static final ChlaCheck MANUAL =
            new ChlaCheck(DarkCounts.MANUAL, 0.03, 0.9, 2, new Range(-0.1, 50), Density.TEOS_10);

    @Override
    public ArgoTest test() {
        return ArgoTest.CHLA;
    }

    @Override
    public void run(ArgoWork work) {
        if (work.profile().mode() != ArgoMode.REAL_TIME || !work.has(CHLA)) {
            return;
        }
        work.performed(test());
        work.raise(test(), CHLA, work.present(CHLA), ArgoFlag.CORRECTABLE);
        if (work.has(FLUORESCENCE)) {
            work.performed(test(), FLUORESCENCE);
        }
        boolean rising = work.profile().station().direction() == Station.Direction.ASCENDING;
        if (rising
                && work.hasPosition()
                && work.has(ArgoNames.PRES, COUNTS)
                && fluorometer(work).isKnown()) {
            adjust(work);
        }
    }

    private static Fluorometer fluorometer(ArgoWork work) {
        return work.surroundings().fluorometer();
    }

    private void adjust(ArgoWork work) {
        double[] pressure = work.values(ArgoNames.PRES);
        double[] counts = work.values(COUNTS);
        DarkCounts.Estimate estimate = dark.estimate(pressure, counts, fluorometer(work));
        double[] fluorescence = new double[counts.length];
        byte[] flags = new byte[counts.length];
        for (int level = 0; level < counts.length; level++) {
            fluorescence[level] =
                    (counts[level] - estimate.counts()) * fluorometer(work).scale();
            flags[level] = Double.isNaN(counts[level]) ? ArgoFlag.MISSING : estimate.flag();
        }
        if (work.has(FLUORESCENCE)) {
            work.adjust(FLUORESCENCE + ADJUSTED, fluorescence.clone(), flags.clone());
        }
        quench(work, pressure, fluorescence, flags);
        for (int level = 0; level < counts.length; level++) {
            fluorescence[level] /= slope;
            if (fluorescence[level] < range.least() || fluorescence[level] > range.most()) {
                flags[level] = ArgoFlag.raised(flags[level], ArgoFlag.BAD);
            }
        }
        work.adjust(CHLA + ADJUSTED, fluorescence, flags);
    }

    private void quench(ArgoWork work, double[] pressure, double[] values, byte[] flags) {
        Station station = work.profile().station();
        BitSet good = Slabs.known(values, pressure);
        good.andNot(doubtful(work.flags(ArgoNames.PRES)));
        good.andNot(doubtful(flags));
        boolean day = station.timeMicros() != Station.NO_TIME
                && SunElevation.degrees(station.timeMicros(), station.latitude(), station.longitude()) > 0;
        if (!day || good.isEmpty()) {
            return;
        }
        double mixed = mixedLayer(work);
        if (Double.isNaN(mixed)) {
            for (int level = 0; level < flags.length; level++) {
                flags[level] = ArgoFlag.raised(flags[level], ArgoFlag.CORRECTABLE);
            }
            return;
        }
        int[] levels = Levels.numbers(good);
        double[] at = Levels.at(levels, pressure);
        double[] smooth = RunningMedian.filter(Levels.at(levels, values), window(at));
        int peak = peak(at, smooth, mixedLayerShare * mixed);
        for (int level = 0; peak >= 0 && level < values.length; level++) {
            if (pressure[level] <= at[peak]) {
                values[level] = Double.isNaN(values[level]) ? Double.NaN : smooth[peak];
                flags[level] = ArgoFlag.raised(flags[level], ArgoFlag.CHANGED);
            }
        }
    }

    private static int peak(double[] pressure, double[] smooth, double lowest) {
        int peak = -1;
        for (int i = 0; i < pressure.length; i++) {
            boolean within = pressure[i] >= 0 && pressure[i] <= lowest;
            peak = within && (peak < 0 || smooth[i] > smooth[peak]) ? i : peak;
        }
        return peak;
    }

    /** Returns the window of the smoothing by how far levels lie apart. */
    private static int window(double[] pressure) {
        double[] steps = new double[Math.max(1, pressure.length - 1)];
        for (int i = 1; i < pressure.length; i++) {
            steps[i - 1] = pressure[i] - pressure[i - 1];
        }
        double step = RunningMedian.of(steps);
        if (step <= 1) {
            return 11;
        }
        return step < 3 ? 7 : 5;
    }

    private double mixedLayer(ArgoWork work) {
        CtdLevels ctd = work.surroundings().ctd();
        if (ctd.levels() == 0 && work.has(ArgoNames.TEMP, ArgoNames.PSAL)) {
            ctd = new CtdLevels(
                    work.values(ArgoNames.PRES),
                    work.values(ArgoNames.TEMP),
                    work.values(ArgoNames.PSAL),
                    work.flags(ArgoNames.PRES),
                    work.flags(ArgoNames.TEMP),
                    work.flags(ArgoNames.PSAL));
        }
        BitSet good = Slabs.known(ctd.temperature(), ctd.pressure());
        good.and(Slabs.known(ctd.salinity(), ctd.pressure()));
        good.andNot(doubtful(ctd.pressureFlags()));
        good.andNot(doubtful(ctd.temperatureFlags()));
        good.andNot(doubtful(ctd.salinityFlags()));
        int[] levels = Levels.numbers(good);
        if (levels.length == 0) {
            return Double.NaN;
        }
        double[] pressure = Levels.at(levels, ctd.pressure());
        double[] temperature = Levels.at(levels, ctd.temperature());
        double[] salinity = Levels.at(levels, ctd.salinity());
        Station station = work.profile().station();
        double[] potential = new double[levels.length];
        Arrays.setAll(
                potential,
                i -> density.at(salinity[i], temperature[i], pressure[i], 0, station.longitude(), station.latitude()));
        return MixedLayer.depth(pressure, potential, REFERENCE, mixedLayerDensity);
    }

    private static BitSet doubtful(byte[] flags) {
        BitSet doubtful = Levels.flagged(flags, ArgoFlag.CORRECTABLE);
        doubtful.or(Levels.flagged(flags, ArgoFlag.BAD));
        return doubtful;
    }
}
