package dev.shoal.stage;

import dev.shoal.regrid.Box;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.Weights;
import java.util.Locale;

/** Tells whether a target grid lies over a source grid at all, before anything is made. */
final class TargetOverlap {

    private static final int BLOCK_CELLS = 1 << 16;

    private TargetOverlap() {}

    /**
     * Tells whether any target cell takes anything from the source. Looks at blocks of rows with a cell inside the
     * source's box, and stops at the first weight.
     */
    static boolean exists(Grid source, RectilinearGrid target, Method method) {
        Box box = source.box();
        int rows = Math.max(1, BLOCK_CELLS / target.nx());
        for (int y = 0; y < target.ny(); y += rows) {
            int end = Math.min(target.ny(), y + rows);
            if (touches(box, target, y, end)
                    && Weights.of(source, target, new GridWindow(y, end, 0, target.nx()), Scheme.of(method))
                                    .entries()
                            > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean touches(Box box, RectilinearGrid target, int from, int to) {
        for (int y = from; y < to; y++) {
            for (int x = 0; x < target.nx(); x++) {
                if (box.contains(target.lat(y, x), target.lon(y, x))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns a box in words. */
    static String text(Box box) {
        return String.format(
                Locale.ROOT,
                "latitude %.2f to %.2f, longitude %.2f to %.2f",
                box.south(),
                box.north(),
                box.west(),
                box.east());
    }
}
