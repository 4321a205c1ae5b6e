package dev.shoal.source;

import dev.shoal.regrid.Grid;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;

/** A latitude or longitude that belongs to a cell, and not to a row or column. */
final class PositionColumn implements CellColumn {

    /** One of the two coordinates of a grid's point. */
    @FunctionalInterface
    interface Position {
        /** Returns degrees, NaN where there are none. */
        double of(Grid grid, int row, int column);
    }

    private final CellPlaces places;
    private final Position position;
    private final DoubleVector vector = new DoubleVector(DataTypes.DoubleType);
    private double[] shown = new double[0];

    PositionColumn(CellPlaces places, Position position) {
        this.places = places;
        this.position = position;
    }

    @Override
    public ColumnVector vector() {
        return vector;
    }

    @Override
    public void show(CellCursor cursor) {
        shown = shown.length < cursor.most() ? new double[cursor.most()] : shown;
        Grid grid = places.grid();
        int[] rows = places.yAxis() < 0 ? new int[cursor.count()] : cursor.indexes(places.yAxis());
        int[] columns = cursor.indexes(places.xAxis());
        for (int row = 0; row < cursor.count(); row++) {
            shown[row] = position.of(grid, rows[row], columns[row]);
        }
        vector.show(shown, 0, cursor.count());
    }
}
