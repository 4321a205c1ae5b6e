package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;

/** The cells of a grid as polygons of great circles. Safe to read from many threads, each with its own polygon. */
interface CellPolygons {

    /**
     * Loads one cell, its vertices counterclockwise as seen from outside.
     *
     * @param cell its number, {@code row x nx + column}
     * @param polygon overwritten
     * @return the cell's area in steradians; 0 where there is no cell, or one without an inside
     */
    double load(int cell, SphericalPolygon polygon);

    /**
     * Returns the cells of a grid: by its corners, else for curvilinear grids by those reckoned from its points, for
     * nodes of triangles by their median-dual control volumes, for rectilinear grids by great circles.
     *
     * @param threads to make them ready in
     * @throws IllegalArgumentException where a grid has nothing that cells could be made of
     */
    static CellPolygons of(Grid grid, int threads) {
        if (grid instanceof RectilinearGrid rectilinear) {
            return new RectangleCells(rectilinear);
        }
        if (grid instanceof CurvilinearGrid curvilinear) {
            return curvilinear.corners().isEmpty()
                    ? new ReckonedCells(curvilinear, threads)
                    : new CornerCells(curvilinear.corners());
        }
        UnstructuredGrid mesh = (UnstructuredGrid) grid;
        if (!mesh.corners().isEmpty()) {
            return new CornerCells(mesh.corners());
        }
        if (mesh.triangles().count() > 0) {
            return new DualCells(mesh);
        }
        throw new IllegalArgumentException("Cannot weigh by area with an " + grid
                + ": it has points alone, expected cells. Give the corners of its cells or the triangles between its"
                + " points, or use a method of points (nearest, bilinear, inverse-distance).");
    }

    /** Turns a polygon's vertices counterclockwise and returns its area; 0 where it is as thin as rounding. */
    static double oriented(SphericalPolygon polygon) {
        polygon.close();
        if (polygon.size() < 3) {
            return 0;
        }
        double area = polygon.area();
        if (area < 0) {
            polygon.reverse();
        }
        return Math.abs(area) > Sliver.THINNEST * polygon.extent() ? Math.abs(area) : 0;
    }
}
