package dev.shoal.regrid;

import java.io.Serializable;

/**
 * What makes target values better than a grid's weights alone do, wherever all that it needs is there. What a missing
 * value does, and the flags, follow from the weights; a refinement makes no value of a missing one and none missing.
 */
sealed interface Refinement extends Serializable permits NoRefinement, CubicRefinement {

    /** Adds what it needs for some target cells to the window of the source that they need. */
    GridWindow needed(GridWindow target, GridWindow window);

    /** Returns what belongs to some of the target cells. */
    Refinement window(GridWindow target);

    /** Puts this one's followers behind it; they are of its kind. */
    Refinement joined(Refinement[] parts, GridWindow whole);

    /** Binds the refinement to a block of the source. */
    Refiner over(GridWindow source);
}
