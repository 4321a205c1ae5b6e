package dev.shoal.regrid;

/**
 * The points of a grid as unit vectors, from the Earth's centre to latitude 0 and longitude 0, to 90 degrees east, and
 * to the North Pole.
 */
final class UnitVectors {
    private static final int PARTS_PER_THREAD = 4;

    private UnitVectors() {}

    /**
     * Returns the vectors of all points.
     *
     * @return x, y and z of one point after the other, by number, shape {@code (size, 3)}; NaN at holes. A new array
     */
    static double[] of(Grid grid, int threads) {
        double[] unit = new double[Math.multiplyExact(3, grid.size())];
        int parts = threads == 1 ? 1 : PARTS_PER_THREAD * threads;
        boolean oneRow = grid.ny() == 1;
        int lines = oneRow ? grid.nx() : grid.ny();
        Parallel.each(threads, parts, part -> {
            int start = Parallel.start(lines, parts, part);
            int end = Parallel.start(lines, parts, part + 1);
            GridWindow window = oneRow ? new GridWindow(0, 1, start, end) : new GridWindow(start, end, 0, grid.nx());
            write(new TargetPoints(grid, window), grid.nx(), unit);
        });
        return unit;
    }

    private static void write(TargetPoints points, int nx, double[] unit) {
        GridWindow window = points.window();
        for (int row = window.y0(); row < window.y1(); row++) {
            points.take(row);
            int to = 3 * (row * nx + window.x0());
            for (int i = 0; i < window.columns(); i++) {
                unit[to++] = points.x(i);
                unit[to++] = points.y(i);
                unit[to++] = points.z(i);
            }
        }
    }

    /** Returns the squared length of the chord between two of the points; NaN where one is a hole. */
    static double chord2(double[] unit, int point, int other) {
        double dx = unit[3 * point] - unit[3 * other];
        double dy = unit[3 * point + 1] - unit[3 * other + 1];
        double dz = unit[3 * point + 2] - unit[3 * other + 2];
        return dx * dx + dy * dy + dz * dz;
    }
}
