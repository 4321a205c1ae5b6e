package dev.shoal.zarr.icechunk;

import java.io.Serializable;

/**
 * How the chunks of an array are shared out to manifests: windows of one shape, side by side.
 *
 * <p>Pure arithmetic. Laws: every chunk is in one window; no window has more than the most chunks, unless it has one.
 *
 * @param counts chunks along each axis; not copied
 * @param window chunks along each axis of a window; not copied
 */
record ManifestWindows(int[] counts, int[] window) implements Serializable {

    /** Chooses windows that are cut along the first axes only. */
    static ManifestWindows of(int[] counts, long most) {
        int[] window = counts.clone();
        for (int axis = 0; axis < window.length; axis++) {
            while (window[axis] > 1 && size(window) > most) {
                window[axis] = (window[axis] + 1) / 2;
            }
        }
        return new ManifestWindows(counts, window);
    }

    private static double size(int[] window) {
        double size = 1;
        for (int length : window) {
            size *= length;
        }
        return size;
    }

    /** Returns the number of the window that a chunk is in. */
    long of(int... index) {
        long number = 0;
        for (int axis = 0; axis < index.length; axis++) {
            long along = (counts[axis] + (long) window[axis] - 1) / window[axis];
            number = number * along + index[axis] / window[axis];
        }
        return number;
    }
}
