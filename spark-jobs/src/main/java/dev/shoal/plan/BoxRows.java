package dev.shoal.plan;

/**
 * The cells that two row-major boxes share, as rows as long as both boxes let them be.
 *
 * @param from the box that cells are taken from
 * @param to the box that they are put into
 * @param cells inside both
 */
public record BoxRows(Window from, Window to, Window cells) {

    /** Receives one row. */
    @FunctionalInterface
    public interface Row {

        /** Receives a row: positions count cells from the begin of each box. */
        void copy(int from, int to, int count);
    }

    /** Refuses boxes that do not hold the cells, or hold 2^31 cells and more. */
    public BoxRows {
        if (!from.contains(cells) || !to.contains(cells)) {
            throw new IllegalArgumentException(
                    "Cannot copy " + cells + " from " + from + " to " + to + ": expected cells inside both.");
        }
        if (from.size() > Integer.MAX_VALUE || to.size() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "Cannot copy from " + from + " to " + to + ": expected fewer than 2^31 cells in each.");
        }
    }

    /** Calls {@code row} for every row, in ascending order of both positions. */
    public void each(Row row) {
        if (cells.isEmpty()) {
            return;
        }
        int outer = outerAxes();
        int count = 1;
        for (int axis = outer; axis < cells.rank(); axis++) {
            count *= (int) cells.length(axis);
        }
        int[] fromStep = steps(from);
        int[] toStep = steps(to);
        int[] left = new int[outer];
        int source = position(from, fromStep);
        int target = position(to, toStep);
        while (true) {
            row.copy(source, target, count);
            int axis = outer - 1;
            while (axis >= 0 && ++left[axis] == cells.length(axis)) {
                source -= (left[axis] - 1) * fromStep[axis];
                target -= (left[axis] - 1) * toStep[axis];
                left[axis] = 0;
                axis--;
            }
            if (axis < 0) {
                return;
            }
            source += fromStep[axis];
            target += toStep[axis];
        }
    }

    /** Returns the number of leading axes to walk; the cells of the others lie end to end in both boxes. */
    private int outerAxes() {
        int axis = cells.rank();
        while (axis > 0) {
            axis--;
            if (cells.length(axis) != from.length(axis) || cells.length(axis) != to.length(axis)) {
                break;
            }
        }
        return axis;
    }

    private static int[] steps(Window box) {
        int[] steps = new int[box.rank()];
        int step = 1;
        for (int axis = steps.length - 1; axis >= 0; axis--) {
            steps[axis] = step;
            step *= (int) box.length(axis);
        }
        return steps;
    }

    private int position(Window box, int[] steps) {
        int position = 0;
        for (int axis = 0; axis < steps.length; axis++) {
            position += (int) (cells.start(axis) - box.start(axis)) * steps[axis];
        }
        return position;
    }
}
