package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;

/**
 * Cells of a curvilinear grid reckoned from its points: a corner is the mean, on the sphere, of the four points around
 * it, over the seam and the fold too where {@link Quads} joins them, but never over a gap (see {@link Spacing}).
 *
 * <p>At an edge of the grid or of a hole the next corner inward is mirrored: at the middle of the two points beside it,
 * or at the cell's own point. Where three points are around a corner it is the middle of the two that lie across from
 * each other. All cells that meet at a corner reckon it alike, so they leave no gaps. A point without two rows and two
 * columns about it has no cell. Keeps 24 bytes a point.
 */
final class ReckonedCells implements CellPolygons {
    private final CurvilinearGrid grid;
    private final MeanCorners means;

    /** Refuses grids of one row or one column, whose points say nothing of their cells' width. */
    ReckonedCells(CurvilinearGrid grid, int threads) {
        if (grid.ny() < 2 || grid.nx() < 2) {
            throw new IllegalArgumentException("Cannot reckon the cells of a " + grid
                    + ": it has a single row or column, expected two at least. Give the corners of its cells.");
        }
        this.grid = grid;
        this.means = new MeanCorners(grid, threads);
    }

    @Override
    public double load(int cell, SphericalPolygon polygon) {
        polygon.clear();
        if (Double.isNaN(grid.lat()[cell])) {
            return 0;
        }
        double[] corner = new double[3];
        for (int k = 0; k < 4; k++) {
            int row = k < 2 ? -1 : 1;
            int column = k == 0 || k == 3 ? -1 : 1;
            if (!means.around(cell, row, column, corner)) {
                polygon.clear();
                return 0;
            }
            polygon.add(corner[0], corner[1], corner[2]);
        }
        return CellPolygons.oriented(polygon);
    }
}
