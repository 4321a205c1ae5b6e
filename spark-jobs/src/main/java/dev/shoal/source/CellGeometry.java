package dev.shoal.source;

import dev.shoal.cf.TimeAxis;
import dev.shoal.cf.VerticalAxis;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.UnstructuredGrid;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * The places of a file's cells, for keeping and sending.
 *
 * @param axes lengths of the axes; owned by this record
 * @param positions of the axes of time, levels, rows and columns among them, -1 for none; owned by this record
 * @param times at most one
 * @param levels at most one
 * @param grid positions of the cells
 */
record CellGeometry(long[] axes, int[] positions, List<Times> times, List<Levels> levels, Grid grid)
        implements CellPlaces, Serializable {

    /**
     * Times of an axis.
     *
     * @param variable that holds them
     * @param units as stored
     * @param calendar by name
     * @param numbers in those units; owned by this record
     * @param micros since 1970; empty where the numbers have no timestamps; owned by this record
     */
    record Times(String variable, String units, String calendar, double[] numbers, long[] micros)
            implements Serializable {}

    /**
     * Levels of an axis.
     *
     * @param variable that holds them
     * @param units as stored
     * @param values in those units; owned by this record
     */
    record Levels(String variable, String units, double[] values) implements Serializable {

        @Override
        public boolean equals(Object other) {
            return other instanceof Levels that
                    && variable.equals(that.variable)
                    && units.equals(that.units)
                    && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return 31 * variable.hashCode() + Arrays.hashCode(values);
        }
    }

    /** Takes the places of a file's cells. */
    static CellGeometry of(CellPlaces places) {
        int[] positions = {
            places.timeAxis().orElse(-1), places.verticalAxis().orElse(-1), places.yAxis(), places.xAxis()
        };
        List<Times> times = places
                .time()
                .map(time -> new Times(
                        time.variable(),
                        time.units(),
                        time.calendar(),
                        time.numbers(),
                        time.micros().orElse(new long[0])))
                .stream()
                .toList();
        List<Levels> levels =
                places.vertical().map(axis -> new Levels(axis.variable(), axis.units(), axis.values())).stream()
                        .toList();
        return new CellGeometry(places.shape(), positions, times, levels, places.grid());
    }

    /** Returns how many coordinates are kept that belong to this file alone. */
    long ownValues() {
        return times.stream().mapToLong(time -> 2L * time.numbers().length).sum();
    }

    /** Returns how many coordinates are kept that other files may share. */
    long sharedValues() {
        long points = isPlacedByCell() ? 2L * grid.ny() * grid.nx() + cellValues() : grid.ny() + grid.nx();
        return points
                + levels.stream().mapToLong(level -> level.values().length).sum();
    }

    private long cellValues() {
        if (grid instanceof UnstructuredGrid mesh) {
            return 2L * mesh.corners().lat().length + mesh.triangles().node().length / 2;
        }
        return grid instanceof CurvilinearGrid curved ? 2L * curved.corners().lat().length : 0;
    }

    /** Returns the same with coordinates that other files have too. */
    CellGeometry shared(UnaryOperator<Object> known) {
        return new CellGeometry(
                axes,
                positions,
                times,
                levels.stream().map(level -> (Levels) known.apply(level)).toList(),
                (Grid) known.apply(grid));
    }

    @Override
    public long[] shape() {
        return axes;
    }

    @Override
    public Optional<TimeAxis> time() {
        return times.stream()
                .findFirst()
                .map(time -> new TimeAxis(
                        time.variable(),
                        time.units(),
                        time.calendar(),
                        time.numbers(),
                        time.micros().length == time.numbers().length ? Optional.of(time.micros()) : Optional.empty(),
                        new double[0]));
    }

    @Override
    public Optional<VerticalAxis> vertical() {
        return levels.stream()
                .findFirst()
                .map(level -> new VerticalAxis(level.variable(), level.units(), Optional.empty(), level.values()));
    }

    @Override
    public OptionalInt timeAxis() {
        return axis(0);
    }

    @Override
    public OptionalInt verticalAxis() {
        return axis(1);
    }

    private OptionalInt axis(int which) {
        return positions[which] < 0 ? OptionalInt.empty() : OptionalInt.of(positions[which]);
    }

    @Override
    public int yAxis() {
        return positions[2];
    }

    @Override
    public int xAxis() {
        return positions[3];
    }
}
