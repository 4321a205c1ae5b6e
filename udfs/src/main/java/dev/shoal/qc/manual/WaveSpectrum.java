package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Tests of wave spectra: QARTOD's manual for in-situ surface waves, version 2.1 (2019), tests 14, 17 and 18.
 *
 * <p>A spectrum is an array over frequencies, hertz, rising. Energies are spectral densities of displacement, square
 * metres per hertz.
 */
public final class WaveSpectrum {

    private static final double ENOUGH = 1e-12;
    private static final int MOST_STEPS = 50;
    private static final double FULL_CIRCLE = 360;

    private WaveSpectrum() {}

    /**
     * Returns the wave number of linear waves, radians per metre, by Newton's method on {@code (2 pi f)^2 = g k tanh(k
     * d)}.
     *
     * @param frequency hertz, above 0
     * @param depth metres of water, above 0; infinity for deep water
     */
    public static double waveNumber(double frequency, double depth) {
        double deep = Math.pow(2 * Math.PI * frequency, 2) / WaveBurst.GRAVITY;
        if (!(deep > 0) || !(depth > 0)) {
            return Double.NaN;
        }
        double number = Double.isInfinite(depth) ? deep : deep / Math.sqrt(Math.tanh(deep * depth));
        for (int step = 0; step < MOST_STEPS && !Double.isInfinite(depth); step++) {
            double bend = Math.tanh(number * depth);
            double slope = bend + number * depth * (1 - bend * bend);
            double correction = (number * bend - deep) / slope;
            number -= correction;
            if (Math.abs(correction) <= ENOUGH * number) {
                break;
            }
        }
        return number;
    }

    /**
     * Returns the check factor: the ratio of vertical to horizontal motion beside that of linear waves, 1 where all is
     * well.
     *
     * @param vertical energy of vertical displacement
     * @param east energy of eastward displacement
     * @param north energy of northward displacement
     * @param frequency hertz
     * @param depth metres of water; infinity for deep water
     */
    public static double checkFactor(double vertical, double east, double north, double frequency, double depth) {
        double number = waveNumber(frequency, depth);
        double bend = Double.isInfinite(depth) ? 1 : Math.tanh(number * depth);
        return Math.sqrt(vertical / (east + north)) / bend;
    }

    /**
     * Flags a check ratio or check factor that is far from 1 (test 14).
     *
     * @param factor see {@link #checkFactor}
     * @param suspect distance from 1 above which it is {@link QcFlag#SUSPECT}; 0.1 is usual
     * @param fail distance from 1 above which it is {@link QcFlag#FAIL}; infinity for none
     */
    public static byte checkFactor(double factor, double suspect, double fail) {
        return Levels.above(Math.abs(factor - 1), suspect, fail);
    }

    /**
     * Flags a frequency that the instrument or the operator does not use (test 17).
     *
     * @param frequency hertz: of a spectrum's band, or of its peak
     * @param low least the instrument can measure; below it a frequency is {@link QcFlag#FAIL}
     * @param high greatest the instrument can measure
     * @param localLow least the operator expects; below it a frequency is {@link QcFlag#SUSPECT}
     * @param localHigh greatest the operator expects
     */
    public static byte operationalFrequency(
            double frequency, double low, double high, double localLow, double localHigh) {
        return WaveBurst.range(frequency, low, high, localLow, localHigh);
    }

    /**
     * Returns the energy below a frequency, square metres: each band's density times its width, whole bands only.
     *
     * @param frequencies hertz, of the middle of each band, rising; not changed
     * @param widths hertz, of each band; not changed
     * @param densities square metres per hertz, NaN where missing, which makes the sum NaN; not changed
     * @param below hertz: bands whose middle lies below count
     */
    public static double energyBelow(double[] frequencies, double[] widths, double[] densities, double below) {
        double energy = 0;
        for (int i = 0; i < frequencies.length && frequencies[i] < below; i++) {
            energy += densities[i] * widths[i];
        }
        return energy;
    }

    /**
     * Flags low-frequency waves that cannot be there (test 18): more or less of them than the place has, or from where
     * no swell can come.
     *
     * <p>The manual leaves the limits to the operator. The direction counts only where there is more energy than the
     * least, and a sector may contain north.
     *
     * @param energy square metres, see {@link #energyBelow}
     * @param direction degrees from which they come
     * @param least square metres below which it is {@link QcFlag#SUSPECT}
     * @param most square metres above which it is {@link QcFlag#SUSPECT}
     * @param sectorStart degrees, clockwise beginning of the directions that have a fetch
     * @param sectorEnd degrees, their clockwise end; 360 more than the beginning, or the same, for all directions
     */
    public static byte lowFrequency(
            double energy, double direction, double least, double most, double sectorStart, double sectorEnd) {
        byte flag = Levels.outside(energy, least, most, QcFlag.SUSPECT);
        boolean all = floorMod(sectorEnd - sectorStart) == 0;
        if (flag != QcFlag.GOOD || all || energy <= least) {
            return flag;
        }
        if (!Double.isFinite(direction)) {
            return QcFlag.UNKNOWN;
        }
        boolean inside = floorMod(direction - sectorStart) <= floorMod(sectorEnd - sectorStart);
        return inside ? QcFlag.GOOD : QcFlag.SUSPECT;
    }

    private static double floorMod(double degrees) {
        return degrees - FULL_CIRCLE * Math.floor(degrees / FULL_CIRCLE);
    }
}
