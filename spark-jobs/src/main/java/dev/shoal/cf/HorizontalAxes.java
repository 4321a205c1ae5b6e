package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.RectilinearGrid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the latitudes and longitudes of variables. Those that {@code coordinates} names come first, then coordinate
 * variables of the variable's own dimensions, then any whose dimensions the variable has.
 */
final class HorizontalAxes {

    /** Where a variable's rows and columns are, and on which grid. */
    record Found(int yAxis, int xAxis, Grid grid, GridOrigin origin) {}

    private final FileCoordinates coordinates;
    private final CoordinateValues values;
    private final Problems problems;
    private final ProjectedGrids projections;
    private final Map<String, Optional<Grid>> grids = new HashMap<>();

    HorizontalAxes(FileCoordinates coordinates, CoordinateValues values, Problems problems) {
        this.coordinates = coordinates;
        this.values = values;
        this.problems = problems;
        this.projections = new ProjectedGrids(coordinates, values, problems);
    }

    Optional<Found> find(VariableHeader variable) throws IOException {
        for (VariableHeader lat : candidates(variable, AxisKind.LATITUDE)) {
            for (VariableHeader lon : candidates(variable, AxisKind.LONGITUDE)) {
                Optional<Found> found = pair(variable, lat, lon);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return projected(variable);
    }

    private Optional<Found> projected(VariableHeader variable) throws IOException {
        Optional<VariableHeader> y = projections.axis(variable, AxisKind.PROJECTED_Y);
        Optional<VariableHeader> x = projections.axis(variable, AxisKind.PROJECTED_X);
        if (y.isEmpty() || x.isEmpty() || y.get().dimensions().equals(x.get().dimensions())) {
            return Optional.empty();
        }
        Optional<GridMapping> mapping = projections.mapping(variable);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        String key = mapping.get().variable() + "\n" + y.get().name() + "\n"
                + x.get().name();
        Optional<Grid> grid = grids.get(key);
        if (grid == null) {
            grid = projections.grid(mapping.get(), y.get(), x.get());
            grids.put(key, grid);
        }
        int row = variable.axis(y.get().dimensions().get(0));
        int column = variable.axis(x.get().dimensions().get(0));
        GridOrigin origin = new GridOrigin(
                y.get().name(), x.get().name(), "reckoned from the plane of " + mapping.get().name(), "");
        return grid.map(found -> new Found(row, column, found, origin));
    }

    private List<VariableHeader> candidates(VariableHeader variable, AxisKind kind) {
        List<VariableHeader> listed = coordinates.listed(variable);
        List<VariableHeader> candidates = new ArrayList<>();
        for (VariableHeader coordinate : coordinates.of(kind)) {
            boolean fits = !coordinate.name().equals(variable.name())
                    && coordinate.rank() > 0
                    && variable.dimensions().containsAll(axes(coordinate));
            if (fits) {
                candidates.add(coordinate);
            }
        }
        candidates.sort((a, b) -> rank(a, listed) - rank(b, listed));
        return candidates;
    }

    private static int rank(VariableHeader coordinate, List<VariableHeader> listed) {
        if (listed.contains(coordinate)) {
            return 0;
        }
        return FileCoordinates.isDimensionCoordinate(coordinate) ? 1 : 2;
    }

    /** The axes of a coordinate; of three or more those longer than 1, for coordinates that repeat a time of 1. */
    private static List<String> axes(VariableHeader coordinate) {
        return coordinate.rank() > 2 ? FileCoordinates.longDimensions(coordinate) : coordinate.dimensions();
    }

    private Optional<Found> pair(VariableHeader variable, VariableHeader lat, VariableHeader lon) throws IOException {
        List<String> rows = axes(lat);
        List<String> columns = axes(lon);
        boolean regular = rows.size() == 1 && columns.size() == 1 && !rows.equals(columns);
        boolean curved =
                rows.size() == 2 && rows.equals(columns) && !rows.get(0).equals(rows.get(1));
        if (!regular && !curved) {
            return Optional.empty();
        }
        String y = rows.get(0);
        String x = regular ? columns.get(0) : rows.get(1);
        GridOrigin origin = new GridOrigin(lat.name(), lon.name(), "coordinates", "");
        return grid(lat, lon, regular).map(grid -> new Found(variable.axis(y), variable.axis(x), grid, origin));
    }

    private Optional<Grid> grid(VariableHeader lat, VariableHeader lon, boolean regular) throws IOException {
        String key = lat.name() + "\n" + lon.name();
        Optional<Grid> known = grids.get(key);
        if (known == null) {
            known = read(lat, lon, regular);
            grids.put(key, known);
        }
        return known;
    }

    private Optional<Grid> read(VariableHeader lat, VariableHeader lon, boolean regular) throws IOException {
        Optional<double[]> north = values.of(lat);
        Optional<double[]> east = values.of(lon);
        if (north.isEmpty() || east.isEmpty()) {
            return Optional.empty();
        }
        warnOfUnits(lat, lon);
        try {
            if (regular) {
                return Optional.of(new RectilinearGrid(north.get(), east.get()));
            }
            List<String> axes = axes(lat);
            int ny = (int) lat.shape()[lat.axis(axes.get(0))];
            int nx = (int) lat.shape()[lat.axis(axes.get(1))];
            return Optional.of(new CurvilinearGrid(ny, nx, north.get(), east.get()));
        } catch (IllegalArgumentException noGrid) {
            problems.accept(
                    "Coordinates " + lat.name() + " and " + lon.name() + " are no grid: " + noGrid.getMessage());
            return Optional.empty();
        }
    }

    /** Positions in metres are out of range and refused; within the range they are degrees with a wrong label. */
    private void warnOfUnits(VariableHeader lat, VariableHeader lon) {
        List<String> names = Stream.of(lat, lon)
                .filter(coordinate -> CfUnits.metres(
                                coordinate.attributes().text("units").orElse(""))
                        .isPresent())
                .map(VariableHeader::name)
                .toList();
        if (!names.isEmpty()) {
            problems.accept("Units of " + String.join(" and ", names)
                    + " are lengths but values within the range of degrees: they are taken as degrees.");
        }
    }
}
