package dev.shoal.regrid;

import java.util.Arrays;

/**
 * Which cells of a grid with rows lie beside each other: along its rows and columns, over the seam of a grid round the
 * Earth, and over the fold of a tripolar one. Columns that come twice are taken once. Safe to share between threads.
 */
final class Lattice {
    /** The sides of a cell; the opposite one of {@code side} is {@code side ^ 2}. */
    static final int SIDES = 4;

    private static final int NEXT_COLUMN = 0;
    private static final int NEXT_ROW = 1;
    private static final int COLUMN_BEFORE = 2;
    private static final int MOST_OVERLAP = 8;
    private static final double SAME_PLACE2 = 1e-12;

    private final int ny;
    private final int nx;
    private final int firstColumn;
    private final int endColumn;
    private final int period;
    private final Ends ends;
    private final Steps steps;

    /** Tells whether two cells next to each other in the arrays are neighbours on the sphere. */
    private interface Steps {
        boolean join(int cell, int other, boolean alongRow);
    }

    /** Finds the cell that follows after the last or the first row. */
    interface Ends {
        /** Returns a number of a cell, or -1 where there is none. */
        int beyond(boolean last, int column);
    }

    private Lattice(Grid grid, int[] columns, int period, Ends ends, Steps steps) {
        this.ny = grid.ny();
        this.nx = grid.nx();
        this.firstColumn = columns[0];
        this.endColumn = columns[1];
        this.period = period;
        this.ends = ends;
        this.steps = steps;
    }

    /** Finds the neighbours of a rectilinear grid's cells. */
    static Lattice of(RectilinearGrid grid) {
        double[] axis = Longitudes.unwrapped(grid.lon());
        int used = Axis.longitudes(grid).used();
        boolean falling = axis.length > 1 && axis[1] < axis[0];
        int first = falling ? axis.length - used : 0;
        return new Lattice(
                grid,
                new int[] {first, first + used},
                grid.periodic() ? used : 0,
                new PoleCrossing(grid, first, first + used),
                (cell, other, alongRow) -> true);
    }

    /** Finds the neighbours of a curvilinear grid's cells; those far apart, and holes, are none. */
    static Lattice of(CurvilinearGrid grid) {
        Quads quads = new Quads(grid);
        Spacing spacing = Spacing.of(grid);
        int ny = grid.ny();
        int nx = grid.nx();
        boolean foldsAtEnd = ny > 1 && quads.exists((ny - 1) * nx);
        boolean foldsAtStart = ny > 1 && quads.exists(ny * nx);
        Ends ends = (last, column) -> {
            int mirrored = (last ? (ny - 1) * nx : 0) + nx - 1 - column;
            return (last ? foldsAtEnd : foldsAtStart) ? mirrored : -1;
        };
        return new Lattice(grid, new int[] {0, nx}, period(grid, quads), ends, (cell, other, alongRow) -> {
            double longest2 = alongRow ? spacing.row2() : spacing.column2();
            // No step is longer than the sides of its box laid end to end, so most need no more than this.
            double north = Math.abs(grid.lat()[other] - grid.lat()[cell]);
            double box = Math.toRadians(north + Math.abs(Longitudes.step(grid.lon()[cell], grid.lon()[other])));
            return box * box <= longest2 || Spacing.between(grid, cell, other) <= longest2;
        });
    }

    /** Returns the cell on a side, or -1 where there is none. */
    int beside(int cell, int side) {
        int other = nextTo(cell, side);
        return other >= 0 && other != cell && steps.join(cell, other, isAlongRow(side)) ? other : -1;
    }

    /** Returns the cell once round the Earth from a cell in a row that has more columns; -1 where there is none. */
    int onceRound(int cell) {
        int column = cell % nx;
        if (period > 0 && column + period < nx) {
            return cell + period;
        }
        return period > 0 && column >= period ? cell - period : -1;
    }

    /** Returns the cell that follows after a step from one cell to its neighbour, or -1 where there is none. */
    int beyond(int from, int to) {
        if (from >= 0 && to >= 0) {
            for (int side = 0; side < SIDES; side++) {
                if (nextTo(to, side) == from) {
                    return beside(to, side ^ 2);
                }
            }
        }
        return -1;
    }

    private int nextTo(int cell, int side) {
        int row = cell / nx;
        int column = cell - row * nx;
        return isAlongRow(side) ? alongRow(row, column, side) : alongColumn(row, column, side);
    }

    private static boolean isAlongRow(int side) {
        return side == NEXT_COLUMN || side == COLUMN_BEFORE;
    }

    private int alongRow(int row, int column, int side) {
        int next = side == NEXT_COLUMN ? column + 1 : column - 1;
        if (next >= endColumn) {
            next = period > 0 ? next - period : -1;
        } else if (next < firstColumn) {
            next = period > 0 ? next + period : -1;
        }
        return next < 0 ? -1 : row * nx + next;
    }

    private int alongColumn(int row, int column, int side) {
        int next = side == NEXT_ROW ? row + 1 : row - 1;
        return next < 0 || next >= ny ? ends.beyond(next >= ny, column) : next * nx + column;
    }

    /** Returns the number of columns once round the Earth, or 0 where the grid does not go round. */
    private static int period(CurvilinearGrid grid, Quads quads) {
        int nx = grid.nx();
        for (int row = 0; row + 1 < grid.ny(); row++) {
            if (quads.exists(row * nx + nx - 1)) {
                return nx;
            }
        }
        for (int overlap = 1; overlap <= Math.min(MOST_OVERLAP, nx - 3); overlap++) {
            if (comesTwice(grid, nx - overlap)) {
                return nx - overlap;
            }
        }
        return 0;
    }

    private static boolean comesTwice(CurvilinearGrid grid, int column) {
        int[] same = new int[2];
        for (int row = 0; row < grid.ny(); row++) {
            double apart2 = Spacing.between(grid, row * grid.nx(), row * grid.nx() + column);
            if (!Double.isNaN(apart2)) {
                same[apart2 <= SAME_PLACE2 ? 1 : 0]++;
            }
        }
        return same[1] > 0 && same[0] == 0;
    }

    @Override
    public String toString() {
        return "lattice of " + ny + " x " + nx + ", columns " + Arrays.toString(new int[] {firstColumn, endColumn});
    }
}
