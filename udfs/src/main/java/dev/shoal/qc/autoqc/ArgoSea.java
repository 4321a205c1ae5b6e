package dev.shoal.qc.autoqc;

/**
 * Seas of their own temperatures in Argo's regional range test. Their borders are straight on a Lambert azimuthal
 * equal-area map of the WGS84 ellipsoid around the North Pole, as AutoQC draws them; a place on a border is outside.
 * The Mediterranean starts at 6E, where the manual has 6W: so does AutoQC.
 */
final class ArgoSea {

    static final ArgoSea RED_SEA = new ArgoSea(new double[] {10, 20, 30}, new double[] {40, 50, 30});

    static final ArgoSea MEDITERRANEAN =
            new ArgoSea(new double[] {30, 30, 40, 42, 50, 40}, new double[] {6, 40, 35, 20, 15, 5});

    /** First eccentricity of the WGS84 ellipsoid. */
    private static final double ECCENTRICITY = 0.0818191908426215;

    private final double[][] corners;

    private ArgoSea(double[] lats, double[] lons) {
        corners = new double[lats.length][];
        for (int i = 0; i < lats.length; i++) {
            corners[i] = map(lats[i], lons[i]);
        }
    }

    /** Tells whether a place lies within; false off the globe and where it is NaN. */
    boolean holds(double lat, double lon) {
        if (!(Math.abs(lat) <= 90) || Double.isNaN(lon)) {
            return false;
        }
        double[] place = map(lat, lon);
        boolean inside = false;
        double[] from = corners[corners.length - 1];
        for (double[] to : corners) {
            double side = (to[0] - from[0]) * (place[1] - from[1]) - (place[0] - from[0]) * (to[1] - from[1]);
            if (side == 0 && isBetween(place, from, to)) {
                return false;
            }
            boolean up = from[1] <= place[1] && to[1] > place[1];
            boolean down = to[1] <= place[1] && from[1] > place[1];
            inside ^= (up && side > 0) || (down && side < 0);
            from = to;
        }
        return inside;
    }

    private static boolean isBetween(double[] place, double[] from, double[] to) {
        return Math.min(from[0], to[0]) <= place[0]
                && place[0] <= Math.max(from[0], to[0])
                && Math.min(from[1], to[1]) <= place[1]
                && place[1] <= Math.max(from[1], to[1]);
    }

    /** Maps a place with the ellipsoid's semi-major axis as 1 (Snyder 1987, Map Projections, eq. 3-12, 24-23). */
    private static double[] map(double lat, double lon) {
        double radius = Math.sqrt(Math.max(0, authalic(1) - authalic(Math.sin(Math.toRadians(lat)))));
        double angle = Math.toRadians(lon + 40);
        return new double[] {radius * Math.sin(angle), -radius * Math.cos(angle)};
    }

    private static double authalic(double sine) {
        double e = ECCENTRICITY;
        double es = e * sine;
        return (1 - e * e) * (sine / (1 - es * es) + Math.log((1 + es) / (1 - es)) / (2 * e));
    }
}
