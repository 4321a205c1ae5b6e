package dev.shoal.regrid;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What each cell of a window of a target grid takes from a source grid: a sparse matrix, row by row.
 *
 * <p>Law: the weights of a target cell depend on the two grids and the scheme alone, to the last bit. So the weights of
 * a window are those of the whole target cut out, and any partitioning of the target gives the same values.
 *
 * <p>The weights of a target cell sum to 1, or there are none and the cell is missing; those of methods by area are
 * shares of the target cell's own area, and sum to the share of it that lies over the source's cells. With
 * {@link Reach#WITHIN_SOURCE} target points outside the source's points stay missing: nothing is extrapolated, also not
 * from the last row to a pole. Contributions of weight 0 are kept, since {@link MissingPolicy#CDO} asks for them.
 * Immutable and safe to share between threads.
 */
public final class Weights implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double[] NO_AREAS = {};

    private final int sourceRows;
    private final int sourceColumns;
    private final GridWindow target;
    private final int[] rowStart;
    private final int[] column;
    private final double[] weight;
    private final double[] targetArea;
    private final Method method;
    private final Refinement refinement;

    /** Takes over the arrays; weights that are no areas. */
    Weights(int sourceRows, int sourceColumns, GridWindow target, int[] rowStart, int[] column, double[] weight) {
        this(sourceRows, sourceColumns, target, rowStart, column, weight, NO_AREAS);
    }

    /** Takes over the arrays; {@link #by} tells of a method that is not bilinear or conservative. */
    Weights(
            int sourceRows,
            int sourceColumns,
            GridWindow target,
            int[] rowStart,
            int[] column,
            double[] weight,
            double[] targetArea) {
        this(
                sourceRows,
                sourceColumns,
                target,
                rowStart,
                column,
                weight,
                targetArea,
                targetArea.length == 0 ? Method.BILINEAR : Method.CONSERVATIVE,
                NoRefinement.ONLY);
    }

    private Weights(
            int sourceRows,
            int sourceColumns,
            GridWindow target,
            int[] rowStart,
            int[] column,
            double[] weight,
            double[] targetArea,
            Method method,
            Refinement refinement) {
        this.sourceRows = sourceRows;
        this.sourceColumns = sourceColumns;
        this.target = target;
        this.rowStart = rowStart;
        this.column = column;
        this.weight = weight;
        this.targetArea = targetArea;
        this.method = method;
        this.refinement = refinement;
    }

    /** Returns the same weights as those of a method, which says how missing values are treated; shares the arrays. */
    Weights by(Method other) {
        return new Weights(sourceRows, sourceColumns, target, rowStart, column, weight, targetArea, other, refinement);
    }

    /** Returns the same weights with something added to their sums; shares the arrays. */
    Weights refined(Refinement other) {
        return new Weights(sourceRows, sourceColumns, target, rowStart, column, weight, targetArea, method, other);
    }

    /** Makes the weights of a whole target grid. */
    public static Weights of(Grid source, Grid target, Scheme scheme) {
        return of(source, target, GridWindow.of(target), scheme);
    }

    /** Makes the weights of a window of a target grid. */
    public static Weights of(Grid source, Grid target, GridWindow window, Scheme scheme) {
        return Weigher.of(source, scheme).weights(target, window);
    }

    /** Returns the target cells that these weights are of. */
    public GridWindow target() {
        return target;
    }

    /** Returns the method that the weights were made by. */
    public Method method() {
        return method;
    }

    /** Returns the number of rows of the source. */
    public int sourceRows() {
        return sourceRows;
    }

    /** Returns the number of columns of the source. */
    public int sourceColumns() {
        return sourceColumns;
    }

    /** Returns the number of contributions in all. */
    public int entries() {
        return column.length;
    }

    /** Returns the bytes that these take when bound to a block of the source, with all that is added to their sums. */
    public long bytes() {
        long contributions = (long) column.length * (Integer.BYTES + Double.BYTES);
        return contributions + (long) target.size() * (Integer.BYTES + Double.BYTES) + refinement.bytes();
    }

    /**
     * Returns the areas of the target cells in steradians, shape of {@link #target()}, 0 where there is no cell; empty
     * for methods of points. Not to be changed.
     */
    public double[] targetAreas() {
        return targetArea;
    }

    /** Returns the smallest window of the source that all these target cells need; empty where they need nothing. */
    public GridWindow sourceWindow() {
        return sourceWindow(target.y0(), target.y1(), target.x0(), target.x1());
    }

    /**
     * Returns the smallest window of the source that some target cells need; empty where they need nothing. Cells on
     * both sides of a periodic source's seam need its full width.
     *
     * @param y0 first row of the target grid, inside {@link #target()} like the other three
     */
    public GridWindow sourceWindow(int y0, int y1, int x0, int x1) {
        GridWindow part = new GridWindow(y0, y1, x0, x1);
        checkInside(part);
        int[] reach = {sourceRows, -1, sourceColumns, -1};
        for (int y = y0; y < y1; y++) {
            for (int e = rowStart[cell(y, x0)]; e < rowStart[cell(y, x0) + x1 - x0]; e++) {
                stretch(reach, column[e] / sourceColumns, column[e] % sourceColumns);
            }
        }
        GridWindow window = reach[1] < 0
                ? new GridWindow(0, 0, 0, 0)
                : new GridWindow(reach[0], reach[1] + 1, reach[2], reach[3] + 1);
        return refinement.needed(part, window);
    }

    /** Returns the weights of some of these target cells. */
    public Weights window(int y0, int y1, int x0, int x1) {
        GridWindow part = new GridWindow(y0, y1, x0, x1);
        checkInside(part);
        WeightList list = new WeightList(part.size(), mostPerCell());
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                for (int e = rowStart[cell(y, x)]; e < rowStart[cell(y, x) + 1]; e++) {
                    list.add(column[e], weight[e]);
                }
                if (targetArea.length > 0) {
                    list.endCell(targetArea[cell(y, x)]);
                } else {
                    list.endCell();
                }
            }
        }
        return list.toWeights(sourceRows, sourceColumns, part).by(method).refined(refinement.window(part));
    }

    /**
     * Returns the source cells that a target cell takes from, as {@code row x nx + column} in the whole source grid.
     */
    public int[] sourcesOf(int row, int column) {
        checkInside(new GridWindow(row, row + 1, column, column + 1));
        int cell = cell(row, column);
        return Arrays.copyOfRange(this.column, rowStart[cell], rowStart[cell + 1]);
    }

    /** Returns the source cells that some target cells have contributions of, rising, each once. */
    IntStream sourceCells(GridWindow part) {
        BitSet cells = new BitSet();
        for (int y = part.y0(); y < part.y1(); y++) {
            int end = rowStart[cell(y, part.x0()) + part.columns()];
            for (int e = rowStart[cell(y, part.x0())]; e < end; e++) {
                cells.set(column[e]);
            }
        }
        return cells.stream();
    }

    /** Returns the shares of {@link #sourcesOf} in the same order. */
    public double[] weightsOf(int row, int column) {
        checkInside(new GridWindow(row, row + 1, column, column + 1));
        int cell = cell(row, column);
        return Arrays.copyOfRange(weight, rowStart[cell], rowStart[cell + 1]);
    }

    /**
     * Binds the weights to a block of the source, to be applied to as many fields as wanted.
     *
     * @param source the cells that the block holds; must contain {@link #sourceWindow()}
     */
    public Stencil over(GridWindow source) {
        GridWindow needed = sourceWindow();
        if (!source.contains(needed) || source.y1() > sourceRows || source.x1() > sourceColumns) {
            throw new IllegalArgumentException("Cannot apply weights to source cells " + source + ": they need "
                    + needed + " of a source of " + sourceRows + " x " + sourceColumns + ".");
        }
        return new Stencil(source.size(), method, rowsOver(source), targetArea, refinement.over(source));
    }

    /** Returns the weights with cells of a block of the source as columns; the block must hold them. */
    Rows rowsOver(GridWindow source) {
        int[] local = new int[column.length];
        for (int e = 0; e < local.length; e++) {
            int row = column[e] / sourceColumns;
            local[e] = (row - source.y0()) * source.columns() + column[e] - row * sourceColumns - source.x0();
        }
        return Rows.of(rowStart, local, weight);
    }

    /**
     * Returns weights that alone make what these make of fields without missing values: with {@link Method#BICUBIC} and
     * {@link Method#CONSERVATIVE2} those of all the cells that take part, some of them negative; otherwise these. They
     * are what files of weights hold, and know no more of what to do about a missing value.
     */
    public Weights plain() {
        return refinement.addedTo(this).refined(NoRefinement.ONLY);
    }

    /** Tells whether {@link #plain} are these: each target value is a sum of weights times values, and nothing more. */
    public boolean isPlain() {
        return refinement.equals(NoRefinement.ONLY);
    }

    /**
     * Applies the weights to one field. The same values come out to the last bit whatever the blocks.
     *
     * @param source values of the block, row by row; NaN means missing; not changed
     * @param block the source cells that {@code source} holds
     * @param rule when a target value is missing
     * @param result shape of {@link #target()}, overwritten; NaN means missing
     */
    public void apply(double[] source, GridWindow block, MissingRule rule, double[] result) {
        over(block).apply(source, rule, result);
    }

    /**
     * Carries quality flags over; see {@link Stencil#worstFlags}.
     *
     * @param source flags of the block, row by row; not changed
     * @param block the source cells that {@code source} holds
     * @param rule the rule that the values are made with
     * @param result shape of {@link #target()}, overwritten
     */
    public void worstFlags(byte[] source, GridWindow block, MissingRule rule, byte[] result) {
        over(block).worstFlags(source, rule, result);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights that
                && sourceRows == that.sourceRows
                && sourceColumns == that.sourceColumns
                && target.equals(that.target)
                && Arrays.equals(rowStart, that.rowStart)
                && Arrays.equals(column, that.column)
                && Arrays.equals(weight, that.weight)
                && Arrays.equals(targetArea, that.targetArea)
                && method == that.method
                && refinement.equals(that.refinement);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * target.hashCode() + Arrays.hashCode(column)) + Arrays.hashCode(weight);
    }

    @Override
    public String toString() {
        return entries() + " weights of target cells " + target;
    }

    /**
     * Puts weights together whose target cells follow each other in row-major order.
     *
     * @param parts of the same two grids; at least one
     * @param whole the target cells of all of them
     */
    static Weights joined(Weights[] parts, GridWindow whole) {
        int entries = 0;
        boolean areas = false;
        for (Weights part : parts) {
            entries = Math.addExact(entries, part.entries());
            areas |= part.targetArea.length > 0;
        }
        int[] rowStart = new int[whole.size() + 1];
        int[] column = new int[entries];
        double[] weight = new double[entries];
        double[] area = areas ? new double[whole.size()] : NO_AREAS;
        int cell = 0;
        for (Weights part : parts) {
            int first = rowStart[cell];
            System.arraycopy(part.column, 0, column, first, part.entries());
            System.arraycopy(part.weight, 0, weight, first, part.entries());
            if (areas) {
                System.arraycopy(part.targetArea, 0, area, cell, part.targetArea.length);
            }
            for (int k = 1; k < part.rowStart.length; k++) {
                rowStart[++cell] = first + part.rowStart[k];
            }
        }
        return new Weights(parts[0].sourceRows, parts[0].sourceColumns, whole, rowStart, column, weight, area)
                .by(parts[0].method)
                .refined(parts[0].refinement.joined(
                        Arrays.stream(parts).map(part -> part.refinement).toArray(Refinement[]::new), whole));
    }

    /** Returns the weights with others of the same target cells added: each cell's own first, then what is new. */
    Weights plus(Weights other) {
        WeightSum sum = new WeightSum(Math.multiplyExact(sourceRows, sourceColumns));
        WeightList list = new WeightList(target.size(), mostPerCell());
        for (int cell = 0; cell + 1 < rowStart.length; cell++) {
            sum.add(column, weight, rowStart[cell], rowStart[cell + 1]);
            sum.add(other.column, other.weight, other.rowStart[cell], other.rowStart[cell + 1]);
            sum.moveTo(list);
            list.endCell();
        }
        Weights made = list.toWeights(sourceRows, sourceColumns, target);
        return new Weights(
                sourceRows,
                sourceColumns,
                target,
                made.rowStart,
                made.column,
                made.weight,
                targetArea,
                method,
                refinement);
    }

    static void checkWindow(Grid target, GridWindow window) {
        if (!GridWindow.of(target).contains(window)) {
            throw new IllegalArgumentException("Cannot make weights for target cells " + window
                    + ": the target grid has " + target.ny() + " rows and " + target.nx() + " columns.");
        }
    }

    private int cell(int row, int column) {
        return (row - target.y0()) * target.columns() + column - target.x0();
    }

    private int mostPerCell() {
        int most = 0;
        for (int cell = 0; cell + 1 < rowStart.length; cell++) {
            most = Math.max(most, rowStart[cell + 1] - rowStart[cell]);
        }
        return most;
    }

    private void checkInside(GridWindow part) {
        if (!target.contains(part)) {
            throw new IllegalArgumentException(
                    "Cannot take target cells " + part + " out of weights of target cells " + target + ".");
        }
    }

    private static void stretch(int[] reach, int row, int column) {
        reach[0] = Math.min(reach[0], row);
        reach[1] = Math.max(reach[1], row);
        reach[2] = Math.min(reach[2], column);
        reach[3] = Math.max(reach[3], column);
    }
}
