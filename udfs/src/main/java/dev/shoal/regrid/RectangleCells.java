package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;

/** Cells of a rectilinear grid whose corners are joined by great circles. */
final class RectangleCells implements CellPolygons {
    private static final double WIDEST = 180;

    private final CellRows rows;
    private final CellColumns columns;

    /** Refuses columns of half a turn and more: great circles do not go round them. */
    RectangleCells(RectilinearGrid grid) {
        rows = new CellRows(grid);
        columns = new CellColumns(grid);
        for (int i = 0; i < columns.count(); i++) {
            if (columns.width(i) >= WIDEST) {
                throw new IllegalArgumentException(
                        "Cannot join the corners of column " + i + " by great circles: it is "
                                + columns.width(i) + " degrees wide, expected less than " + WIDEST
                                + ". Take circles of latitude as edges.");
            }
        }
    }

    @Override
    public double load(int cell, SphericalPolygon polygon) {
        int row = cell / columns.count();
        int column = cell - row * columns.count();
        double west = columns.west(column);
        double east = west + columns.width(column);
        polygon.clear();
        polygon.addDegrees(rows.south(row), west);
        polygon.addDegrees(rows.south(row), east);
        polygon.addDegrees(rows.north(row), east);
        polygon.addDegrees(rows.north(row), west);
        return CellPolygons.oriented(polygon);
    }
}
