package dev.shoal.qc.place;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * A polygon in the plane of longitude and latitude, with holes: longitudes are numbers like others, so 190 degrees is
 * not -170 degrees. {@link Region} is the form that goes round the globe.
 *
 * @param outer its outline
 * @param holes what is not of it
 */
public record Polygon(Ring outer, List<Ring> holes) implements Serializable {

    /** Copies the list of holes. */
    public Polygon {
        holes = List.copyOf(holes);
    }

    /** Makes a polygon of an outline without holes. */
    public Polygon(Ring outer) {
        this(outer, List.of());
    }

    /** Returns the rectangle between two meridians and two parallels. */
    public static Polygon box(double west, double south, double east, double north) {
        return new Polygon(new Ring(new double[] {west, east, east, west}, new double[] {south, south, north, north}));
    }

    /**
     * Tells whether a point lies inside; on the outline or on a hole's is outside, as shapely's {@code contains_xy} has
     * it. An outline that crosses itself holds what an odd number of its turns goes round.
     */
    public boolean contains(double lon, double lat) {
        if (outer.side(lon, lat) <= 0) {
            return false;
        }
        for (Ring hole : holes) {
            if (hole.side(lon, lat) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the least longitude of the outline. */
    public double west() {
        return Arrays.stream(outer.lon()).min().orElseThrow();
    }

    /** Returns the greatest longitude of the outline. */
    public double east() {
        return Arrays.stream(outer.lon()).max().orElseThrow();
    }
}
