package dev.shoal.zarr.array;

import dev.shoal.plan.Window;

/** Copies boxes of cells between row-major arrays. */
public final class Boxes {

    private Boxes() {}

    /**
     * Copies the cells that two boxes share.
     *
     * @param from an array of primitives with the cells of {@code fromCells}
     * @param to an array of the same primitives with the cells of {@code toCells}
     * @param shared cells that both hold
     */
    public static void copy(Object from, Window fromCells, Object to, Window toCells, Window shared) {
        int rank = shared.rank();
        int run = rank;
        int length = 1;
        while (run > 0 && (run == rank || spans(run, shared, fromCells, toCells))) {
            run--;
            length *= (int) shared.length(run);
        }
        if (rank == 0) {
            System.arraycopy(from, 0, to, 0, 1);
            return;
        }
        long[] at = shared.start().clone();
        while (true) {
            System.arraycopy(from, offset(fromCells, at), to, offset(toCells, at), length);
            int axis = run - 1;
            while (axis >= 0 && ++at[axis] == shared.end(axis)) {
                at[axis] = shared.start(axis);
                axis--;
            }
            if (axis < 0) {
                return;
            }
        }
    }

    /** Tells whether an axis is whole in all three, so that the axis before it can be copied in one go with it. */
    private static boolean spans(int axis, Window shared, Window from, Window to) {
        return shared.length(axis) == from.length(axis) && shared.length(axis) == to.length(axis);
    }

    private static int offset(Window cells, long[] at) {
        long offset = 0;
        for (int axis = 0; axis < at.length; axis++) {
            offset = offset * cells.length(axis) + at[axis] - cells.start(axis);
        }
        return Math.toIntExact(offset);
    }
}
