package dev.shoal.regrid;

/**
 * A source grid made ready for one scheme, so that the weights of one window of a target after another can be made.
 * Safe to use from many threads at once.
 *
 * <p>Law: the weights of a target cell depend on the two grids and the scheme alone, to the last bit, and not on the
 * window or the threads.
 */
public interface Weigher {

    /**
     * Makes a source grid ready.
     *
     * @throws IllegalArgumentException where the method needs what the grid does not have: rows, cells or triangles
     */
    static Weigher of(Grid source, Scheme scheme) {
        return of(source, scheme, 1);
    }

    /** Makes a source grid ready in several threads. */
    static Weigher of(Grid source, Scheme scheme, int threads) {
        return Weighers.of(source, scheme, threads);
    }

    /**
     * Makes the weights that take this grid's values to a window of a target grid; {@link Weights} says what holds of
     * them.
     *
     * @throws IllegalArgumentException where the window is none of the target's, or the target has no cells and the
     *     method needs them
     */
    Weights weights(Grid target, GridWindow window);

    /**
     * Makes the weights of a window in several threads: parts of the window that follow each other, put together. The
     * same as {@link #weights(Grid, GridWindow)} to the last bit.
     *
     * @param threads from 1
     * @throws IllegalArgumentException as with one thread
     */
    default Weights weights(Grid target, GridWindow window, int threads) {
        GridWindow[] parts = Weighers.parts(window, threads);
        if (parts.length < 2) {
            return weights(target, window);
        }
        Weights[] made = new Weights[parts.length];
        Parallel.each(threads, parts.length, k -> made[k] = weights(target, parts[k]));
        return Weights.joined(made, window);
    }
}
