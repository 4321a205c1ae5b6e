package dev.shoal.zarr.array;

import dev.shoal.netcdf.Frame;
import dev.shoal.netcdf.Overlap;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.Optional;

/**
 * The cells that were asked for, being filled.
 *
 * @param window which they are
 * @param frame the cells that the array holds, the window's among them
 * @param cells the array, row-major
 */
record Box(Window window, Frame frame, Object cells) {

    /**
     * Takes over what a chunk holds of them.
     *
     * @param chunk an array of its elements, row-major
     * @param place its cells in the array; those past the array's end lie outside the window
     */
    void take(Object chunk, Window place) throws IOException {
        Optional<Window> shared = place.intersect(window);
        if (shared.isPresent()) {
            new Overlap(Frame.of(place), frame, shared.get())
                    .each((from, to, count) -> System.arraycopy(chunk, (int) from, cells, (int) to, (int) count));
        }
    }

    /**
     * Fills what belongs to a chunk that was never written.
     *
     * @param one an array of the one element
     * @param place the chunk's cells
     */
    void fill(Object one, Window place) throws IOException {
        Optional<Window> shared = place.intersect(window);
        if (shared.isPresent()) {
            new Overlap(frame, frame, shared.get())
                    .each((from, to, count) -> Cells.fill(cells, (int) to, (int) count, one));
        }
    }
}
