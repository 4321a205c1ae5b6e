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
    private final boolean foldsAtEnd;
    private final boolean foldsAtStart;
    private final Steps steps;

    /** Tells whether two cells next to each other in the arrays are neighbours on the sphere. */
    private interface Steps {
        boolean join(int cell, int other, boolean alongRow);
    }

    private Lattice(Grid grid, int[] columns, int period, boolean[] folds, Steps steps) {
        this.ny = grid.ny();
        this.nx = grid.nx();
        this.firstColumn = columns[0];
        this.endColumn = columns[1];
        this.period = period;
        this.foldsAtEnd = folds[0];
        this.foldsAtStart = folds[1];
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
                new boolean[2],
                (cell, other, alongRow) -> true);
    }

    /** Finds the neighbours of a curvilinear grid's cells; those far apart, and holes, are none. */
    static Lattice of(CurvilinearGrid grid) {
        Quads quads = new Quads(grid);
        Spacing spacing = Spacing.of(grid);
        int ny = grid.ny();
        int nx = grid.nx();
        boolean[] folds = {ny > 1 && quads.exists((ny - 1) * nx), ny > 1 && quads.exists(ny * nx)};
        return new Lattice(grid, new int[] {0, nx}, period(grid, quads), folds, (cell, other, alongRow) -> {
            double step2 = Spacing.between(grid, cell, other);
            return step2 <= (alongRow ? spacing.row2() : spacing.column2());
        });
    }

    /** Returns the cell on a side, or -1 where there is none. */
    int beside(int cell, int side) {
        int row = cell / nx;
        int column = cell - row * nx;
        boolean alongRow = side == NEXT_COLUMN || side == COLUMN_BEFORE;
        int other = alongRow ? alongRow(row, column, side) : alongColumn(row, column, side);
        return other >= 0 && other != cell && steps.join(cell, other, alongRow) ? other : -1;
    }

    /** Returns the cell that follows after a step from one cell to its neighbour, or -1 where there is none. */
    int beyond(int from, int to) {
        if (from >= 0 && to >= 0) {
            for (int side = 0; side < SIDES; side++) {
                if (beside(to, side) == from) {
                    return beside(to, side ^ 2);
                }
            }
        }
        return -1;
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
        if (next >= ny) {
            return foldsAtEnd ? row * nx + nx - 1 - column : -1;
        }
        if (next < 0) {
            return foldsAtStart ? row * nx + nx - 1 - column : -1;
        }
        return next * nx + column;
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
