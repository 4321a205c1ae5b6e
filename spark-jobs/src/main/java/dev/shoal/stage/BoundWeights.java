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

    static BoundWeights of(Weights weights) {
        GridWindow needed = weights.sourceWindow();
        return new BoundWeights(needed, weights.over(needed), bytes(weights));
    }

    /** Returns the bytes of weights. */
    static long bytes(Weights weights) {
        return weights.bytes();
    }
}
