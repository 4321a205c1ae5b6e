package dev.shoal.stage;

import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.Window;
import dev.shoal.qc.flag.QcFlag;
import dev.shoal.regrid.GridWindow;
import java.util.Arrays;

/**
 * The values and flags of a unit's cells, in the order time, vertical, y, x; missing until they are put. Values are
 * held in the type they are written in.
 */
final class UnitBlock {

    private final Window cells;
    private final int timeAxis;
    private final int verticalAxis;
    private final boolean hasRows;
    private final Object values;
    private final byte[] flags;
    private final float[] fractions;

    /**
     * Makes a block without any value.
     *
     * @param cells of the target array
     * @param type of its values, FLOAT or DOUBLE
     * @param flagCells cells that have flags: all or none
     * @param fractionCells cells whose valid share is told: all or none
     */
    UnitBlock(PlannedArray array, Window cells, ElementType type, long flagCells, long fractionCells) {
        this.cells = cells;
        this.timeAxis = array.timeAxis();
        this.verticalAxis = array.verticalAxis();
        this.hasRows = array.hasRows();
        this.values = missing(type, Math.toIntExact(cells.size()));
        this.flags = new byte[Math.toIntExact(flagCells)];
        Arrays.fill(flags, QcFlag.MISSING);
        this.fractions = new float[Math.toIntExact(fractionCells)];
    }

    /** Returns room for steps of the same cells, without any value and without flags. */
    UnitBlock steps(PlannedArray array, int first, int count) {
        Window part = cells.with(timeAxis, first, (long) first + count);
        return new UnitBlock(
                array,
                part,
                holdsFloats() ? ElementType.FLOAT : ElementType.DOUBLE,
                0,
                fractions.length > 0 ? part.size() : 0);
    }

    /** Returns an array of missing values, {@code float[]} or {@code double[]}. */
    static Object missing(ElementType type, int size) {
        if (type == ElementType.FLOAT) {
            float[] narrow = new float[size];
            Arrays.fill(narrow, Float.NaN);
            return narrow;
        }
        double[] wide = new double[size];
        Arrays.fill(wide, Double.NaN);
        return wide;
    }

    /** Tells whether values are held as floats. */
    boolean holdsFloats() {
        return values instanceof float[];
    }

    Window cells() {
        return cells;
    }

    /** Returns the values, {@code float[]} or {@code double[]}. */
    Object values() {
        return values;
    }

    /** Returns the bytes of values, flags and shares. */
    long bytes() {
        long width = holdsFloats() ? Float.BYTES : Double.BYTES;
        return cells.size() * width + flags.length + (long) fractions.length * Float.BYTES;
    }

    /** Returns how many cells have no value. */
    long missing() {
        long count = 0;
        if (values instanceof float[] narrow) {
            for (float value : narrow) {
                count += Float.isNaN(value) ? 1 : 0;
            }
            return count;
        }
        for (double value : (double[]) values) {
            count += Double.isNaN(value) ? 1 : 0;
        }
        return count;
    }

    /** Returns the flags; empty where there are none. */
    byte[] flags() {
        return flags;
    }

    /** Returns the share of each cell that was made of valid values; empty where it is not told. */
    float[] fractions() {
        return fractions;
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

    /** Returns the rows and columns; one row where the target has none. */
    GridWindow horizontal() {
        int x = cells.rank() - 1;
        int firstRow = hasRows ? (int) cells.start(x - 1) : 0;
        int endRow = hasRows ? (int) cells.end(x - 1) : 1;
        return new GridWindow(firstRow, endRow, (int) cells.start(x), (int) cells.end(x));
    }

    /** Returns the cells of one field. */
    int fieldSize() {
        return horizontal().size();
    }

    /**
     * Puts a field in its place; a double becomes the nearest float where floats are held.
     *
     * @param step of the target array
     * @param level position within {@link #levelRange}
     */
    void put(int step, int level, FieldScratch field) {
        int at = ((step - firstStep()) * levels() + level) * fieldSize();
        if (values instanceof float[] narrow) {
            double[] wide = field.target();
            for (int i = 0; i < wide.length; i++) {
                narrow[at + i] = (float) wide[i];
            }
        } else {
            System.arraycopy(field.target(), 0, values, at, fieldSize());
        }
        if (flags.length > 0) {
            System.arraycopy(field.targetFlags(), 0, flags, at, fieldSize());
        }
        if (fractions.length > 0) {
            double[] shares = field.fractions();
            for (int i = 0; i < shares.length; i++) {
                fractions[at + i] = (float) shares[i];
            }
        }
    }

    /**
     * Puts whole steps in their places.
     *
     * @param step of the target array, the first of them
     * @param fields shape {@code (steps, levels, rows, columns)}, or longer
     * @param count of the values to be put
     */
    void put(int step, float[] fields, int count) {
        System.arraycopy(fields, 0, values, at(step), count);
    }

    /** Puts whole steps in their places; a double becomes the nearest float where floats are held. */
    void put(int step, double[] fields, int count) {
        int at = at(step);
        if (values instanceof float[] narrow) {
            for (int i = 0; i < count; i++) {
                narrow[at + i] = (float) fields[i];
            }
        } else {
            System.arraycopy(fields, 0, values, at, count);
        }
    }

    /** Puts the valid shares of whole steps in their places. */
    void putFractions(int step, float[] shares, int count) {
        System.arraycopy(shares, 0, fractions, at(step), count);
    }

    /** Puts the valid shares of whole steps in their places, each as the nearest float. */
    void putFractions(int step, double[] shares, int count) {
        int at = at(step);
        for (int i = 0; i < count; i++) {
            fractions[at + i] = (float) shares[i];
        }
    }

    private int at(int step) {
        return (step - firstStep()) * levels() * fieldSize();
    }
}
