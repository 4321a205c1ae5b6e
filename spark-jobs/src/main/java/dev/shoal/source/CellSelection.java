package dev.shoal.source;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The cells of a file that may pass a query's filters: on each axis a set of indexes. Law: a cell that is not among
 * them has a coordinate outside the bounds.
 *
 * @param indexes of each axis, rising; owned by this record
 */
record CellSelection(int[][] indexes) {

    /** Selects cells by the bounds on their coordinates. */
    static CellSelection of(CellPlaces space, List<SourceColumn> columns, CoordinateRanges ranges) {
        int[][] indexes = new int[space.shape().length][];
        for (int axis = 0; axis < indexes.length; axis++) {
            indexes[axis] =
                    IntStream.range(0, Math.toIntExact(space.shape()[axis])).toArray();
        }
        CellSelection all = new CellSelection(indexes);
        for (SourceColumn column : columns) {
            if (ranges.bounds(column.name())) {
                all.keep(space, column, ranges);
            }
        }
        if (space.isPlacedByCell() && (ranges.bounds("lat") || ranges.bounds("lon"))) {
            all.keepBox(space, ranges);
        }
        return all;
    }

    private void keep(CellPlaces space, SourceColumn column, CoordinateRanges ranges) {
        KeyRanges wanted = ranges.range(column.name());
        switch (column.role()) {
            case TIME -> {
                double[] numbers = space.time().orElseThrow().numbers();
                IntPredicate test = space.time()
                        .orElseThrow()
                        .micros()
                        .map(micros -> (IntPredicate) i -> wanted.holds(micros[i]))
                        .orElse(i -> wanted.holdsNumber(numbers[i]));
                keep(space.timeAxis(), test);
            }
            case VERTICAL -> {
                double[] levels = space.vertical().orElseThrow().values();
                keep(space.verticalAxis(), i -> wanted.holdsNumber(levels[i]));
            }
            case LAT -> {
                if (!space.isPlacedByCell()) {
                    keep(
                            OptionalInt.of(space.yAxis()),
                            i -> wanted.holdsNumber(space.grid().lat(i, 0)));
                }
            }
            case LON -> {
                if (!space.isPlacedByCell()) {
                    keep(
                            OptionalInt.of(space.xAxis()),
                            i -> wanted.holdsNumber(space.grid().lon(0, i)));
                }
            }
            default -> {}
        }
    }

    /** Keeps indexes of an axis; a coordinate without an axis has one value for all cells. */
    private void keep(OptionalInt axis, IntPredicate test) {
        if (axis.isPresent()) {
            indexes[axis.getAsInt()] =
                    Arrays.stream(indexes[axis.getAsInt()]).filter(test).toArray();
        } else if (!test.test(0)) {
            Arrays.fill(indexes, new int[0]);
        }
    }

    /** Keeps the rows and the columns that have a cell within the bounds of both latitude and longitude. */
    private void keepBox(CellPlaces space, CoordinateRanges ranges) {
        boolean[] rows = new boolean[space.grid().ny()];
        boolean[] columns = new boolean[space.grid().nx()];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                boolean inside = ranges.holds("lat", space.grid().lat(row, column))
                        && ranges.holds("lon", space.grid().lon(row, column));
                rows[row] |= inside;
                columns[column] |= inside;
            }
        }
        if (space.yAxis() >= 0) {
            keep(OptionalInt.of(space.yAxis()), row -> rows[row]);
        }
        keep(OptionalInt.of(space.xAxis()), column -> columns[column]);
    }

    /** Returns the number of selected cells. */
    long cells() {
        return Arrays.stream(indexes).mapToLong(axis -> axis.length).reduce(1, Math::multiplyExact);
    }
}
