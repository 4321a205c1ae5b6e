package dev.shoal.job.report;

/**
 * Where something is on a map.
 *
 * @param name of the thing
 * @param group of things that share a colour and an entry in the legend
 * @param shape how the places are joined
 * @param lon degrees east, at least one; owned by the footprint
 * @param lat degrees north, as many; owned by the footprint
 */
public record Footprint(String name, String group, Shape shape, double[] lon, double[] lat) {

    /** How places are joined. */
    public enum Shape {
        /** One place, or several that are not joined. */
        POINT,
        /** A line along the places. */
        TRACK,
        /** The area inside a closed line along the places. */
        AREA
    }

    /** Refuses no place, and latitudes of another number than longitudes. */
    public Footprint {
        if (lon.length == 0 || lon.length != lat.length) {
            throw new IllegalArgumentException("Cannot map \"" + name + "\": " + lon.length + " longitudes and "
                    + lat.length + " latitudes, expected as many of both.");
        }
    }

    /** Makes one place. */
    public static Footprint point(String name, String group, double lon, double lat) {
        return new Footprint(name, group, Shape.POINT, new double[] {lon}, new double[] {lat});
    }

    /** Makes a track. */
    public static Footprint track(String name, String group, double[] lon, double[] lat) {
        return new Footprint(name, group, Shape.TRACK, lon, lat);
    }

    /** Makes a box. */
    public static Footprint box(String name, String group, double west, double south, double east, double north) {
        return new Footprint(
                name, group, Shape.AREA, new double[] {west, east, east, west}, new double[] {south, south, north, north
                });
    }
}
