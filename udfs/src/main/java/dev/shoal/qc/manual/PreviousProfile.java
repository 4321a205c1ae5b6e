package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Flags values that differ from those of the profile before at the same pressure (QARTOD's glider manual, test 12).
 *
 * <p>The profile before is put in order of pressure and is straight between its samples; samples at one pressure count
 * as their mean. Outside its range, in a gap of it that is too wide, and outside the layers nothing can be said. Safe
 * for any number of threads.
 */
public final class PreviousProfile {

    private final double[] pressures;
    private final double[] values;
    private final int size;
    private final double widestGap;

    /**
     * Keeps a profile to compare with.
     *
     * @param pressures dbar, in any order, NaN where missing; copied
     * @param values at those pressures, NaN where missing; copied
     * @param widestGap dbar between two samples across which one may still interpolate; infinity for any
     */
    public PreviousProfile(double[] pressures, double[] values, double widestGap) {
        int[] order = IntStream.range(0, Math.min(pressures.length, values.length))
                .filter(i -> Double.isFinite(pressures[i]) && Double.isFinite(values[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(pressures[a], pressures[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.pressures = new double[order.length];
        this.values = new double[order.length];
        this.widestGap = widestGap;
        this.size = fill(order, pressures, values);
    }

    private int fill(int[] order, double[] fromPressures, double[] fromValues) {
        int rows = 0;
        int alike = 0;
        for (int i : order) {
            if (rows > 0 && pressures[rows - 1] == fromPressures[i]) {
                values[rows - 1] += (fromValues[i] - values[rows - 1]) / ++alike;
            } else {
                pressures[rows] = fromPressures[i];
                values[rows++] = fromValues[i];
                alike = 1;
            }
        }
        return rows;
    }

    /** Returns what the profile has at a pressure, NaN where it does not tell. */
    public double at(double pressure) {
        int found = Arrays.binarySearch(pressures, 0, size, pressure);
        int above = -found - 1;
        boolean gap = found < 0 && above > 0 && above < size && pressures[above] - pressures[above - 1] > widestGap;
        return gap ? Double.NaN : Tables.interpolate(pressures, values, size, pressure);
    }

    /**
     * Flags one sample.
     *
     * @param pressure dbar
     * @param value of the sample
     * @param suspect difference above which it is {@link QcFlag#SUSPECT}: that of {@link Layers} at the pressure
     * @param fail difference above which it is {@link QcFlag#FAIL}; infinity for none, as in the manual
     */
    public byte flag(double pressure, double value, double suspect, double fail) {
        if (!Double.isFinite(value)) {
            return QcFlag.MISSING;
        }
        if (Double.isNaN(suspect)) {
            return QcFlag.UNKNOWN;
        }
        return Levels.orUnknown(Levels.above(Math.abs(value - at(pressure)), suspect, fail));
    }

    /**
     * A threshold that depends on pressure: each holds from a border down to just above the next.
     *
     * @param borders dbar, rising, one more than there are thresholds; the last belongs to the layer above it
     * @param thresholds one a layer, in the values' unit
     */
    public record Layers(double[] borders, double[] thresholds) {

        /** Refuses borders that do not rise or do not fit; copies both. */
        public Layers {
            borders = borders.clone();
            thresholds = thresholds.clone();
            boolean fits = thresholds.length > 0 && borders.length == thresholds.length + 1;
            for (int i = 1; fits && i < borders.length; i++) {
                fits = borders[i] > borders[i - 1];
            }
            if (!fits) {
                throw new IllegalArgumentException("Cannot make layers: found borders " + Arrays.toString(borders)
                        + " and thresholds " + Arrays.toString(thresholds)
                        + ", expected rising borders, one more than thresholds.");
            }
        }

        /** Returns the threshold at a pressure, NaN outside all layers. */
        public double at(double pressure) {
            if (!(pressure >= borders[0]) || pressure > borders[borders.length - 1]) {
                return Double.NaN;
            }
            int found = Arrays.binarySearch(borders, pressure);
            int layer = found >= 0 ? found : -found - 2;
            return thresholds[Math.min(layer, thresholds.length - 1)];
        }
    }
}
