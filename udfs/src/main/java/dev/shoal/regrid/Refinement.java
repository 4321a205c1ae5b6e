package dev.shoal.regrid;

import java.io.Serializable;

/**
 * What is added to the sums of target cells to make them better than the weights alone do, wherever all that it needs
 * is there. Which values are missing, the share that is valid, and the flags follow from the weights alone.
 */
sealed interface Refinement extends Serializable permits NoRefinement, CubicDifference, SlopeMoments {

    /**
     * Returns the smallest window of the source that holds what the weights need and what this needs.
     *
     * @param target some of the target cells
     * @param window what the weights need for them
     */
    GridWindow needed(GridWindow target, GridWindow window);

    /** Returns what belongs to some of the target cells. */
    Refinement window(GridWindow target);

    /**
     * Puts refinements together whose target cells follow each other in row-major order.
     *
     * @param parts of the kind of this, which is the first of them
     * @param whole the target cells of all of them
     */
    Refinement joined(Refinement[] parts, GridWindow whole);

    /** Binds the refinement to a block of the source. */
    Addends over(GridWindow source);

    /**
     * Returns the weights that make the same of fields without missing values, without a refinement.
     *
     * @param weights that this refines
     */
    Weights addedTo(Weights weights);

    /** Returns the bytes that this takes when bound to a block. */
    long bytes();
}
