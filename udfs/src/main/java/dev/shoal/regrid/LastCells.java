package dev.shoal.regrid;

import org.jspecify.annotations.Nullable;

/** The cells of the grid that was asked for last, since windows of one grid follow each other. Safe to share. */
final class LastCells {
    private @Nullable Grid grid;
    private @Nullable CellPolygons cells;

    /** Returns the cells of a grid, made ready unless they are those of the last one. */
    synchronized CellPolygons of(Grid asked) {
        if (cells == null || grid != asked) {
            cells = CellPolygons.of(asked, 1);
            grid = asked;
        }
        return cells;
    }
}
