package dev.shoal.qc.argo;

import java.util.Arrays;

/**
 * Spectra of a SUNA nitrate sensor and its calibration, for {@link NitrateCheck}. Arrays are lent.
 *
 * @param intensity {@code UV_INTENSITY_NITRATE}: shape {@code (levels, pixels)}, counts; NaN where missing
 * @param dark {@code UV_INTENSITY_DARK_NITRATE}: shape {@code (levels)}, counts; NaN where missing
 * @param wavelength {@code OPTICAL_WAVELENGTH_UV}: shape {@code (pixels)}, nm, ascending
 * @param nitrateExtinction {@code E_NITRATE}: shape {@code (pixels)}
 * @param seawaterExtinction {@code E_SWA_NITRATE}: shape {@code (pixels)}
 * @param reference {@code UV_INTENSITY_REF_NITRATE}: shape {@code (pixels)}, counts
 * @param calibrationTemperature {@code TEMP_CAL_NITRATE}, degrees Celsius
 * @param verticalOffset dbar from the CTD down to the sensor
 */
public record NitrateSpectra(
        double[][] intensity,
        double[] dark,
        double[] wavelength,
        double[] nitrateExtinction,
        double[] seawaterExtinction,
        double[] reference,
        double calibrationTemperature,
        double verticalOffset) {

    /** No spectra. */
    public static final NitrateSpectra NONE = new NitrateSpectra(
            new double[0][], new double[0], new double[0], new double[0], new double[0], new double[0], Double.NaN, 0);

    /** Counts of a saturated pixel. */
    static final double SATURATED = 65_535;

    private static final double FIRST_WAVELENGTH = 217;
    private static final double LAST_WAVELENGTH = 240;
    private static final double WAVELENGTH_OFFSET = 210;
    private static final double PRESSURE_EFFECT = 0.026 / 1000;

    /** Coefficients by falling powers of the wavelength of how sea water's extinction grows with temperature. */
    private static final double[] TEMPERATURE_EFFECT = {1.27353e-07, -7.56395e-06, 2.91898e-05, 1.67660e-03, 1.46380e-02
    };

    /** Refuses pixels that do not fit together. */
    public NitrateSpectra {
        int pixels = wavelength.length;
        boolean fits = nitrateExtinction.length == pixels
                && seawaterExtinction.length == pixels
                && reference.length == pixels
                && dark.length == intensity.length
                && Arrays.stream(intensity).allMatch(level -> level.length == pixels);
        if (!fits) {
            throw new IllegalArgumentException("Cannot make nitrate spectra: found calibrations of "
                    + nitrateExtinction.length + ", " + seawaterExtinction.length + " and " + reference.length
                    + " pixels, " + intensity.length + " levels and " + dark.length
                    + " dark counts, expected " + pixels + " pixels throughout and a dark count a level.");
        }
    }

    /** Returns the number of levels. */
    public int levels() {
        return intensity.length;
    }

    /** Tells whether any pixel between 217 and 240 nm is saturated at a level. */
    public boolean isSaturated(int level) {
        for (int pixel = first(); pixel < end(); pixel++) {
            if (intensity[level][pixel] == SATURATED) {
                return true;
            }
        }
        return false;
    }

    /** Returns the absorbance of the last pixel up to 240 nm at a level; NaN where it is unknown or no number. */
    public double absorbance(int level) {
        return end() == 0 ? Double.NaN : absorbance(level, end() - 1);
    }

    /**
     * Returns the root mean square of what the fit of nitrate leaves of a level's absorbance; NaN where it cannot be
     * fitted.
     *
     * @param level of the spectra
     * @param temperature of the water, degrees Celsius
     * @param salinity practical salinity
     * @param pressure dbar
     */
    public double fitError(int level, double temperature, double salinity, double pressure) {
        int count = end() - first();
        double[][] by = new double[count][];
        double[] corrected = new double[count];
        for (int i = 0; i < count; i++) {
            int pixel = first() + i;
            double warming = temperatureEffect(wavelength[pixel] - WAVELENGTH_OFFSET);
            double seawater = seawaterExtinction[pixel] * Math.exp(warming * (temperature - calibrationTemperature));
            by[i] = new double[] {1, wavelength[pixel], nitrateExtinction[pixel]};
            corrected[i] = absorbance(level, pixel) - seawater * salinity * (1 - PRESSURE_EFFECT * pressure);
        }
        return LeastSquares.residual(by, corrected);
    }

    private static double temperatureEffect(double wavelength) {
        double effect = 0;
        for (double coefficient : TEMPERATURE_EFFECT) {
            effect = effect * wavelength + coefficient;
        }
        return effect;
    }

    private double absorbance(int level, int pixel) {
        return -Math.log10((intensity[level][pixel] - dark[level]) / reference[pixel]);
    }

    private int first() {
        int first = 0;
        while (first < wavelength.length && wavelength[first] < FIRST_WAVELENGTH) {
            first++;
        }
        return first;
    }

    private int end() {
        int end = wavelength.length;
        while (end > 0 && wavelength[end - 1] > LAST_WAVELENGTH) {
            end--;
        }
        return end;
    }
}
