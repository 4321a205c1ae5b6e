package dev.shoal.stage;

import dev.shoal.regrid.Box;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Reach;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.Weigher;
import java.util.Locale;

/** Tells whether a target grid lies over a source grid at all, before anything is made. */
final class TargetOverlap {

    private static final int BLOCK_CELLS = 1 << 12;

    private TargetOverlap() {}

    /**
     * Tells whether any target cell takes anything from the source. Looks at blocks of the target with a point inside
     * the source's box, or where cells count at all of them, and stops at the first weight.
     *
     * @param weigher the source made ready for the scheme
     * @throws IllegalArgumentException where the grids have no weights by this scheme
     */
    static boolean exists(Grid source, Grid target, Scheme scheme, Weigher weigher) {
        Box box = source.box();
        boolean anywhere = scheme.reach() == Reach.EVERYWHERE || scheme.method().isByArea();
        int columns = Math.min(target.nx(), BLOCK_CELLS);
        int rows = Math.max(1, BLOCK_CELLS / columns);
        for (int y = 0; y < target.ny(); y += rows) {
            for (int x = 0; x < target.nx(); x += columns) {
                GridWindow block =
                        new GridWindow(y, Math.min(target.ny(), y + rows), x, Math.min(target.nx(), x + columns));
                if ((anywhere || touches(box, target, block))
                        && weigher.weights(target, block).entries() > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean touches(Box box, Grid target, GridWindow block) {
        for (int y = block.y0(); y < block.y1(); y++) {
            for (int x = block.x0(); x < block.x1(); x++) {
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
