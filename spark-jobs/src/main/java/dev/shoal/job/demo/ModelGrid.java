package dev.shoal.job.demo;

/**
 * The grid of the model run: turned by 27 degrees, finer in its middle. All planes have shape (rows, columns), flat,
 * and belong to the grid.
 */
final class ModelGrid {

    /** Depth above which levels lie evenly. */
    static final double CRITICAL_METRES = 80;

    private static final double MIDDLE_LAT = 39.2;
    private static final double MIDDLE_LON = -62.5;
    private static final double HALF_WIDTH = 11;
    private static final double HALF_HEIGHT = 7;
    private static final double TURN = 27.0 / 360;

    private final double[] lat;
    private final double[] lon;
    private final double[] mask;
    private final double[] floor;
    private final double[] levels;
    private final double[] stretching;

    ModelGrid(Geography geography, int rows, int columns, int levelCount) {
        lat = new double[rows * columns];
        lon = new double[rows * columns];
        mask = new double[rows * columns];
        floor = new double[rows * columns];
        for (int cell = 0; cell < lat.length; cell++) {
            int row = cell / columns;
            int column = cell % columns;
            double x = HALF_WIDTH * stretched(2.0 * column / (columns - 1) - 1);
            double y = HALF_HEIGHT * stretched(2.0 * row / (rows - 1) - 1);
            double sine = Smooth.sineOfTurns(TURN);
            double cosine = Smooth.cosineOfTurns(TURN);
            lat[cell] = MIDDLE_LAT + x * sine + y * cosine;
            lon[cell] = MIDDLE_LON + (x * cosine - y * sine) * 1.28;
            mask[cell] = geography.land(lat[cell], lon[cell]) ? 0 : 1;
            floor[cell] = geography.floorMetres(lat[cell], lon[cell]);
        }
        levels = new double[levelCount];
        stretching = new double[levelCount];
        for (int level = 0; level < levelCount; level++) {
            levels[level] = (level + 0.5) / levelCount - 1;
            stretching[level] = -levels[level] * levels[level] * (1 - 0.2 * levels[level]) / 1.2;
        }
    }

    double[] lat() {
        return lat;
    }

    double[] lon() {
        return lon;
    }

    double[] mask() {
        return mask;
    }

    double[] floorMetres() {
        return floor;
    }

    double[] levels() {
        return levels;
    }

    double[] stretching() {
        return stretching;
    }

    /** Tells whether a cell is sea. */
    boolean water(int cell) {
        return mask[cell] > 0;
    }

    /** Returns the depth of a level below a flat surface, positive down. */
    double depthMetres(int level, int cell) {
        double h = floor[cell];
        return -h * (CRITICAL_METRES * levels[level] + h * stretching[level]) / (CRITICAL_METRES + h);
    }

    /** Adds the grid's box to a draft. */
    void box(FileDraft draft) {
        Discovery.box(draft, min(lat), max(lat), min(lon), max(lon));
    }

    private static double stretched(double x) {
        return 0.72 * x + 0.28 * x * x * x;
    }

    private static double min(double[] values) {
        double min = Double.POSITIVE_INFINITY;
        for (double value : values) {
            min = Math.min(min, value);
        }
        return min;
    }

    private static double max(double[] values) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
