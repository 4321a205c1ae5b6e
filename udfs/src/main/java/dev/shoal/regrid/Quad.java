package dev.shoal.regrid;

/** One quadrilateral of a curvilinear grid and how a target point sees it. For one thread; loaded again and again. */
final class Quad {
    private static final int CORNERS = 4;

    /** Where meridians run together, differences of longitude say little about distances. */
    private static final double NEAR_POLE = 75;

    /** Positions of the corners in the grid's arrays, counted around. */
    final int[] corners = new int[CORNERS];

    /** The corners seen from a target point, which is the origin. */
    final double[] x = new double[CORNERS];

    final double[] y = new double[CORNERS];

    /** Bounds of the corners in degrees; {@code west} is of any origin. */
    double south;

    double north;
    double west;
    private double east;
    private double reach;

    private final double[] lat = new double[CORNERS];
    private final double[] lon = new double[CORNERS];
    private final double[][] unit = new double[CORNERS][];
    private boolean hasUnits;

    /** Takes the corners' positions from the grid; false where one is a hole. */
    boolean load(CurvilinearGrid grid) {
        hasUnits = false;
        south = Double.POSITIVE_INFINITY;
        north = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < CORNERS; k++) {
            lat[k] = grid.lat()[corners[k]];
            if (Double.isNaN(lat[k])) {
                return false;
            }
            lon[k] = k == 0 ? grid.lon()[corners[0]] : lon[0] + Longitudes.step(lon[0], grid.lon()[corners[k]]);
            south = Math.min(south, lat[k]);
            north = Math.max(north, lat[k]);
        }
        west = Math.min(Math.min(lon[0], lon[1]), Math.min(lon[2], lon[3]));
        east = Math.max(Math.max(lon[0], lon[1]), Math.max(lon[2], lon[3]));
        reach = Math.max(north, -south) > NEAR_POLE ? diameter() : Math.hypot(north - south, width());
        return true;
    }

    double width() {
        return east - west;
    }

    /** Returns a bound in degrees on how far any two of its points are from each other. */
    double reach() {
        return reach;
    }

    /** Tells whether two of its corners are too far apart to be neighbours. */
    boolean isBroken(Spacing spacing) {
        // No side is longer than the sides of its box laid end to end, so most need no more than this.
        double box = Math.toRadians(north - south + width());
        if (box * box <= Math.min(spacing.row2(), spacing.column2())) {
            return false;
        }
        return Math.max(chord2(0, 1), chord2(2, 3)) > spacing.row2()
                || Math.max(chord2(0, 3), chord2(1, 2)) > spacing.column2();
    }

    /** Lays the corners out in the plane of longitude and latitude, around a target point. */
    void seenInPlane(double targetLat, double targetLon) {
        double first = Longitudes.normal(lon[0] - targetLon);
        for (int k = 0; k < CORNERS; k++) {
            x[k] = first + (lon[k] - lon[0]);
            y[k] = lat[k] - targetLat;
        }
    }

    /**
     * Lays the corners out on the plane that touches the sphere at a target point, by dropping them straight down. The
     * bilinear mean of the corners in space then lies above the target where its image is the origin.
     *
     * @return whether all corners are on the target's side of the Earth
     */
    boolean seenOnSphere(double targetLat, double targetLon) {
        double phi = Math.toRadians(targetLat);
        double lambda = Math.toRadians(targetLon);
        double sinPhi = Math.sin(phi);
        double cosPhi = Math.cos(phi);
        double sinLambda = Math.sin(lambda);
        double cosLambda = Math.cos(lambda);
        loadUnits();
        boolean near = true;
        for (int k = 0; k < CORNERS; k++) {
            double outward = unit[k][0] * cosLambda + unit[k][1] * sinLambda;
            x[k] = unit[k][1] * cosLambda - unit[k][0] * sinLambda;
            y[k] = unit[k][2] * cosPhi - outward * sinPhi;
            near &= unit[k][2] * sinPhi + outward * cosPhi > 0;
        }
        return near;
    }

    private double diameter() {
        double longest = Math.max(chord2(0, 2), chord2(1, 3));
        for (int k = 0; k < CORNERS; k++) {
            longest = Math.max(longest, chord2(k, (k + 1) % CORNERS));
        }
        return Sphere.degrees(longest);
    }

    private double chord2(int k, int other) {
        return Sphere.chord2(lat[k], lon[k], lat[other], lon[other]);
    }

    private void loadUnits() {
        if (!hasUnits) {
            for (int k = 0; k < CORNERS; k++) {
                unit[k] = Sphere.unit(lat[k], lon[k]);
            }
            hasUnits = true;
        }
    }
}
