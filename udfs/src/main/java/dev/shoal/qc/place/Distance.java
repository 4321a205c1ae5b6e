package dev.shoal.qc.place;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/** Distances over the earth between two places, in metres; places in degrees east, of any range, and north. */
public final class Distance {

    /** The radius of the sphere that {@link #greatCircle} measures on, metres. */
    public static final double SPHERE_RADIUS = 6371e3;

    private Distance() {}

    /**
     * Returns the great-circle distance on a sphere of radius 6371 km by the haversine formula, operation for operation
     * as the Gibbs SeaWater toolbox's Python has it.
     *
     * @return NaN where an argument is
     */
    public static double greatCircle(double lon1, double lat1, double lon2, double lat2) {
        double phi1 = Math.toRadians(lat1);
        double phi2 = Math.toRadians(lat2);
        double halfway = Math.sin((phi2 - phi1) / 2);
        double aside = Math.sin((Math.toRadians(lon2) - Math.toRadians(lon1)) / 2);
        double a = halfway * halfway + Math.cos(phi1) * Math.cos(phi2) * (aside * aside);
        return SPHERE_RADIUS * (2 * Math.atan2(Math.sqrt(a), Math.sqrt(1 - a)));
    }

    /**
     * Returns the length of the shortest line on the ellipsoid of WGS84 (Karney 2013), good to some nanometres.
     *
     * @return NaN where an argument is, and where a latitude lies beyond a pole
     */
    public static double geodesic(double lon1, double lat1, double lon2, double lat2) {
        return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12;
    }
}
