package dev.shoal.cf;

import dev.shoal.cf.MeshTopology.Location;
import dev.shoal.cf.MeshTopology.Position;
import dev.shoal.cf.MeshTopology.Ties;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.CellCorners;
import dev.shoal.regrid.MeshTriangles;
import dev.shoal.regrid.Triangles;
import dev.shoal.regrid.UnstructuredGrid;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the grids of a file's meshes: of their nodes, faces and edges. */
final class MeshGrids {

    private final CoordinateValues values;
    private final Problems problems;
    private final MeshScan scan;
    private final GridDetail detail;
    private final GivenCells given;
    private final Map<String, Optional<UnstructuredGrid>> grids = new HashMap<>();

    MeshGrids(FileCoordinates coordinates, CoordinateValues values, Problems problems, GridDetail detail) {
        this.values = values;
        this.problems = problems;
        this.detail = detail;
        this.scan = new MeshScan(coordinates, problems);
        this.given = new GivenCells(coordinates, values, problems);
    }

    /** Tells whether a variable is part of how a mesh hangs together, and no data. */
    boolean isPart(VariableHeader variable) {
        return scan.isPart(variable);
    }

    /** Tells whether a variable lies along nodes, faces or edges of a mesh. */
    boolean holds(VariableHeader variable) {
        return variable.dimensions().stream()
                .anyMatch(dimension -> scan.meshes().stream()
                        .anyMatch(mesh -> mesh.along(dimension).isPresent()));
    }

    Optional<HorizontalAxes.Found> find(VariableHeader variable) throws IOException {
        String own = variable.attributes().text("mesh").orElse("");
        for (MeshTopology mesh : scan.meshes()) {
            boolean other = scan.meshes().size() > 1 && !own.isEmpty() && !own.equals(mesh.name());
            for (int axis = variable.rank() - 1; axis >= 0 && !other; axis--) {
                Optional<Location> location = mesh.along(variable.dimensions().get(axis));
                if (location.isPresent()) {
                    Optional<UnstructuredGrid> grid = grid(mesh, location.get());
                    int x = axis;
                    return grid.map(
                            found -> new HorizontalAxes.Found(-1, x, found, origin(mesh, location.get(), found)));
                }
            }
        }
        return Optional.empty();
    }

    private static GridOrigin origin(MeshTopology mesh, Location location, UnstructuredGrid grid) {
        Optional<Position> at = position(mesh, location);
        String what = location.name().toLowerCase(Locale.ROOT) + "s of the " + mesh.kind() + " mesh"
                + (mesh.name().equals(mesh.kind()) ? "" : " " + mesh.name());
        String cells = grid.corners().isEmpty()
                ? ""
                : "nodes of " + mesh.faces().map(ties -> ties.variable().name()).orElse("");
        return new GridOrigin(
                at.map(position -> position.lat().name()).orElse(""),
                at.map(position -> position.lon().name()).orElse(""),
                what,
                cells);
    }

    private static Optional<Position> position(MeshTopology mesh, Location location) {
        return switch (location) {
            case NODE -> Optional.of(mesh.nodes());
            case FACE -> mesh.faceCentres();
            case EDGE -> mesh.edgeCentres();
        };
    }

    private Optional<UnstructuredGrid> grid(MeshTopology mesh, Location location) throws IOException {
        String key = mesh.name() + "\n" + location;
        Optional<UnstructuredGrid> known = grids.get(key);
        if (known == null) {
            known = read(mesh, location);
            grids.put(key, known);
        }
        return known;
    }

    private Optional<UnstructuredGrid> read(MeshTopology mesh, Location location) throws IOException {
        try {
            return switch (location) {
                case NODE -> nodes(mesh);
                case FACE -> faces(mesh);
                case EDGE -> edges(mesh);
            };
        } catch (IllegalArgumentException noGrid) {
            problems.accept("The " + location.name().toLowerCase(Locale.ROOT) + "s of mesh " + mesh.name()
                    + " are no grid: " + noGrid.getMessage());
            return Optional.empty();
        }
    }

    /** The positions of points; two arrays. */
    private record Points(double[] lat, double[] lon) {}

    private Optional<Points> points(Position position) throws IOException {
        Optional<double[]> lat = values.degrees(position.lat());
        Optional<double[]> lon = values.degrees(position.lon());
        if (lat.isEmpty() || lon.isEmpty()) {
            return Optional.empty();
        }
        boolean nowhere = Arrays.stream(lat.get()).allMatch(value -> value == 0)
                && Arrays.stream(lon.get()).allMatch(value -> value == 0)
                && lat.get().length > 1;
        if (nowhere) {
            throw new IllegalArgumentException("all of " + position.lat().name() + " and "
                    + position.lon().name() + " are 0, as in runs on a plane, expected latitudes and longitudes. Reckon"
                    + " them from the plane's coordinates and write them into the file.");
        }
        double[][] holed = Holes.made(
                lat.get(),
                lon.get(),
                position.lat().name() + " and " + position.lon().name(),
                problems);
        return Optional.of(new Points(holed[0], holed[1]));
    }

    private Optional<UnstructuredGrid> nodes(MeshTopology mesh) throws IOException {
        Optional<Points> at = points(mesh.nodes());
        if (at.isEmpty()) {
            return Optional.empty();
        }
        Triangles triangles = Triangles.NONE;
        if (detail == GridDetail.CELLS && mesh.faces().isPresent()) {
            Optional<int[]> faces = numbers(mesh.faces().get(), at.get().lat().length);
            triangles = faces.map(
                            found -> MeshTriangles.ofFaces(most(mesh.faces().get()), found))
                    .orElse(Triangles.NONE);
        }
        return Optional.of(new UnstructuredGrid(at.get().lat(), at.get().lon(), CellCorners.NONE, triangles));
    }

    private Optional<UnstructuredGrid> faces(MeshTopology mesh) throws IOException {
        Optional<Points> centres =
                mesh.faceCentres().isPresent() ? points(mesh.faceCentres().get()) : Optional.empty();
        if (mesh.faces().isEmpty() || (centres.isPresent() && detail == GridDetail.POINTS)) {
            return centres.map(at -> UnstructuredGrid.points(at.lat(), at.lon()));
        }
        Optional<Points> nodes = points(mesh.nodes());
        Optional<int[]> faces =
                nodes.isPresent() ? numbers(mesh.faces().get(), nodes.get().lat().length) : Optional.empty();
        if (faces.isEmpty()) {
            return centres.map(at -> UnstructuredGrid.points(at.lat(), at.lon()));
        }
        int most = most(mesh.faces().get());
        Points at = centres.orElseGet(() -> middles(nodes.get(), most, faces.get()));
        CellCorners corners = corners(mesh, nodes.get(), most, faces.get(), at);
        return Optional.of(new UnstructuredGrid(at.lat(), at.lon(), corners, Triangles.NONE));
    }

    private CellCorners corners(MeshTopology mesh, Points nodes, int most, int[] faces, Points at) {
        if (detail == GridDetail.POINTS || most < 3) {
            return CellCorners.NONE;
        }
        double[] lat = new double[faces.length];
        double[] lon = new double[faces.length];
        for (int k = 0; k < faces.length; k++) {
            lat[k] = faces[k] < 0 ? Double.NaN : nodes.lat()[faces[k]];
            lon[k] = faces[k] < 0 ? Double.NaN : nodes.lon()[faces[k]];
        }
        return given.judged(most, lat, lon, at.lat(), at.lon(), "the faces of mesh " + mesh.name())
                .orElse(CellCorners.NONE);
    }

    private Optional<UnstructuredGrid> edges(MeshTopology mesh) throws IOException {
        if (mesh.edgeCentres().isPresent()) {
            return points(mesh.edgeCentres().get()).map(at -> UnstructuredGrid.points(at.lat(), at.lon()));
        }
        Optional<Points> nodes = points(mesh.nodes());
        Optional<int[]> edges = nodes.isPresent()
                ? numbers(mesh.edges().orElseThrow(), nodes.get().lat().length)
                : Optional.empty();
        return edges.map(ends -> middles(nodes.orElseThrow(), most(mesh.edges().orElseThrow()), ends))
                .map(at -> UnstructuredGrid.points(at.lat(), at.lon()));
    }

    private static int most(Ties ties) {
        int along = ties.variable().axis(ties.dimension());
        return Math.toIntExact(ties.variable().shape()[1 - along]);
    }

    /** Returns numbers of nodes from 0, shape (faces, most), -1 where there is none. */
    private Optional<int[]> numbers(Ties ties, int nodes) throws IOException {
        Optional<double[]> read = values.of(ties.variable());
        if (read.isEmpty()) {
            return Optional.empty();
        }
        int most = most(ties);
        int count = read.get().length / most;
        boolean byFace = ties.variable().axis(ties.dimension()) == 0;
        double[] sizes =
                ties.sizes().isPresent() ? values.of(ties.sizes().get()).orElse(new double[0]) : new double[0];
        int start = start(ties, read.get(), nodes);
        int[] numbers = new int[read.get().length];
        int beyond = 0;
        for (int k = 0; k < numbers.length; k++) {
            int face = k / most;
            int corner = k % most;
            double stored = byFace ? read.get()[k] : read.get()[corner * count + face];
            boolean none = Double.isNaN(stored) || stored < start || (sizes.length > face && corner >= sizes[face]);
            beyond += !none && stored - start >= nodes ? 1 : 0;
            numbers[k] = none || stored - start >= nodes ? -1 : (int) stored - start;
        }
        if (beyond > 0) {
            problems.accept("Variable " + ties.variable().name() + " names " + beyond + " nodes beyond the last of "
                    + nodes + ", expected numbers from " + start + " to " + (start + nodes - 1)
                    + ": they are left out of their faces. Check start_index and _FillValue.");
        }
        return Optional.of(numbers);
    }

    /** Returns the first node's number; numbers that reach the count of nodes cannot be counted from 0. */
    private int start(Ties ties, double[] stored, int nodes) {
        double fill = ties.variable().attributes().number("_FillValue").orElse(Double.NaN);
        double least = Arrays.stream(stored)
                .filter(value -> value >= 0 && value != fill)
                .min()
                .orElse(0);
        double greatest = Arrays.stream(stored)
                .filter(value -> value >= 0 && value != fill)
                .max()
                .orElse(0);
        if (ties.start() == 0 && least == 1 && greatest == nodes) {
            problems.accept(
                    "Variable " + ties.variable().name() + " has no start_index 1, but its numbers go from 1 to "
                            + nodes + ", the number of nodes: they are counted from 1.");
            return 1;
        }
        boolean zeroBased = ties.start() == 1
                && least == 0
                && greatest == nodes - 1
                && ties.variable().attributes().find("start_index").isEmpty();
        return zeroBased ? 0 : ties.start();
    }

    /** Returns the middles of nodes on the sphere; a hole where a face has none. */
    private static Points middles(Points nodes, int most, int[] faces) {
        double[] lat = new double[faces.length / most];
        double[] lon = new double[lat.length];
        for (int face = 0; face < lat.length; face++) {
            double[] sum = new double[3];
            for (int k = face * most; k < (face + 1) * most; k++) {
                if (faces[k] >= 0) {
                    double north = Math.toRadians(nodes.lat()[faces[k]]);
                    double east = Math.toRadians(nodes.lon()[faces[k]]);
                    sum[0] += Math.cos(north) * Math.cos(east);
                    sum[1] += Math.cos(north) * Math.sin(east);
                    sum[2] += Math.sin(north);
                }
            }
            boolean none = sum[0] == 0 && sum[1] == 0 && sum[2] == 0;
            lat[face] = none ? Double.NaN : Math.toDegrees(Math.atan2(sum[2], Math.hypot(sum[0], sum[1])));
            lon[face] = none ? Double.NaN : Math.toDegrees(Math.atan2(sum[1], sum[0]));
        }
        return new Points(lat, lon);
    }
}
