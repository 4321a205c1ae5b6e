package dev.shoal.qc.argo;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Test 59: nitrate is probably bad until it is adjusted, adjusted at best probably good; it is worse where the spectrum
 * says so (BGC-Argo quality control manual for nitrate concentration, doi 10.13155/84370, as in Coriolis' profile RTQC
 * 6.5): probably bad where a pixel between 217 and 240 nm is saturated, probably bad or bad by the absorbance at 240
 * nm, bad where the fit leaves too much.
 *
 * <p>Without {@link ArgoSurroundings#spectra} the test is not performed; the first flags are given all the same, before
 * all tests.
 *
 * @param doubtfulAbsorbance from which a value is probably bad
 * @param badAbsorbance from which it is bad
 * @param fitError from which it is bad
 */
public record NitrateCheck(double doubtfulAbsorbance, double badAbsorbance, double fitError) implements ArgoCheck {

    /** The manual's thresholds. */
    public static final NitrateCheck MANUAL = new NitrateCheck(0.8, 1.1, 0.003);

    static final String NITRATE = "NITRATE";

    @Override
    public ArgoTest test() {
        return ArgoTest.NITRATE;
    }

    @Override
    public void run(ArgoWork work) {
        NitrateSpectra spectra = work.surroundings().spectra();
        if (!work.has(ArgoNames.PRES, NITRATE)
                || spectra.levels() != work.profile().levels()) {
            return;
        }
        double[] at = work.values(ArgoNames.PRES).clone();
        for (int level = 0; level < at.length; level++) {
            at[level] += spectra.verticalOffset();
        }
        CtdLevels ctd = work.surroundings().ctd();
        double[] temperature = ctd.levels() > 0 ? ctd.temperatureAt(at) : own(work, ArgoNames.TEMP);
        double[] salinity = ctd.levels() > 0 ? ctd.salinityAt(at) : own(work, ArgoNames.PSAL);
        BitSet doubtful = new BitSet();
        BitSet bad = new BitSet();
        for (int level = 0; level < at.length; level++) {
            double absorbance = spectra.absorbance(level);
            double left = spectra.fitError(level, temperature[level], salinity[level], at[level]);
            doubtful.set(level, spectra.isSaturated(level) || absorbance >= doubtfulAbsorbance);
            bad.set(level, absorbance >= badAbsorbance || left >= fitError);
        }
        work.performed(test());
        work.raise(test(), NITRATE, doubtful, ArgoFlag.CORRECTABLE);
        work.raise(test(), NITRATE, bad, ArgoFlag.BAD);
    }

    private static double[] own(ArgoWork work, String name) {
        double[] unknown = new double[work.profile().levels()];
        Arrays.fill(unknown, Double.NaN);
        return work.has(name) ? work.values(name) : unknown;
    }
}
