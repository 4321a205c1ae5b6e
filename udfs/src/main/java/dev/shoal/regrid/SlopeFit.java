package dev.shoal.regrid;

/**
 * {@link Slopes} bound to a block of the source: reckons the slopes of one field after another. Immutable and safe to
 * share between threads.
 */
final class SlopeFit {
    /** Directions are in about one line where the determinant of their squares is below this share of the largest. */
    private static final double ONE_LINE = 0.02;

    private final int block;
    private final int[] cell;
    private final int[] start;
    private final int[] neighbour;
    private final float[] east;
    private final float[] north;
    private final double[] eastShare;
    private final double[] northShare;

    /**
     * Binds slopes.
     *
     * @param source must hold the cells and their neighbours
     */
    SlopeFit(Slopes slopes, GridWindow source) {
        this.block = source.size();
        this.cell = local(slopes.cell(), slopes.columns(), source);
        this.start = slopes.start();
        this.neighbour = local(slopes.neighbour(), slopes.columns(), source);
        this.east = slopes.east();
        this.north = slopes.north();
        this.eastShare = new double[neighbour.length];
        this.northShare = new double[neighbour.length];
        for (int k = 0; k < cell.length; k++) {
            fitWhole(k);
        }
    }

    /** Returns what a neighbour's difference gives to the slope to the east where none of the cell's is missing. */
    double eastShare(int entry) {
        return eastShare[entry];
    }

    /** Returns the same to the north. */
    double northShare(int entry) {
        return northShare[entry];
    }

    /**
     * Reckons the slopes of a field.
     *
     * @param values hold the block from {@code from} on; NaN means missing
     * @return two for each cell of the block, to the east and to the north, by Earth radius; 0 where they are not
     *     wanted
     */
    double[] of(double[] values, int from) {
        double[] slopes = new double[2 * block];
        for (int k = 0; k < cell.length; k++) {
            double here = values[from + cell[k]];
            double toEast = 0;
            double toNorth = 0;
            for (int e = start[k]; e < start[k + 1]; e++) {
                double rise = values[from + neighbour[e]] - here;
                toEast += eastShare[e] * rise;
                toNorth += northShare[e] * rise;
            }
            slopes[2 * cell[k]] = toEast;
            slopes[2 * cell[k] + 1] = toNorth;
            if (Double.isNaN(toEast + toNorth)) {
                fitRest(k, values, from, slopes);
            }
        }
        return slopes;
    }

    /** Sums of the squares of the directions, three of them, over the neighbours that are there. */
    private double[] squares(int k, double[] values, int from) {
        double[] square = new double[3];
        for (int e = start[k]; e < start[k + 1]; e++) {
            if (values.length == 0 || !Double.isNaN(values[from + neighbour[e]])) {
                double way2 = way2(e);
                square[0] += east[e] * (double) east[e] / way2;
                square[1] += east[e] * (double) north[e] / way2;
                square[2] += north[e] * (double) north[e] / way2;
            }
        }
        return square;
    }

    private void fitWhole(int k) {
        double[] square = squares(k, new double[0], 0);
        double determinant = determinant(square);
        for (int e = start[k]; e < start[k + 1] && determinant > 0; e++) {
            double toEast = east[e] / way2(e);
            double toNorth = north[e] / way2(e);
            eastShare[e] = (square[2] * toEast - square[1] * toNorth) / determinant;
            northShare[e] = (square[0] * toNorth - square[1] * toEast) / determinant;
        }
    }

    private void fitRest(int k, double[] values, int from, double[] slopes) {
        double here = values[from + cell[k]];
        double[] square = squares(k, values, from);
        double determinant = Double.isNaN(here) ? 0 : determinant(square);
        double toEast = 0;
        double toNorth = 0;
        for (int e = start[k]; e < start[k + 1] && determinant > 0; e++) {
            double rise = values[from + neighbour[e]] - here;
            if (!Double.isNaN(rise)) {
                toEast += rise * east[e] / way2(e);
                toNorth += rise * north[e] / way2(e);
            }
        }
        boolean fits = determinant > 0;
        slopes[2 * cell[k]] = fits ? (square[2] * toEast - square[1] * toNorth) / determinant : 0;
        slopes[2 * cell[k] + 1] = fits ? (square[0] * toNorth - square[1] * toEast) / determinant : 0;
    }

    private double way2(int e) {
        return east[e] * (double) east[e] + north[e] * (double) north[e];
    }

    /** Returns the determinant, or 0 where the directions lie in about one line. */
    private static double determinant(double[] square) {
        double sum = square[0] + square[2];
        double determinant = square[0] * square[2] - square[1] * square[1];
        return 4 * determinant > ONE_LINE * sum * sum ? determinant : 0;
    }

    private static int[] local(int[] number, int columns, GridWindow source) {
        int[] local = new int[number.length];
        for (int k = 0; k < local.length; k++) {
            int row = number[k] / columns;
            local[k] = (row - source.y0()) * source.columns() + number[k] - row * columns - source.x0();
        }
        return local;
    }
}
