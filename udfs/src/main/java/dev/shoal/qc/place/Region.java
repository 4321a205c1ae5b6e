package dev.shoal.qc.place;

import java.util.List;

/**
 * A part of the globe. Longitudes may be of any range, in the region and in what is asked: 190 degrees is -170 degrees.
 *
 * <p>Edges are straight in longitude and latitude. Borders are outside. Regions do not change and may be used by many
 * threads.
 */
@FunctionalInterface
public interface Region {

    /**
     * Tells whether a place lies inside.
     *
     * @return false where a coordinate is missing
     */
    boolean contains(double lon, double lat);

    /**
     * Returns the region of a polygon, whose longitudes may go on beyond 180 degrees or begin before -180 to cross the
     * antimeridian.
     *
     * @throws IllegalArgumentException where an edge spans more than 180 degrees but not all the way round: it may mean
     *     the short way or the long one
     */
    static Region of(Polygon polygon) {
        requireShortEdges(polygon.outer());
        polygon.holes().forEach(Region::requireShortEdges);
        double west = polygon.west();
        double east = polygon.east();
        return (lon, lat) -> {
            for (double x = firstTurn(lon, west); x <= east; x += 360) {
                if (polygon.contains(x, lat)) {
                    return true;
                }
            }
            return false;
        };
    }

    /**
     * Returns the region between two meridians and two parallels.
     *
     * @param east less than west where the region crosses the antimeridian, as GeoJSON's boxes have it
     */
    static Region box(double west, double south, double east, double north) {
        if (!(south <= north) || !Double.isFinite(west) || !Double.isFinite(east)) {
            throw new IllegalArgumentException("Cannot make a box of west " + west + ", south " + south + ", east "
                    + east + ", north " + north + ": expected numbers, and the south below the north.");
        }
        double end = east >= west ? east : east + 360;
        boolean round = end - west >= 360;
        return (lon, lat) -> {
            double x = firstTurn(lon, west);
            boolean between = round ? !Double.isNaN(x) : x > west && x < end;
            return between && lat > south && lat < north;
        };
    }

    /** Returns the region of all that lies in one of the parts. */
    static Region anyOf(List<Region> parts) {
        List<Region> all = List.copyOf(parts);
        return (lon, lat) -> {
            for (Region part : all) {
                if (part.contains(lon, lat)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** Returns the least of the longitudes of a meridian that is not below west; NaN stays NaN. */
    private static double firstTurn(double lon, double west) {
        return lon + 360 * Math.ceil((west - lon) / 360);
    }

    private static void requireShortEdges(Ring ring) {
        double[] lon = ring.lon();
        for (int i = 0; i < lon.length; i++) {
            double next = lon[(i + 1) % lon.length];
            double span = Math.abs(next - lon[i]);
            if (span > 180 && span < 360) {
                throw new IllegalArgumentException("Cannot make a region: found an edge from " + lon[i] + " to " + next
                        + " degrees east, expected edges that span at most 180 degrees. To cross the antimeridian let the"
                        + " longitudes go on beyond 180 (or -180); for a wide region put corners between.");
            }
        }
    }
}
