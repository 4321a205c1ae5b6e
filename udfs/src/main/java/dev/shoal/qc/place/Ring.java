package dev.shoal.qc.place;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A closed line of straight edges in the plane of longitude and latitude; the last point is joined to the first.
 *
 * @param lon of the corners; a copy of the ring's own
 * @param lat of the corners; a copy of the ring's own
 */
public record Ring(double[] lon, double[] lat) implements Serializable {

    private static final int FEWEST = 3;

    /** Copies the corners, but for a last one that repeats the first; refuses fewer than three, and missing ones. */
    public Ring {
        if (lon.length != lat.length) {
            throw new IllegalArgumentException("Cannot make a polygon: found " + lon.length + " longitudes and "
                    + lat.length + " latitudes, expected as many of one as of the other.");
        }
        int last = lon.length - 1;
        boolean closed = last > 0 && lon[0] == lon[last] && lat[0] == lat[last];
        int size = closed ? last : lon.length;
        if (size < FEWEST) {
            throw new IllegalArgumentException(
                    "Cannot make a polygon: found " + size + " corners, expected at least " + FEWEST + ".");
        }
        for (int i = 0; i < size; i++) {
            if (!Double.isFinite(lon[i]) || !Double.isFinite(lat[i])) {
                throw new IllegalArgumentException("Cannot make a polygon: found the corner " + lon[i] + " " + lat[i]
                        + " at index " + i + ", expected numbers.");
            }
        }
        lon = Arrays.copyOf(lon, size);
        lat = Arrays.copyOf(lat, size);
    }

    /** Makes a ring of its corners, each longitude and latitude. */
    public static Ring of(double[]... corners) {
        return new Ring(
                Arrays.stream(corners).mapToDouble(corner -> corner[0]).toArray(),
                Arrays.stream(corners).mapToDouble(corner -> corner[1]).toArray());
    }

    /**
     * Returns where a point lies: above zero inside by the even-odd rule, zero on the line, below zero outside. No
     * rounding decides it; a missing or infinite point is outside.
     */
    int side(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return -1;
        }
        boolean inside = false;
        int previous = lon.length - 1;
        for (int i = 0; i < lon.length; i++) {
            double x1 = lon[previous];
            double y1 = lat[previous];
            double x2 = lon[i];
            double y2 = lat[i];
            previous = i;
            if (y1 == y && y2 == y) {
                if (x >= Math.min(x1, x2) && x <= Math.max(x1, x2)) {
                    return 0;
                }
            } else if (x == x2 && y == y2) {
                return 0;
            } else if (y1 > y != y2 > y) {
                int turn = Orientation.of(x1, y1, x2, y2, x, y);
                if (turn == 0) {
                    return 0;
                }
                inside ^= turn > 0 == y2 > y1;
            }
        }
        return inside ? 1 : -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ring ring && Arrays.equals(lon, ring.lon) && Arrays.equals(lat, ring.lat);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lon) + Arrays.hashCode(lat);
    }

    @Override
    public String toString() {
        return "Ring of " + lon.length + " corners from " + lon[0] + " " + lat[0];
    }
}
