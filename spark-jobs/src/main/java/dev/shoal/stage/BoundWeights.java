package dev.shoal.stage;

import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Stencil;
import dev.shoal.regrid.Weights;

/**
 * Weights of a window of the target over the source window that they need.
 *
 * @param source the window; empty where the target window lies wholly outside the source
 * @param stencil the weights over that window
 * @param sourceAreas of each cell of the source window in steradians what target cells take of it; empty where weights
 *     are no areas; not to be changed
 * @param bytes that all of it takes
 */
record BoundWeights(GridWindow source, Stencil stencil, double[] sourceAreas, long bytes) {

    /**
     * Binds weights to source cells.
     *
     * @param cells those that they need, or more
     */
    static BoundWeights of(Weights weights, GridWindow cells) {
        Stencil stencil = weights.over(cells);
        double[] areas = stencil.sourceAreas();
        return new BoundWeights(cells, stencil, areas, bytes(weights) + (long) areas.length * Double.BYTES);
    }

    /** Returns the bytes of weights. */
    static long bytes(Weights weights) {
        return weights.bytes();
    }
}
