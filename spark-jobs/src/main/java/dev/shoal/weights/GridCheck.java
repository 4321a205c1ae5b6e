package dev.shoal.weights;

/** How much a file of weights tells of a grid, and so how far it can be told to be the one that is meant. */
public enum GridCheck {
    /** Nothing: only that no cell's number is too large. */
    NOTHING,
    /** The number of cells. */
    SIZE,
    /** The position of every cell. */
    POSITIONS,
    /** The position and the corners of every cell. */
    CORNERS
}
