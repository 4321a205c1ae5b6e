package dev.shoal.regrid;

/** An order of the cells of a grid with rows in which cells near each other come soon after each other. */
final class BlockOrder {
    private final int columns;
    private final int[] cell;

    private BlockOrder(int rows, int columns) {
        this.columns = columns;
        this.cell = new int[Math.multiplyExact(rows, columns)];
        halve(0, rows, 0, columns, 0);
    }

    /**
     * Returns all cells, as {@code row x columns + column}: halves of blocks one after the other, cut where they are
     * longer, so that every eight or so in the order are a block of two rows and four columns. A new array.
     */
    static int[] of(int rows, int columns) {
        return new BlockOrder(rows, columns).cell;
    }

    private int halve(int row, int rowEnd, int column, int columnEnd, int first) {
        int height = rowEnd - row;
        int width = columnEnd - column;
        if (height == 1 && width == 1) {
            cell[first] = row * columns + column;
            return first + 1;
        }
        if (height > width) {
            int middle = row + half(height);
            return halve(middle, rowEnd, column, columnEnd, halve(row, middle, column, columnEnd, first));
        }
        int middle = column + half(width);
        return halve(row, rowEnd, middle, columnEnd, halve(row, rowEnd, column, middle, first));
    }

    /** Returns the largest power of two below a number. */
    private static int half(int number) {
        return Integer.highestOneBit(number - 1);
    }
}
