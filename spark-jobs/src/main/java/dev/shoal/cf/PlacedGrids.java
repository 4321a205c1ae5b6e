package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.regrid.Triangles;
import dev.shoal.regrid.UnstructuredGrid;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes grids of the latitudes and longitudes that a file stores, with the bounds and corners that it gives. */
final class PlacedGrids {

    /** Names of dimensions that are cells or nodes and no places of observations. */
    private static final Pattern CELLS = Pattern.compile(
            "n?_?(grid_?)?(cells?|nodes?|nod2d?|elem(ents?)?|ele|cols?|faces?|vert(ex|ices)|edges?|pix(els?)?)"
                    + "(_\\w+)?|nele|ncells?_\\d+|grid_size|ncol_\\w+|\\w*_n(nodes?|faces?|edges?)|\\w*_(node|face|edge|elem)s?",
            Pattern.CASE_INSENSITIVE);

    private final FileCoordinates coordinates;
    private final CoordinateValues values;
    private final Problems problems;
    private final GridDetail detail;
    private final GivenCells given;
    private final Vertices vertices;

    PlacedGrids(FileCoordinates coordinates, CoordinateValues values, Problems problems, GridDetail detail) {
        this.coordinates = coordinates;
        this.values = values;
        this.problems = problems;
        this.detail = detail;
        this.given = new GivenCells(coordinates, values, problems);
        this.vertices = new Vertices(coordinates, values, given);
    }

    /** A grid and what it was made of. */
    record Placed(Grid grid, GridOrigin origin) {}

    /** Makes something that can fail with {@link IOException}. */
    @FunctionalInterface
    private interface Making {
        Placed make(double[] lat, double[] lon) throws IOException;
    }

    /**
     * Tells whether the places along a dimension are cells of a grid rather than places of observations: latitudes
     * along it have bounds of three corners or more, the file says so, or the dimension's name does; and no time runs
     * along.
     */
    boolean areCells(VariableHeader variable, String dimension) {
        boolean told = variable.attributes()
                .text("CDI_grid_type")
                .filter("unstructured"::equalsIgnoreCase)
                .isPresent();
        boolean times = Stream.concat(
                        coordinates.of(AxisKind.TIME).stream(),
                        coordinates.of(AxisKind.LATITUDE).stream().filter(FileCoordinates::isDimensionCoordinate))
                .anyMatch(time -> time.dimensions().contains(dimension));
        return !times
                && coordinates.of(AxisKind.LATITUDE).stream()
                        .filter(lat -> lat.dimensions().equals(List.of(dimension)))
                        .anyMatch(lat -> told
                                || CELLS.matcher(dimension.substring(dimension.lastIndexOf('/') + 1))
                                        .matches()
                                || given.bounds(lat)
                                        .filter(bounds -> bounds.shape()[1] >= 3)
                                        .isPresent());
    }

    Optional<Placed> rectilinear(VariableHeader latitude, VariableHeader longitude) throws IOException {
        return placed(latitude, longitude, (lat, lon) -> {
            GivenCells.Bounded made = detail == GridDetail.CELLS
                    ? given.rectilinear(latitude, longitude, lat, lon)
                    : new GivenCells.Bounded(new RectilinearGrid(lat, lon), "");
            return new Placed(made.grid(), origin(latitude, longitude, made.words()));
        });
    }

    /**
     * Makes a grid of two-dimensional coordinates.
     *
     * @param axes names of rows and columns
     */
    Optional<Placed> curvilinear(VariableHeader latitude, VariableHeader longitude, List<String> axes)
            throws IOException {
        int ny = (int) latitude.shape()[latitude.axis(axes.get(0))];
        int nx = (int) latitude.shape()[latitude.axis(axes.get(1))];
        return placed(latitude, longitude, (lat, lon) -> {
            double[][] at = Holes.made(lat, lon, names(latitude, longitude), problems);
            GivenCells.Given cells = GivenCells.Given.NONE;
            if (detail == GridDetail.CELLS) {
                cells = given.corners(latitude, longitude, at[0], at[1]);
                cells = cells.corners().isEmpty() ? vertices.corners(latitude, ny, nx, at[0], at[1]) : cells;
            }
            return new Placed(
                    new CurvilinearGrid(ny, nx, at[0], at[1], cells.corners()),
                    origin(latitude, longitude, cells.words()));
        });
    }

    /** Makes a grid of cells along one dimension. */
    Optional<Placed> unstructured(VariableHeader latitude, VariableHeader longitude) throws IOException {
        return placed(latitude, longitude, (lat, lon) -> {
            double[][] at = Holes.made(lat, lon, names(latitude, longitude), problems);
            GivenCells.Given cells = detail == GridDetail.CELLS
                    ? given.corners(latitude, longitude, at[0], at[1])
                    : GivenCells.Given.NONE;
            return new Placed(
                    new UnstructuredGrid(at[0], at[1], cells.corners(), Triangles.NONE),
                    origin(latitude, longitude, cells.words()));
        });
    }

    private Optional<Placed> placed(VariableHeader latitude, VariableHeader longitude, Making making)
            throws IOException {
        Optional<double[]> lat = values.degrees(latitude);
        Optional<double[]> lon = values.degrees(longitude);
        if (lat.isEmpty() || lon.isEmpty()) {
            return Optional.empty();
        }
        warnOfUnits(latitude, longitude);
        try {
            return Optional.of(making.make(lat.get(), lon.get()));
        } catch (IllegalArgumentException noGrid) {
            problems.accept("Coordinates " + names(latitude, longitude) + " are no grid: " + noGrid.getMessage());
            return Optional.empty();
        }
    }

    private static String names(VariableHeader latitude, VariableHeader longitude) {
        return latitude.name() + " and " + longitude.name();
    }

    private static GridOrigin origin(VariableHeader latitude, VariableHeader longitude, String cells) {
        return new GridOrigin(latitude.name(), longitude.name(), "coordinates", cells);
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
