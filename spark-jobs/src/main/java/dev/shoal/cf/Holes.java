package dev.shoal.cf;

import java.util.HashMap;
import java.util.Map;

/**
 * Makes holes of positions that are none: numbers no place has, and masses of points in one place, as models leave them
 * on land and in parts that were not computed.
 */
final class Holes {

    /** So many neighbours in exactly one place, and such a share of all, are no grid's; at 0, 0 fewer are enough. */
    private static final int MOST_TOGETHER = 10;

    private static final double MOST_OF_ALL = 0.01;

    private static final int MOST_AT_ZERO = 2;

    private Holes() {}

    /**
     * Returns latitudes and longitudes with NaN where there is no position; the same arrays where all are good.
     *
     * @param names of the coordinates, for the problems
     */
    static double[][] made(double[] lat, double[] lon, String names, Problems problems) {
        double[][] made = {lat, lon};
        int outside = 0;
        for (int k = 0; k < lat.length; k++) {
            outside += Math.abs(lat[k]) > 90 || Math.abs(lon[k]) > 720 ? 1 : 0;
        }
        if (outside > 0 && outside <= lat.length / 2) {
            made = without(made, (north, east) -> Math.abs(north) > 90 || Math.abs(east) > 720);
            problems.accept("Coordinates " + names + " have " + outside + " of " + lat.length
                    + " points at no place on Earth: these points are holes.");
        }
        Map<Place, Integer> together = together(made[0], made[1]);
        for (Map.Entry<Place, Integer> mass : together.entrySet()) {
            Place place = mass.getKey();
            boolean zero = place.lat() == 0 && place.lon() == 0;
            double most = zero ? MOST_AT_ZERO : Math.max(MOST_TOGETHER, MOST_OF_ALL * lat.length);
            if (mass.getValue() > most && Math.abs(place.lat()) < 90) {
                int before = count(made[0]);
                made = without(made, (north, east) -> north == place.lat() && east == place.lon());
                problems.accept("Coordinates " + names + " have " + (before - count(made[0])) + " of " + lat.length
                        + " points at latitude " + place.lat() + ", longitude " + place.lon()
                        + ": they are taken as missing, and these points are holes.");
            }
        }
        return made;
    }

    private record Place(double lat, double lon) {}

    /** Counts, for every place, the points that lie exactly where the one before them lies. */
    private static Map<Place, Integer> together(double[] lat, double[] lon) {
        Map<Place, Integer> together = new HashMap<>();
        for (int k = 1; k < lat.length; k++) {
            if (lat[k] == lat[k - 1] && lon[k] == lon[k - 1]) {
                together.merge(new Place(lat[k] + 0.0, lon[k] + 0.0), 1, Integer::sum);
            }
        }
        return together;
    }

    /** Tells which positions are none. */
    @FunctionalInterface
    private interface Test {
        boolean isNone(double lat, double lon);
    }

    private static double[][] without(double[][] positions, Test test) {
        double[] lat = positions[0].clone();
        double[] lon = positions[1].clone();
        for (int k = 0; k < lat.length; k++) {
            if (test.isNone(lat[k], lon[k])) {
                lat[k] = Double.NaN;
                lon[k] = Double.NaN;
            }
        }
        return new double[][] {lat, lon};
    }

    private static int count(double[] lat) {
        int count = 0;
        for (double north : lat) {
            count += Double.isNaN(north) ? 0 : 1;
        }
        return count;
    }
}
