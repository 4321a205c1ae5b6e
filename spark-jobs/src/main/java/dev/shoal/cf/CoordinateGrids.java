package dev.shoal.cf;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.CellCorners;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Triangles;
import dev.shoal.regrid.UnstructuredGrid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the grids of a file that holds coordinates and no data on them: grid files, SCRIP's among them. */
final class CoordinateGrids {

    private final FileCoordinates coordinates;
    private final CoordinateValues values;
    private final Problems problems = new Problems();
    private final HorizontalAxes axes;

    CoordinateGrids(ArrayFile file) {
        this.coordinates = new FileCoordinates(file.header());
        this.values = new CoordinateValues(file, problems);
        this.axes = new HorizontalAxes(coordinates, values, problems, GridDetail.CELLS);
    }

    List<FileGrid> find() throws IOException {
        Optional<FileGrid> scrip = scrip();
        if (scrip.isPresent()) {
            return List.of(scrip.get());
        }
        List<FileGrid> found = new ArrayList<>();
        Set<String> digests = new LinkedHashSet<>();
        for (VariableHeader lat : coordinates.of(AxisKind.LATITUDE)) {
            for (VariableHeader lon : coordinates.of(AxisKind.LONGITUDE)) {
                Optional<HorizontalAxes.Found> grid = axes.find(over(lat, lon));
                if (grid.isPresent() && digests.add(grid.get().grid().digest())) {
                    found.add(new FileGrid(grid.get().grid(), grid.get().origin(), List.of()));
                }
            }
        }
        return found;
    }

    /** Returns what a variable over two coordinates would be. */
    private static VariableHeader over(VariableHeader lat, VariableHeader lon) {
        Set<String> dimensions = new LinkedHashSet<>(lat.dimensions());
        dimensions.addAll(lon.dimensions());
        List<String> names = new ArrayList<>(dimensions);
        long[] shape = names.stream()
                .mapToLong(name -> lat.axis(name) >= 0 ? lat.shape()[lat.axis(name)] : lon.shape()[lon.axis(name)])
                .toArray();
        return new VariableHeader(
                "",
                ElementType.FLOAT,
                names,
                shape,
                new Attributes(List.of(Attribute.of("coordinates", lat.name() + " " + lon.name()))),
                new Storage(false, shape, List.of()));
    }

    private Optional<VariableHeader> variable(String name) {
        return coordinates.variables().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    /**
     * SCRIP's grid files: centres and corners of cells along one dimension, and how many rows and columns they make.
     */
    private Optional<FileGrid> scrip() throws IOException {
        Optional<VariableHeader> centreLat = variable("grid_center_lat");
        Optional<VariableHeader> centreLon = variable("grid_center_lon");
        if (centreLat.isEmpty() || centreLon.isEmpty() || centreLat.get().rank() != 1) {
            return Optional.empty();
        }
        Optional<double[]> lat = values.degrees(centreLat.get());
        Optional<double[]> lon = values.degrees(centreLon.get());
        if (lat.isEmpty() || lon.isEmpty()) {
            return Optional.empty();
        }
        GridOrigin origin = new GridOrigin(
                "grid_center_lat", "grid_center_lon", "SCRIP's grid", "grid_corner_lat, grid_corner_lon");
        CellCorners corners = corners(lat.get(), lon.get());
        double[] shape = variable("grid_dims").isPresent()
                ? values.of(variable("grid_dims").get()).orElse(new double[0])
                : new double[0];
        boolean rows = shape.length == 2 && shape[0] > 1 && shape[1] > 1 && shape[0] * shape[1] == lat.get().length;
        return Optional.of(new FileGrid(
                rows
                        ? new CurvilinearGrid((int) shape[1], (int) shape[0], lat.get(), lon.get(), corners)
                        : new UnstructuredGrid(lat.get(), lon.get(), corners, Triangles.NONE),
                origin,
                List.of()));
    }

    private CellCorners corners(double[] lat, double[] lon) throws IOException {
        Optional<VariableHeader> north = variable("grid_corner_lat").filter(corner -> corner.rank() == 2);
        Optional<VariableHeader> east = variable("grid_corner_lon").filter(corner -> corner.rank() == 2);
        if (north.isEmpty() || east.isEmpty()) {
            return CellCorners.NONE;
        }
        Optional<double[]> cornerLat = values.degrees(north.get());
        Optional<double[]> cornerLon = values.degrees(east.get());
        if (cornerLat.isEmpty() || cornerLon.isEmpty()) {
            return CellCorners.NONE;
        }
        int most = Math.toIntExact(north.get().shape()[1]);
        return new GivenCells(coordinates, values, problems)
                .judged(
                        most,
                        cornerLat.get().clone(),
                        cornerLon.get().clone(),
                        lat,
                        lon,
                        "grid_corner_lat, grid_corner_lon")
                .orElse(CellCorners.NONE);
    }
}
