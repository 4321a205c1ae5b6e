package dev.shoal.weights;

import dev.shoal.regrid.CellCorners;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.regrid.UnstructuredGrid;

/**
 * The cells of a grid one by one, as files of weights tell of them: points and corners.
 *
 * @param grid any
 */
record GridCells(Grid grid) {

    private static final int RECTANGLE = 4;

    /** Returns the number of axes: one for grids without rows. */
    int rank() {
        return grid instanceof UnstructuredGrid ? 1 : 2;
    }

    /** Returns the lengths of the axes, fastest first. */
    int[] dims() {
        return rank() == 1 ? new int[] {grid.nx()} : new int[] {grid.nx(), grid.ny()};
    }

    /** Returns CDO's word for the kind of grid. */
    String kind() {
        if (grid instanceof RectilinearGrid) {
            return "lonlat";
        }
        return grid instanceof CurvilinearGrid ? "curvilinear" : "unstructured";
    }

    double lat(int cell) {
        return grid.lat(cell / grid.nx(), cell % grid.nx());
    }

    double lon(int cell) {
        return grid.lon(cell / grid.nx(), cell % grid.nx());
    }

    /** Tells whether a cell has no point. */
    boolean isHole(int cell) {
        return Double.isNaN(lat(cell));
    }

    /** Returns the number of corners of the cell that has the most; 0 where they are not known. */
    int corners() {
        return grid instanceof RectilinearGrid ? RECTANGLE : given().most();
    }

    private CellCorners given() {
        if (grid instanceof CurvilinearGrid curvilinear) {
            return curvilinear.corners();
        }
        return grid instanceof UnstructuredGrid unstructured ? unstructured.corners() : CellCorners.NONE;
    }

    /**
     * Returns the latitude of a corner in degrees; cells of fewer corners repeat their last one.
     *
     * @param corner anticlockwise from the first bounds of row and column where they rise
     */
    double cornerLat(int cell, int corner) {
        if (grid instanceof RectilinearGrid rectilinear) {
            return rectilinear.latBounds()[2 * (cell / grid.nx()) + corner / 2];
        }
        return given().lat()[place(cell, corner)];
    }

    /** Returns the longitude of a corner in degrees. */
    double cornerLon(int cell, int corner) {
        if (grid instanceof RectilinearGrid rectilinear) {
            return rectilinear.lonBounds()[2 * (cell % grid.nx()) + (corner == 1 || corner == 2 ? 1 : 0)];
        }
        return given().lon()[place(cell, corner)];
    }

    private int place(int cell, int corner) {
        CellCorners given = given();
        int first = cell * given.most();
        int last = first + corner;
        while (last > first && Double.isNaN(given.lat()[last])) {
            last--;
        }
        return last;
    }

    double[] corner(int cell, int corner) {
        return position(cornerLat(cell, corner), cornerLon(cell, corner));
    }

    /** Returns where a point lies on the unit sphere. */
    static double[] position(double lat, double lon) {
        double y = Math.toRadians(lat);
        double x = Math.toRadians(lon);
        return new double[] {Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)};
    }
}
