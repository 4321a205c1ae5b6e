package dev.shoal.regrid;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;

/**
 * A box of longitudes and latitudes in degrees, its edges belonging to it.
 *
 * @param west western edge in [-180, 180]; greater than {@code east} where the box crosses the antimeridian
 * @param south southern edge in [-90, 90], not above {@code north}
 * @param east eastern edge in [-180, 180]
 * @param north northern edge in [-90, 90]
 */
public record Box(double west, double south, double east, double north) implements Serializable {

    /** Refuses edges out of range, NaN, and a southern edge above the northern one. */
    public Box {
        boolean right = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && south <= north && north <= 90;
        if (!right) {
            throw new IllegalArgumentException(
                    "Cannot make a box of west " + west + ", south " + south + ", east " + east + ", north " + north
                            + ": expected longitudes in [-180, 180] and -90 <= south <= north <= 90.");
        }
    }

    /** Returns the box of all longitudes between two latitudes. */
    public static Box allLongitudes(double south, double north) {
        return new Box(-180, south, 180, north);
    }

    /**
     * Returns the smallest box that holds every point: its longitudes are the complement of the widest empty gap, so
     * points on both sides of the antimeridian give a narrow box that crosses it.
     *
     * @param lat degrees north; a point with a NaN is passed over
     * @param lon degrees east of any origin, as many as {@code lat}
     * @return nothing where no point has a position
     */
    public static Optional<Box> around(double[] lat, double[] lon) {
        double[] turned = new double[lon.length];
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int i = 0; i < lon.length; i++) {
            if (!Double.isNaN(lat[i]) && !Double.isNaN(lon[i])) {
                turned[count++] = Longitudes.normal(lon[i]);
                south = Math.min(south, lat[i]);
                north = Math.max(north, lat[i]);
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        double[] sorted = Arrays.copyOf(turned, count);
        Arrays.sort(sorted);
        return Optional.of(beside(widestGap(sorted), sorted, south, north));
    }

    /** Tells whether the box crosses the antimeridian. */
    public boolean crossesAntimeridian() {
        return west > east;
    }

    /** Returns the width in degrees of longitude, in [0, 360]. */
    public double width() {
        return crossesAntimeridian() ? east - west + 360 : east - west;
    }

    /** Tells whether a point lies in the box or on its edge; the longitude may have any origin. */
    public boolean contains(double lat, double lon) {
        double turned = Longitudes.normal(lon);
        boolean between = crossesAntimeridian() ? turned >= west || turned <= east : turned >= west && turned <= east;
        boolean onSeam = turned == -180 && east == 180;
        return lat >= south && lat <= north && (between || onSeam);
    }

    /** Returns the index of the longitude that the widest gap comes before. */
    private static int widestGap(double[] sorted) {
        int at = 0;
        double widest = sorted[0] + 360 - sorted[sorted.length - 1];
        for (int i = 1; i < sorted.length; i++) {
            double gap = sorted[i] - sorted[i - 1];
            if (gap > widest) {
                widest = gap;
                at = i;
            }
        }
        return at;
    }

    private static Box beside(int gap, double[] sorted, double south, double north) {
        double west = sorted[gap];
        double east = sorted[gap == 0 ? sorted.length - 1 : gap - 1];
        // The antimeridian itself sorts as -180, and ends a box that comes from the west as +180.
        boolean endsOnSeam = east == -180 && west > east;
        return new Box(west, south, endsOnSeam ? 180 : east, north);
    }
}
