package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;

/** The areas of grids' cells. */
public final class CellAreas {
    private CellAreas() {}

    /**
     * Returns the areas of all cells of a grid.
     *
     * @param edges of the cells, where the grid is rectilinear
     * @return steradians, shape {@code (ny, nx)} row by row, 0 where there is no cell; a new array
     * @throws IllegalArgumentException where the grid has points alone
     */
    public static double[] of(Grid grid, CellEdges edges) {
        return of(grid, GridWindow.of(grid), edges);
    }

    /** Returns the areas of the cells of a window of a grid, as {@link #of(Grid, CellEdges)}. */
    public static double[] of(Grid grid, GridWindow window, CellEdges edges) {
        return of(grid, window, edges, new LastCells());
    }

    /** Takes cells that may be ready. */
    static double[] of(Grid grid, GridWindow window, CellEdges edges, LastCells last) {
        Weights.checkWindow(grid, window);
        double[] area = new double[window.size()];
        if (Overlaps.isCutAlongParallels(grid, edges)) {
            CellRows rows = new CellRows((RectilinearGrid) grid, window.y0(), window.y1());
            CellColumns columns = new CellColumns((RectilinearGrid) grid, window.x0(), window.x1());
            for (int k = 0; k < area.length; k++) {
                area[k] = rows.height(k / columns.count()) * columns.radians(k % columns.count());
            }
        } else {
            CellPolygons cells = last.of(grid);
            SphericalPolygon polygon = new SphericalPolygon();
            for (int k = 0; k < area.length; k++) {
                area[k] = cells.load(window.cell(k, grid), polygon);
            }
        }
        return area;
    }
}
