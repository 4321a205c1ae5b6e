package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.Grid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the latitudes and longitudes of variables. Those that {@code coordinates} names come first, then coordinate
 * variables of the variable's own dimensions, then any whose dimensions the variable has. Before them come the meshes
 * that the file describes, after them maps and HEALPix pixels, whose positions are reckoned.
 */
final class HorizontalAxes {

    /** Where a variable's rows and columns are, and on which grid. */
    record Found(int yAxis, int xAxis, Grid grid, GridOrigin origin) {}

    private final FileCoordinates coordinates;
    private final ProjectedGrids projections;
    private final MeshGrids meshes;
    private final HealpixGrids pixels;
    private final PlacedGrids placed;
    private final Map<String, Optional<PlacedGrids.Placed>> grids = new HashMap<>();

    HorizontalAxes(FileCoordinates coordinates, CoordinateValues values, Problems problems, GridDetail detail) {
        this.coordinates = coordinates;
        this.projections = new ProjectedGrids(coordinates, values, problems, detail);
        this.meshes = new MeshGrids(coordinates, values, problems, detail);
        this.pixels = new HealpixGrids(coordinates, values, problems);
        this.placed = new PlacedGrids(coordinates, values, problems, detail);
    }

    /** Tells whether a variable's cells have one axis: those of a mesh, or cells that their positions lie along. */
    boolean hasCellAxis(VariableHeader variable) {
        return meshes.holds(variable)
                || pixels.holds(variable)
                || variable.dimensions().stream().anyMatch(dimension -> placed.areCells(variable, dimension));
    }

    /** Tells whether a variable is part of how a mesh hangs together, and no data. */
    boolean isPart(VariableHeader variable) {
        return meshes.isPart(variable);
    }

    Optional<Found> find(VariableHeader variable) throws IOException {
        Optional<Found> mesh = meshes.find(variable);
        if (mesh.isPresent()) {
            return mesh;
        }
        for (VariableHeader lat : candidates(variable, AxisKind.LATITUDE)) {
            for (VariableHeader lon : candidates(variable, AxisKind.LONGITUDE)) {
                Optional<Found> found = pair(variable, lat, lon);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        Optional<Found> projected = projected(variable);
        return projected.isPresent() ? projected : pixels.find(variable);
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
        Optional<PlacedGrids.Placed> grid = grids.get(key);
        if (grid == null) {
            grid = projections.grid(mapping.get(), y.get(), x.get());
            grids.put(key, grid);
        }
        int row = variable.axis(y.get().dimensions().get(0));
        int column = variable.axis(x.get().dimensions().get(0));
        return grid.map(found -> new Found(row, column, found.grid(), found.origin()));
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
        boolean cells = rows.size() == 1 && rows.equals(columns) && placed.areCells(variable, rows.get(0));
        if (!regular && !curved && !cells) {
            return Optional.empty();
        }
        String key = lat.name() + "\n" + lon.name();
        Optional<PlacedGrids.Placed> known = grids.get(key);
        if (known == null) {
            known = regular
                    ? placed.rectilinear(lat, lon)
                    : curved ? placed.curvilinear(lat, lon, rows) : placed.unstructured(lat, lon);
            grids.put(key, known);
        }
        int y = cells ? -1 : variable.axis(rows.get(0));
        int x = variable.axis(curved ? rows.get(1) : columns.get(0));
        return known.map(found -> new Found(y, x, found.grid(), found.origin()));
    }
}
