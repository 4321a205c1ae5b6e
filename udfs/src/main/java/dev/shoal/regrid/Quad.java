package dev.shoal.regrid;

/** One quadrilateral of a curvilinear grid and how a target point sees it. For one thread; loaded again and again. */
final class Quad {
    /** Degrees of latitude up to which quadrilaterals are taken in the plane of longitude and latitude. */
    static final double PLANE_LIMIT = 80;

    private static final int CORNERS = 4;
    private static final double INSIDE = 1e-9;

    /** Its number among the grid's, and the numbers of its corners, counted around. */
    int number;

    final int[] corners = new int[CORNERS];

    /** The corners seen from a target point, which is the origin. */
    final double[] x = new double[CORNERS];

    final double[] y = new double[CORNERS];

    /** Bounds of the corners in degrees north. */
    double south;

    double north;

    private final CurvilinearGrid grid;
    private final double[] unit;
    private final Spacing spacing;
    private final double[] lat = new double[CORNERS];
    private final double[] lon = new double[CORNERS];
    private double west;
    private double east;

    /** Makes room for the quadrilaterals of a grid whose points are these unit vectors. */
    Quad(CurvilinearGrid grid, double[] unit, Spacing spacing) {
        this.grid = grid;
        this.unit = unit;
        this.spacing = spacing;
    }

    /** Takes the corners' positions from the grid; false where one is a hole. */
    boolean load() {
        for (int k = 0; k < CORNERS; k++) {
            lat[k] = grid.lat()[corners[k]];
            lon[k] = k == 0 ? grid.lon()[corners[0]] : lon[0] + Longitudes.step(lon[0], grid.lon()[corners[k]]);
        }
        south = Math.min(Math.min(lat[0], lat[1]), Math.min(lat[2], lat[3]));
        north = Math.max(Math.max(lat[0], lat[1]), Math.max(lat[2], lat[3]));
        west = Math.min(Math.min(lon[0], lon[1]), Math.min(lon[2], lon[3]));
        east = Math.max(Math.max(lon[0], lon[1]), Math.max(lon[2], lon[3]));
        return !Double.isNaN(south);
    }

    double width() {
        return east - west;
    }

    /** Tells whether two of its corners are too far apart to be neighbours. */
    boolean isBroken() {
        return Math.max(chord2(0, 1), chord2(2, 3)) > spacing.row2()
                || Math.max(chord2(0, 3), chord2(1, 2)) > spacing.column2();
    }

    /** Returns the longest chord between two of its corners. */
    double diameter() {
        double longest2 = Math.max(chord2(0, 2), chord2(1, 3));
        for (int k = 0; k < CORNERS; k++) {
            longest2 = Math.max(longest2, chord2(k, (k + 1) % CORNERS));
        }
        return Math.sqrt(longest2);
    }

    /** Returns the longer of two opposite sides, degrees of latitude and of longitude added up. */
    double side(int from, int to, int otherFrom, int otherTo) {
        double first = Math.abs(lat[to] - lat[from]) + Math.abs(lon[to] - lon[from]);
        double second = Math.abs(lat[otherTo] - lat[otherFrom]) + Math.abs(lon[otherTo] - lon[otherFrom]);
        return Math.max(first, second);
    }

    /**
     * Lays the corners out around a target point, as {@link Method#BILINEAR} says for its latitude; false where they
     * lie all on one side of it or cannot be laid out.
     */
    boolean isSeenFrom(TargetPoints at, int i) {
        boolean plane = Math.abs(at.lat(i)) <= PLANE_LIMIT;
        return plane ? seenInPlane(at.lat(i), at.lon(i)) : seenOnSphere(at, i);
    }

    /** Lays the corners out in the plane of longitude and latitude. */
    private boolean seenInPlane(double targetLat, double targetLon) {
        double aside = 2 * Axis.EDGE * (north - south) + INSIDE;
        if (targetLat < south - aside || targetLat > north + aside || width() >= 180) {
            return false;
        }
        double first = Longitudes.normal(lon[0] - targetLon);
        for (int k = 0; k < CORNERS; k++) {
            x[k] = first + (lon[k] - lon[0]);
            y[k] = lat[k] - targetLat;
        }
        return true;
    }

    /**
     * Lays the corners out on the plane that touches the sphere at a target point, by dropping them straight down. The
     * bilinear mean of the corners in space then lies above the target where its image is the origin. False where a
     * corner is not on the target's side of the Earth.
     */
    private boolean seenOnSphere(TargetPoints at, int i) {
        boolean near = true;
        for (int k = 0; k < CORNERS; k++) {
            int from = 3 * corners[k];
            double outward = unit[from] * at.cosLon(i) + unit[from + 1] * at.sinLon(i);
            x[k] = unit[from + 1] * at.cosLon(i) - unit[from] * at.sinLon(i);
            y[k] = unit[from + 2] * at.cosLat(i) - outward * at.z(i);
            near &= unit[from + 2] * at.z(i) + outward * at.cosLat(i) > 0;
        }
        return near;
    }

    private double chord2(int k, int other) {
        return UnitVectors.chord2(unit, corners[k], corners[other]);
    }
}
