package dev.shoal.regrid;

import java.io.Serializable;

/**
 * A half-open rectangle of a grid's cells.
 *
 * @param y0 first row
 * @param y1 one past the last row
 * @param x0 first column
 * @param x1 one past the last column
 */
public record GridWindow(int y0, int y1, int x0, int x1) implements Serializable {

    /** Refuses negative starts and ends before their starts. */
    public GridWindow {
        if (y0 < 0 || x0 < 0 || y1 < y0 || x1 < x0) {
            throw new IllegalArgumentException("Cannot make a window of rows " + y0 + " to " + y1 + " and columns " + x0
                    + " to " + x1 + ", expected 0 <= start <= end.");
        }
    }

    /** Returns every cell of a grid. */
    public static GridWindow of(Grid grid) {
        return new GridWindow(0, grid.ny(), 0, grid.nx());
    }

    /** Returns the number of rows. */
    public int rows() {
        return y1 - y0;
    }

    /** Returns the number of columns. */
    public int columns() {
        return x1 - x0;
    }

    /** Returns the number of cells. Fails with {@link ArithmeticException} past 2^31, more than one array holds. */
    public int size() {
        return Math.multiplyExact(rows(), columns());
    }

    /** Returns the number, in the whole grid, of the cell at a place in this window counted row by row. */
    int cell(int place, Grid grid) {
        int row = place / columns();
        return (y0 + row) * grid.nx() + x0 + place - row * columns();
    }

    /** Tells whether there is no cell. */
    public boolean isEmpty() {
        return y1 == y0 || x1 == x0;
    }

    /** Tells whether every cell of {@code other} lies in this window; an empty one always does. */
    public boolean contains(GridWindow other) {
        return other.isEmpty() || (other.y0 >= y0 && other.y1 <= y1 && other.x0 >= x0 && other.x1 <= x1);
    }

    /** Returns the smallest window that holds this one and another; empty ones hold nothing. */
    public GridWindow around(GridWindow other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new GridWindow(
                Math.min(y0, other.y0), Math.max(y1, other.y1), Math.min(x0, other.x0), Math.max(x1, other.x1));
    }

    @Override
    public String toString() {
        return "[" + y0 + ":" + y1 + ", " + x0 + ":" + x1 + "]";
    }
}
