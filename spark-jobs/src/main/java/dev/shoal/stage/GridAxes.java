package dev.shoal.stage;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.regrid.CellCorners;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.regrid.UnstructuredGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The horizontal axes of a store: {@code lat, lon} of a rectilinear grid, {@code y, x} of a curvilinear one, and
 * {@code cell} of one without rows, with the coordinates that lie along them.
 *
 * @param dimensions names of the axes, one or two
 * @param shape their lengths
 * @param coordinates latitudes and longitudes, then the bounds of cells where they are known
 */
record GridAxes(List<String> dimensions, long[] shape, List<Coordinate> coordinates) {

    static final String LAT = "lat";
    static final String LON = "lon";

    /** Name of the axis of cells of a grid without rows. */
    static final String CELL = "cell";

    private static final String SUFFIX = "_bnds";
    private static final String PAIR = "bnds";
    private static final String CORNERS = "nv";

    /**
     * A coordinate.
     *
     * @param name of the array
     * @param dimensions names of its axes
     * @param shape their lengths
     * @param attributes of the array
     * @param values row by row
     */
    record Coordinate(String name, List<String> dimensions, long[] shape, Attributes attributes, double[] values) {}

    /** Returns the axes of a grid. */
    static GridAxes of(Grid grid) {
        if (grid instanceof RectilinearGrid rectilinear) {
            return of(rectilinear);
        }
        if (grid instanceof CurvilinearGrid curvilinear) {
            return of(
                    List.of("y", "x"),
                    new long[] {grid.ny(), grid.nx()},
                    curvilinear.lat(),
                    curvilinear.lon(),
                    curvilinear.corners());
        }
        UnstructuredGrid cells = (UnstructuredGrid) grid;
        return of(List.of(CELL), new long[] {grid.nx()}, cells.lat(), cells.lon(), cells.corners());
    }

    private static GridAxes of(RectilinearGrid grid) {
        List<Coordinate> all = new ArrayList<>();
        all.add(axis(LAT, "latitude", "degrees_north", "Y", grid.lat()));
        all.add(axis(LON, "longitude", "degrees_east", "X", grid.lon()));
        all.add(bounds(LAT, List.of(LAT, PAIR), new long[] {grid.ny(), 2}, grid.latBounds()));
        all.add(bounds(LON, List.of(LON, PAIR), new long[] {grid.nx(), 2}, grid.lonBounds()));
        return new GridAxes(List.of(LAT, LON), new long[] {grid.ny(), grid.nx()}, all);
    }

    private static Coordinate axis(String name, String standardName, String units, String axis, double[] values) {
        Attributes attributes = attributes(standardName, units, Attribute.of("axis", axis));
        return new Coordinate(name, List.of(name), new long[] {values.length}, attributes, values);
    }

    private static GridAxes of(List<String> dimensions, long[] shape, double[] lat, double[] lon, CellCorners corners) {
        List<Coordinate> all = new ArrayList<>();
        all.add(new Coordinate(LAT, dimensions, shape, attributes("latitude", "degrees_north"), lat));
        all.add(new Coordinate(LON, dimensions, shape, attributes("longitude", "degrees_east"), lon));
        if (!corners.isEmpty()) {
            List<String> axes = new ArrayList<>(dimensions);
            axes.add(CORNERS);
            long[] lengths = Arrays.copyOf(shape, shape.length + 1);
            lengths[shape.length] = corners.most();
            all.add(bounds(LAT, axes, lengths, corners.lat()));
            all.add(bounds(LON, axes, lengths, corners.lon()));
        }
        return new GridAxes(dimensions, shape, all);
    }

    private static Coordinate bounds(String of, List<String> dimensions, long[] shape, double[] values) {
        return new Coordinate(of + SUFFIX, dimensions, shape, Attributes.NONE, values);
    }

    private static Attributes attributes(String standardName, String units, Attribute... more) {
        List<Attribute> list = new ArrayList<>();
        list.add(Attribute.of("standard_name", standardName));
        list.add(Attribute.of("units", units));
        list.addAll(List.of(more));
        return new Attributes(list);
    }

    /** Returns the coordinates without the bounds of cells. */
    List<Coordinate> points() {
        return coordinates.subList(0, 2);
    }

    /** Returns all coordinates, where there are bounds those of the points naming them. */
    List<Coordinate> withBounds() {
        List<Coordinate> all = new ArrayList<>();
        for (Coordinate coordinate : coordinates) {
            boolean bounded = coordinates.size() > 2 && all.size() < 2;
            all.add(bounded ? bounded(coordinate) : coordinate);
        }
        return all;
    }

    private static Coordinate bounded(Coordinate coordinate) {
        List<Attribute> list = new ArrayList<>(coordinate.attributes().list());
        list.add(Attribute.of("bounds", coordinate.name() + SUFFIX));
        return new Coordinate(
                coordinate.name(),
                coordinate.dimensions(),
                coordinate.shape(),
                new Attributes(list),
                coordinate.values());
    }
}
