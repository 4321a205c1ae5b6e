package dev.shoal.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * A closed box on the earth; west of its own east unless it crosses the antimeridian.
 *
 * @param west degrees east, -180 to 180; greater than {@code east} where the box crosses the antimeridian
 * @param south degrees north, -90 to 90
 * @param east degrees east, -180 to 180
 * @param north degrees north, not below {@code south}, at most 90
 */
public record Box(double west, double south, double east, double north) implements Serializable {

    /** Refuses longitudes and latitudes that are not on the earth, and a south above its north. */
    public Box {
        within("west", west, 180);
        within("south", south, 90);
        within("east", east, 180);
        within("north", north, 90);
        if (south > north) {
            throw new IllegalArgumentException("Cannot make a box: its south " + south + " lies above its north "
                    + north + ", expected south <= north. Give the edges as west, south, east, north.");
        }
    }

    /**
     * Makes a box from longitudes on any turn of the circle, such as those of a 0 to 360 grid.
     *
     * @param west degrees east, finite
     * @param south degrees north
     * @param east degrees east, not below {@code west}; the box spans all longitudes from {@code west + 360} on
     * @param north degrees north
     */
    public static Box wrapping(double west, double south, double east, double north) {
        if (!(west <= east) || Double.isInfinite(east - west)) {
            throw new IllegalArgumentException("Cannot wrap a box: west is " + west + " and east is " + east
                    + ", expected finite degrees with west <= east.");
        }
        return east - west >= 360
                ? new Box(-180, south, 180, north)
                : new Box(wrapLon(west), south, wrapLon(east), north);
    }

    /** Returns the same longitude between -180 and 180; values already there come back unchanged. */
    static double wrapLon(double lon) {
        return lon >= -180 && lon <= 180 ? lon : lon - 360 * Math.floor((lon + 180) / 360);
    }

    /** Tells whether the box runs eastward through 180 degrees. */
    public boolean crossesAntimeridian() {
        return west > east;
    }

    /** Returns one box, or the part west of the antimeridian and then the part east of it. */
    public List<Box> parts() {
        return crossesAntimeridian()
                ? List.of(new Box(west, south, 180, north), new Box(-180, south, east, north))
                : List.of(this);
    }

    private static void within(String edge, double degrees, double limit) {
        if (!(Math.abs(degrees) <= limit)) {
            throw new IllegalArgumentException("Cannot make a box: its " + edge + " is " + degrees
                    + ", expected degrees from -" + (int) limit + " to " + (int) limit + ".");
        }
    }
}
