package dev.shoal.job.report;

import java.util.Arrays;
import java.util.List;

/**
 * Which colour means which value; values beyond the ends take the colours of the ends.
 *
 * @param label what the values are, with their unit
 * @param low value of the first colour
 * @param high value of the last colour, above {@code low}
 * @param palette the colours between
 */
public record ColourScale(String label, double low, double high, Palette palette) {

    /** Refuses a scale of no width. */
    public ColourScale {
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "Cannot colour \"" + label + "\" from " + low + " to " + high + ": expected low below high.");
        }
    }

    /**
     * Makes a scale that holds the middle 98 percent of all values of some rasters.
     *
     * @param rasters a scale from 0 to 1 where none has a value
     */
    public static ColourScale around(String label, Palette palette, List<Raster> rasters) {
        double[] values = rasters.stream()
                .flatMapToDouble(raster -> Arrays.stream(raster.values()))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (values.length == 0) {
            return new ColourScale(label, 0, 1, palette);
        }
        double low = values[(int) (values.length * 0.01)];
        double high = values[Math.min(values.length - 1, (int) (values.length * 0.99))];
        double start = Math.floor(low);
        double span = Math.max(1, Math.ceil(high) - start);
        return new ColourScale(label, start, start + (span > 4 ? 4 * Math.ceil(span / 4) : span), palette);
    }

    /** Returns the index of a value's colour; the clear one for NaN. */
    int index(double value) {
        if (Double.isNaN(value)) {
            return Palette.COLOURS;
        }
        double share = (value - low) / (high - low);
        return (int) Math.max(0, Math.min(Palette.COLOURS - 1, Math.round(share * (Palette.COLOURS - 1))));
    }
}
