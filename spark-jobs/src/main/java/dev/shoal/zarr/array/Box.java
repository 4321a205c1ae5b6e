package dev.shoal.zarr.array;

import dev.shoal.plan.Window;

/**
 * The cells that were asked for, being filled.
 *
 * @param window which they are
 * @param cells an array of them, row-major
 */
record Box(Window window, Object cells) {

    /**
     * Takes over what a chunk holds of them.
     *
     * @param chunk an array of its elements, row-major
     * @param place its cells in the array; those past the array's end lie outside the window
     */
    void take(Object chunk, Window place) {
        place.intersect(window).ifPresent(shared -> Boxes.copy(chunk, place, cells, window, shared));
    }
}
