package dev.shoal.regrid;

import java.util.Arrays;

/**
 * Weights that were made elsewhere, put together link by link: which target cell takes which share from which source
 * cell. Links come in any order of target cells; those of one target cell keep theirs. Not safe for several threads.
 */
public final class WeightLinks {
    private static final int LEAST_ROOM = 1024;
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final int sourceRows;
    private final int sourceColumns;
    private final GridWindow window;
    private final Method method;
    private int[] target = new int[LEAST_ROOM];
    private int[] column = new int[LEAST_ROOM];
    private double[] weight = new double[LEAST_ROOM];
    private int count;

    /**
     * Begins with no link.
     *
     * @param window the target cells that links may be of
     * @param method that the weights are to be applied as
     */
    public WeightLinks(Grid source, Grid target, GridWindow window, Method method) {
        this(source.ny(), source.nx(), window, method);
        Weights.checkWindow(target, window);
    }

    /**
     * Begins with no link between grids that are known by their shapes.
     *
     * @param window the target cells that links may be of
     * @param method that the weights are to be applied as
     */
    public WeightLinks(int sourceRows, int sourceColumns, GridWindow window, Method method) {
        this.sourceRows = sourceRows;
        this.sourceColumns = sourceColumns;
        this.window = window;
        this.method = method;
    }

    /**
     * Adds a link.
     *
     * @param targetCell number within the window, row by row
     * @param sourceCell number in the source, row by row
     * @throws IllegalArgumentException where there is no such cell, or the share is no number
     */
    public void add(long targetCell, long sourceCell, double share) {
        if (targetCell < 0 || targetCell >= window.size() || sourceCell < 0 || sourceCell >= sourceCells()) {
            throw new IllegalArgumentException("Cannot link target cell " + targetCell + " to source cell " + sourceCell
                    + ": there are " + window.size() + " target cells and " + sourceCells() + " source cells.");
        }
        if (Double.isNaN(share) || Double.isInfinite(share)) {
            throw new IllegalArgumentException("Cannot link target cell " + targetCell + " to source cell " + sourceCell
                    + ": the weight is " + share + ", expected a number.");
        }
        if (count == column.length) {
            grow();
        }
        target[count] = (int) targetCell;
        column[count] = (int) sourceCell;
        weight[count] = share;
        count++;
    }

    private long sourceCells() {
        return (long) sourceRows * sourceColumns;
    }

    private void grow() {
        if (count == LARGEST) {
            throw new IllegalArgumentException(
                    "Cannot hold more than " + LARGEST + " weights at once. Take a smaller window of the target.");
        }
        int room = (int) Math.min(LARGEST, 2L * count);
        target = Arrays.copyOf(target, room);
        column = Arrays.copyOf(column, room);
        weight = Arrays.copyOf(weight, room);
    }

    /**
     * Returns the weights of all links.
     *
     * @param areas of the target cells in steradians, shape of the window; empty for methods of points; taken over
     */
    public Weights toWeights(double[] areas) {
        if (areas.length != (method.isByArea() ? window.size() : 0)) {
            throw new IllegalArgumentException("Cannot make weights by " + method + " of " + window.size()
                    + " target cells with " + areas.length + " areas, expected one for each where the method is by"
                    + " area, else none.");
        }
        int[] rowStart = new int[window.size() + 1];
        for (int link = 0; link < count; link++) {
            rowStart[target[link] + 1]++;
        }
        for (int cell = 0; cell < window.size(); cell++) {
            rowStart[cell + 1] += rowStart[cell];
        }
        int[] next = Arrays.copyOf(rowStart, window.size());
        int[] columns = new int[count];
        double[] shares = new double[count];
        for (int link = 0; link < count; link++) {
            int place = next[target[link]]++;
            columns[place] = column[link];
            shares[place] = weight[link];
        }
        return new Weights(sourceRows, sourceColumns, window, rowStart, columns, shares, areas).by(method);
    }
}
