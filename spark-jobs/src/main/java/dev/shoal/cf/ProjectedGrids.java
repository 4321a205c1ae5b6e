package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reckons latitudes and longitudes of the cells of a map that a file gives only its plane of. */
final class ProjectedGrids {

    /** More cells than this are not held: 256 MiB of positions. */
    private static final long MOST_CELLS = 1L << 24;

    private final FileCoordinates coordinates;
    private final CoordinateValues values;
    private final Problems problems;
    private final GridDetail detail;
    private final GivenCells given;

    ProjectedGrids(FileCoordinates coordinates, CoordinateValues values, Problems problems, GridDetail detail) {
        this.coordinates = coordinates;
        this.values = values;
        this.problems = problems;
        this.detail = detail;
        this.given = new GivenCells(coordinates, values, problems);
    }

    /** Returns the mapping of a variable that can be reckoned; where it names none, the file's only one. */
    Optional<GridMapping> mapping(VariableHeader variable) {
        List<VariableHeader> named = new ArrayList<>(coordinates.mappings(variable));
        if (named.isEmpty() && coordinates.mappings().size() == 1) {
            named.addAll(coordinates.mappings());
        }
        return named.stream()
                .map(FileCoordinates::mapping)
                .filter(mapping -> mapping.projection(problems).isPresent())
                .findFirst();
    }

    /** Returns a variable's only coordinate of a kind along one of its dimensions. */
    Optional<VariableHeader> axis(VariableHeader variable, AxisKind kind) {
        return coordinates.of(kind).stream()
                .filter(axis ->
                        axis.rank() == 1 && variable.axis(axis.dimensions().get(0)) >= 0)
                .findFirst();
    }

    Optional<PlacedGrids.Placed> grid(GridMapping mapping, VariableHeader y, VariableHeader x) throws IOException {
        Optional<double[]> rows = values.of(y);
        Optional<double[]> columns = values.of(x);
        Optional<Double> unit = unit(mapping, x);
        if (rows.isEmpty() || columns.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        if ((long) rows.get().length * columns.get().length > MOST_CELLS) {
            problems.accept("Map " + mapping.variable() + " has " + rows.get().length + " x " + columns.get().length
                    + " cells, more than " + MOST_CELLS + ": variables on it are left out.");
            return Optional.empty();
        }
        try {
            ProjectedCells cells = new ProjectedCells(mapping, unit.get());
            double[][] at = cells.points(rows.get(), columns.get());
            GivenCells.Given corners = detail == GridDetail.CELLS
                    ? corners(cells, y, x, rows.get(), columns.get())
                    : GivenCells.Given.NONE;
            Grid grid = new CurvilinearGrid(rows.get().length, columns.get().length, at[0], at[1], corners.corners());
            problems.accept("Latitudes and longitudes along " + y.name() + ", " + x.name() + " are reckoned from the "
                    + mapping.name() + " of " + mapping.variable() + ".");
            GridOrigin origin =
                    new GridOrigin(y.name(), x.name(), "reckoned from the plane of " + mapping.name(), corners.words());
            return Optional.of(new PlacedGrids.Placed(grid, origin));
        } catch (IllegalArgumentException noGrid) {
            problems.accept("Coordinates " + y.name() + " and " + x.name() + " of the " + mapping.name() + " "
                    + mapping.variable() + " are no grid: " + noGrid.getMessage());
            return Optional.empty();
        }
    }

    /** The cells are rectangles of the plane: between the axes' bounds, else half-way to their neighbours. */
    private GivenCells.Given corners(
            ProjectedCells cells, VariableHeader y, VariableHeader x, double[] rows, double[] columns)
            throws IOException {
        Optional<double[]> north = given.planeBounds(y, rows);
        Optional<double[]> east = given.planeBounds(x, columns);
        String words = north.isPresent() && east.isPresent() ? "bounds of " + y.name() + ", " + x.name() : "";
        return new GivenCells.Given(
                cells.corners(
                        words.isEmpty() ? ProjectedCells.halfway(rows) : north.orElseThrow(),
                        words.isEmpty() ? ProjectedCells.halfway(columns) : east.orElseThrow()),
                words);
    }

    /** Returns how much of the plane's own unit one of the coordinate's is. */
    private Optional<Double> unit(GridMapping mapping, VariableHeader x) {
        String units = x.attributes().text("units").orElse("");
        Projection projection = mapping.projection().orElseThrow();
        Optional<Double> unit = switch (projection.plane()) {
            case METRES -> units.isEmpty() || units.equals("1") ? Optional.of(1.0) : CfUnits.metres(units);
            case DEGREES -> Optional.of(1.0);
            case RADIANS -> seen(projection, units);
        };
        if (unit.isEmpty()) {
            problems.accept("Coordinate " + x.name() + " of the " + mapping.name() + " " + mapping.variable()
                    + " has units \"" + units + "\", expected a length or, from a satellite, an angle: latitudes and"
                    + " longitudes are not reckoned.");
        }
        return unit;
    }

    /** A satellite's angles are also stored as lengths at its height. */
    private static Optional<Double> seen(Projection projection, String units) {
        Optional<Double> metres = CfUnits.metres(units);
        if (metres.isPresent() && projection instanceof Geostationary satellite) {
            return Optional.of(metres.get() / satellite.height());
        }
        return units.isEmpty() ? Optional.of(1.0) : CfUnits.radians(units);
    }
}
