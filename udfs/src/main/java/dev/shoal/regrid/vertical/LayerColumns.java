package dev.shoal.regrid.vertical;

import java.util.Arrays;

/**
 * Remaps columns of layers to target layers conservatively: what lies in a source layer is spread evenly over it, and
 * each target layer takes the part that lies in it.
 *
 * <p>Arrays hold level after level, the cells of a level side by side. Layers are given by their edges, of which a
 * column has one more than layers: edges of the bottom cell where the sea floor cuts it short, NaN below. Edges may
 * rise or fall; where they turn back (density with an inversion), each layer is still spread over the stretch between
 * its own edges, so nothing is lost (as in xgcm's conservative transform).
 *
 * <p>Laws: over targets that cover the column, the sum of integrals is the column's own (to 1e-12 of the sum of
 * amounts); a mean lies between the smallest and the largest value of the layers it is made of. Immutable and safe to
 * share between threads.
 */
public final class LayerColumns {
    private final VerticalScheme scheme;
    private final LayerQuantity quantity;
    private final double[] edges;
    private final boolean falling;

    /**
     * Makes ready for target layers.
     *
     * @param scheme whose method is {@link VerticalMethod#CONSERVATIVE}
     * @param quantity what comes out
     * @param edges of the target layers, one more than layers, strictly rising or falling; copied in
     */
    public LayerColumns(VerticalScheme scheme, LayerQuantity quantity, double[] edges) {
        if (scheme.method() != VerticalMethod.CONSERVATIVE) {
            throw new IllegalArgumentException(
                    "Cannot remap layers by method linear or log, expected conservative. Give levels instead.");
        }
        this.scheme = scheme;
        this.quantity = quantity;
        this.falling = edges.length > 1 && edges[0] > edges[1];
        this.edges = rising(edges);
        for (int i = 0; i < edges.length; i++) {
            if (edges.length < 2 || !Double.isFinite(edges[i]) || (i > 0 && !(this.edges[i] > this.edges[i - 1]))) {
                throw new IllegalArgumentException("Cannot remap layers to edges " + Arrays.toString(edges)
                        + ", expected two numbers or more that keep rising or keep falling.");
            }
        }
    }

    /** Returns the number of target layers. */
    public int targets() {
        return edges.length - 1;
    }

    /**
     * Remaps columns whose edges are lengths, so that a layer holds as much as it is thick.
     *
     * @param cells number of columns
     * @param sourceEdges shape {@code (levels + 1, cells)}, or {@code (levels + 1)} for edges that all columns share;
     *     NaN where a column has no such edge; not changed
     * @param values shape {@code (levels, cells)}; NaN means missing; not changed
     * @param result shape {@code (targets, cells)}, overwritten; NaN means missing
     * @param share shape {@code (targets, cells)}, overwritten: the share of the target layer that valid values cover
     */
    public void apply(int cells, double[] sourceEdges, double[] values, double[] result, double[] share) {
        apply(cells, sourceEdges, new double[0], values, result, share);
    }

    /**
     * Remaps columns whose edges are of any kind, such as densities, with what each layer holds given beside.
     *
     * @param amounts shape {@code (levels, cells)}: how thick each layer is, NaN or 0 where there is none; empty for
     *     edges that are lengths; not changed
     * @param share as for {@link #apply(int, double[], double[], double[], double[])}, but with amounts the share of
     *     all amounts in the target layer whose values are valid
     */
    public void apply(
            int cells, double[] sourceEdges, double[] amounts, double[] values, double[] result, double[] share) {
        ColumnShape shape = ColumnShape.of(cells, values.length);
        shape.checkCoordinate(sourceEdges.length, 1);
        shape.checkResult("values", result.length, targets());
        shape.checkResult("shares", share.length, targets());
        if (amounts.length != 0 && amounts.length != values.length) {
            throw new IllegalArgumentException("Cannot remap layers: there are " + amounts.length + " amounts for "
                    + values.length + " values, expected as many.");
        }
        LayerSums sums = new LayerSums(edges, amounts.length != 0);
        int stride = shape.stride(sourceEdges.length, 1);
        for (int cell = 0; cell < cells; cell++) {
            sums.clear();
            int at = stride == 1 ? 0 : cell;
            for (int level = 0; level < shape.levels(); level++) {
                double from = sourceEdges[at + level * stride];
                double to = sourceEdges[at + (level + 1) * stride];
                int place = level * cells + cell;
                sums.add(from, to, amounts.length == 0 ? Math.abs(to - from) : amounts[place], values[place]);
            }
            finish(sums, cells, cell, result, share);
        }
    }

    private void finish(LayerSums sums, int cells, int cell, double[] result, double[] share) {
        for (int layer = 0; layer < targets(); layer++) {
            int place = (falling ? targets() - 1 - layer : layer) * cells + cell;
            share[place] = sums.share(layer);
            double made = quantity == LayerQuantity.MEAN ? sums.mean(layer) : sums.integral(layer);
            result[place] = scheme.suffices(share[place]) ? made : Double.NaN;
        }
    }

    private static double[] rising(double[] edges) {
        double[] rising = edges.clone();
        if (edges.length > 1 && edges[0] > edges[1]) {
            for (int i = 0; i < edges.length; i++) {
                rising[i] = edges[edges.length - 1 - i];
            }
        }
        return rising;
    }
}
