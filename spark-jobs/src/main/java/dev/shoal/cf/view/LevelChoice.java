package dev.shoal.cf.view;

import dev.shoal.regrid.vertical.VerticalMethod;
import dev.shoal.regrid.vertical.VerticalScheme;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The levels that columns are taken to.
 *
 * @param levels in the unit of the coordinate, rising; of {@link VerticalMethod#CONSERVATIVE} the edges of layers, one
 *     more than there are; copied in, not to be changed by the receiver
 * @param scheme how values are made
 * @param coordinate {@link #DEPTH}, {@link #HEIGHT}, {@link #PRESSURE}, or the name of a variable with the axes of the
 *     fields, such as a density
 */
public record LevelChoice(double[] levels, VerticalScheme scheme, String coordinate) implements Serializable {

    private static final long serialVersionUID = 1;

    /** Metres below the datum of the vertical coordinate, positive down. */
    public static final String DEPTH = "depth";

    /** Metres above the datum, positive up. */
    public static final String HEIGHT = "height";

    /** In the unit of the file's pressures. */
    public static final String PRESSURE = "pressure";

    /** Refuses levels that are none. */
    public LevelChoice {
        levels = levels.clone();
        int least = scheme.method() == VerticalMethod.CONSERVATIVE ? 2 : 1;
        for (int i = 0; i < levels.length; i++) {
            if (!Double.isFinite(levels[i]) || (i > 0 && levels[i] <= levels[i - 1])) {
                throw refused(levels);
            }
        }
        if (levels.length < least) {
            throw refused(levels);
        }
    }

    private static IllegalArgumentException refused(double[] levels) {
        return new IllegalArgumentException("Cannot take fields to levels " + Arrays.toString(levels)
                + ", expected numbers that keep rising, such as 0, 10, 50; of method conservative the edges of layers,"
                + " at least two.");
    }

    /** Tells whether values are means of layers. */
    boolean isOfLayers() {
        return scheme.method() == VerticalMethod.CONSERVATIVE;
    }

    /** Returns the number of levels that come out. */
    public int count() {
        return isOfLayers() ? levels.length - 1 : levels.length;
    }

    /** Returns the level that stands for each: itself, or the middle of the layer. */
    double[] labels() {
        double[] labels = new double[count()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = isOfLayers() ? (levels[i] + levels[i + 1]) / 2 : levels[i];
        }
        return labels;
    }

    /** Returns the bounds of each layer, shape {@code (count, 2)}. */
    double[] bounds() {
        double[] bounds = new double[2 * count()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = levels[(i + 1) / 2];
        }
        return bounds;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LevelChoice that
                && Arrays.equals(levels, that.levels)
                && scheme.equals(that.scheme)
                && coordinate.equals(that.coordinate);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(levels) + coordinate.hashCode();
    }

    @Override
    public String toString() {
        return coordinate + " " + Arrays.toString(levels) + " " + scheme;
    }
}
