package dev.shoal.regrid;

import java.util.Arrays;

/**
 * The 16 cells around a place between four, and their weights: cubic along each of the four rows, and cubic across
 * them. For one thread; loaded again and again.
 */
final class CubicPatch {
    private static final int SIDE = 4;
    private static final double[] EVEN = {1, 1, 1};

    /** Numbers of the cells, row by row; -1 where there is none. */
    final int[] cell = new int[SIDE * SIDE];

    /** Their weights; 0 where there is no cell. */
    final double[] weight = new double[SIDE * SIDE];

    private final Lattice lattice;
    private final double[] line = new double[SIDE];
    private final double[] across = new double[SIDE];
    private double[] rowSteps = EVEN;
    private double[] columnSteps = EVEN;

    CubicPatch(Lattice lattice) {
        this.lattice = lattice;
    }

    /**
     * Takes the cells around the four corners of a quadrilateral, counted around; the last two are -1 on a grid of one
     * row, the middle two on one of one column.
     */
    void load(int first, int second, int third, int fourth) {
        Arrays.fill(cell, -1);
        fillRow(1, first, second);
        fillRow(2, fourth, third);
        fillRow(0, lattice.beyond(fourth, first), lattice.beyond(third, second));
        fillRow(3, lattice.beyond(first, fourth), lattice.beyond(second, third));
    }

    /** Says how far apart the cells are, for uneven axes: three steps across the rows and three across the columns. */
    void space(double[] rows, double[] columns) {
        rowSteps = rows;
        columnSteps = columns;
    }

    /**
     * Reckons the weights of a place in [0, 1] from the first column to the second and from the first row to the next.
     */
    void weigh(double s, double t) {
        weighLine(t, whole(0), whole(2), whole(3), rowSteps, across);
        for (int row = 0; row < SIDE; row++) {
            int start = SIDE * row;
            if (across[row] == 0) {
                Arrays.fill(weight, start, start + SIDE, 0);
                continue;
            }
            weighLine(s, cell[start] >= 0, cell[start + 2] >= 0, cell[start + 3] >= 0, columnSteps, line);
            for (int column = 0; column < SIDE; column++) {
                weight[start + column] = across[row] * line[column];
            }
        }
    }

    private static void weighLine(
            double place, boolean before, boolean next, boolean after, double[] steps, double[] weight) {
        if (next) {
            CubicLine.weigh(place, before ? steps[0] : Double.NaN, steps[1], after ? steps[2] : Double.NaN, weight);
        } else {
            Arrays.fill(weight, 0);
            weight[1] = 1;
        }
    }

    /** Tells whether a row has the cells that the row of the place has. */
    private boolean whole(int row) {
        return cell[SIDE * row + 1] >= 0 && (cell[SIDE * row + 2] >= 0 || cell[SIDE + 2] < 0);
    }

    private void fillRow(int row, int first, int second) {
        int start = SIDE * row;
        cell[start + 1] = first;
        cell[start + 2] = second;
        if (first >= 0 && second >= 0) {
            cell[start] = lattice.beyond(second, first);
            cell[start + 3] = lattice.beyond(first, second);
        }
    }
}
