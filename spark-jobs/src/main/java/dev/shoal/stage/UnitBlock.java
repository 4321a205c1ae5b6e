package dev.shoal.stage;

import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.Window;
import dev.shoal.qc.QcFlag;
import dev.shoal.regrid.GridWindow;
import java.util.Arrays;

/** The values and flags of a unit's cells, in the order time, vertical, y, x; missing until they are put. */
final class UnitBlock {

    private final Window cells;
    private final int timeAxis;
    private final int verticalAxis;
    private final double[] values;
    private final byte[] flags;

    /**
     * Makes a block without any value.
     *
     * @param cells of the target array
     */
    UnitBlock(PlannedArray array, Window cells) {
        this.cells = cells;
        this.timeAxis = array.timeAxis();
        this.verticalAxis = array.verticalAxis();
        this.values = new double[Math.toIntExact(cells.size())];
        this.flags = new byte[values.length];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(flags, QcFlag.MISSING);
    }

    Window cells() {
        return cells;
    }

    double[] values() {
        return values;
    }

    byte[] flags() {
        return flags;
    }

    /** Returns the first step of the target, 0 without a time axis. */
    int firstStep() {
        return timeAxis < 0 ? 0 : (int) cells.start(timeAxis);
    }

    /** Returns one past the last step of the target, 1 without a time axis. */
    int endStep() {
        return timeAxis < 0 ? 1 : (int) cells.end(timeAxis);
    }

    /** Returns the levels, {@code [0, 1)} without a vertical axis. */
    Window levelRange() {
        return verticalAxis < 0
                ? Window.whole(1)
                : new Window(new long[] {cells.start(verticalAxis)}, new long[] {cells.end(verticalAxis)});
    }

    /** Returns the number of levels. */
    int levels() {
        return (int) levelRange().length(0);
    }

    /** Returns the rows and columns. */
    GridWindow horizontal() {
        int y = cells.rank() - 2;
        return new GridWindow(
                (int) cells.start(y), (int) cells.end(y), (int) cells.start(y + 1), (int) cells.end(y + 1));
    }

    /** Returns the cells of one field. */
    int fieldSize() {
        return horizontal().size();
    }

    /**
     * Puts a field in its place.
     *
     * @param step of the target array
     * @param level position within {@link #levelRange}
     */
    void put(int step, int level, FieldScratch field) {
        int at = ((step - firstStep()) * levels() + level) * fieldSize();
        System.arraycopy(field.target(), 0, values, at, fieldSize());
        System.arraycopy(field.targetFlags(), 0, flags, at, fieldSize());
    }
}
