package dev.shoal.source;

import dev.shoal.cf.TimeAxis;
import dev.shoal.regrid.Grid;
import java.util.List;
import java.util.OptionalInt;

/** Measures the least and the greatest value of each coordinate of a file's cells. */
final class Reach {

    private long low = Long.MAX_VALUE;
    private long high = Long.MIN_VALUE;

    private Reach() {}

    /** Returns the closed range of every coordinate's keys; {@link KeyRanges#NONE} where all values are missing. */
    static CoordinateRanges of(CellPlaces places, List<SourceColumn> coordinates) {
        return of(places, CellSelection.of(places, coordinates, CoordinateRanges.EVERYWHERE), coordinates);
    }

    /** Returns the same of the cells of a selection that is exact: its coordinates lie along single axes. */
    static CoordinateRanges of(CellPlaces places, CellSelection selection, List<SourceColumn> coordinates) {
        CoordinateRanges reach = CoordinateRanges.EVERYWHERE;
        for (SourceColumn column : coordinates) {
            Reach found = new Reach();
            if (selection.cells() > 0) {
                found.measure(places, selection, column.role());
            }
            reach = reach.and(CoordinateRanges.of(column.name(), found.range()));
        }
        return reach;
    }

    private KeyRanges range() {
        return low > high ? KeyRanges.NONE : KeyRanges.between(low, high);
    }

    private void measure(CellPlaces places, CellSelection selection, ColumnRole role) {
        int[][] indexes = selection.indexes();
        switch (role) {
            case TIME -> {
                TimeAxis time = places.time().orElseThrow();
                int[] steps = indexes(indexes, places.timeAxis());
                for (int step : steps) {
                    time.micros().ifPresentOrElse(micros -> key(micros[step]), () -> number(time.numbers()[step]));
                }
            }
            case VERTICAL -> {
                for (int level : indexes(indexes, places.verticalAxis())) {
                    number(places.vertical().orElseThrow().values()[level]);
                }
            }
            case LAT -> positions(places, Grid::lat, indexes);
            case LON -> positions(places, Grid::lon, indexes);
            default -> throw new IllegalArgumentException("A " + role + " is no coordinate of cells.");
        }
    }

    private static int[] indexes(int[][] indexes, OptionalInt axis) {
        return axis.isPresent() ? indexes[axis.getAsInt()] : new int[1];
    }

    private void positions(CellPlaces places, PositionColumn.Position position, int[][] indexes) {
        int[] rows = places.yAxis() < 0 ? new int[1] : indexes[places.yAxis()];
        int[] columns = indexes[places.xAxis()];
        if (places.isPlacedByCell()) {
            for (int row : rows) {
                for (int column : columns) {
                    number(position.of(places.grid(), row, column));
                }
            }
            return;
        }
        for (int row : rows) {
            number(position.of(places.grid(), row, columns[0]));
        }
        for (int column : columns) {
            number(position.of(places.grid(), rows[0], column));
        }
    }

    private void number(double value) {
        if (!Double.isNaN(value)) {
            key(KeyRanges.key(value));
        }
    }

    private void key(long key) {
        low = Math.min(low, key);
        high = Math.max(high, key);
    }
}
