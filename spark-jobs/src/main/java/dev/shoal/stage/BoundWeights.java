package dev.shoal.stage;

import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Stencil;
import dev.shoal.regrid.Weights;

/**
 * Weights of a window of the target over the source window that they need.
 *
 * @param source the window; empty where the target window lies wholly outside the source
 * @param stencil the weights over that window
 * @param bytes that they take
 */
record BoundWeights(GridWindow source, Stencil stencil, long bytes) {

    /**
     * Binds weights to source cells.
     *
     * @param cells those that they need, or more
     */
    static BoundWeights of(Weights weights, GridWindow cells) {
        return new BoundWeights(cells, weights.over(cells), bytes(weights));
    }

    /** Returns the bytes of weights. */
    static long bytes(Weights weights) {
        return weights.bytes();
    }
}
