package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.netcdf.Attribute;
import dev.shoal.regrid.CellCorners;
import dev.shoal.regrid.Healpix;
import dev.shoal.regrid.Triangles;
import dev.shoal.regrid.UnstructuredGrid;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meshes of two squares, or a square and a triangle, as each model and convention writes them. */
class MeshGridsTest {

    private static final Attribute NORTH = Attribute.of("units", "degrees_north");
    private static final Attribute EAST = Attribute.of("units", "degrees_east");
    private static final Attribute DAYS = Attribute.of("units", "days since 1970-01-01");
    private static final double[] NODE_LAT = {0, 0, 0, 1, 1, 1};
    private static final double[] NODE_LON = {0, 1, 2, 0, 1, 2};

    private static MemoryFile nodes() {
        return new MemoryFile("file:/a/mesh.nc")
                .dimension("time", 2)
                .dimension("node", 6)
                .dimension("face", 2)
                .dimension("four", 4)
                .variable("time", "time", new double[] {0, 1}, DAYS)
                .variable("node_lat", "node", NODE_LAT, NORTH)
                .variable("node_lon", "node", NODE_LON, EAST);
    }

    private static MemoryFile ugrid(Attribute... more) {
        return nodes().variable(
                        "mesh",
                        "",
                        new int[1],
                        Attribute.of("cf_role", "mesh_topology"),
                        Attribute.of("topology_dimension", 2),
                        Attribute.of("node_coordinates", "node_lon node_lat"),
                        Attribute.of("face_node_connectivity", "face_nodes"))
                .variable("face_nodes", "face four", new int[] {1, 2, 5, 4, 2, 3, 5, -1}, more)
                .variable("h", "node", new float[6], Attribute.of("mesh", "mesh"))
                .variable("temp", "time face", new float[4], Attribute.of("mesh", "mesh"));
    }

    private static UnstructuredGrid grid(CfDataset dataset, String variable) {
        GridVariable found = dataset.grid(variable).orElseThrow();
        assertThat(found.yAxis()).isEqualTo(-1);
        assertThat(found.grid().ny()).isOne();
        return (UnstructuredGrid) found.grid();
    }

    @Test
    void nodesGetTrianglesAndFacesGetCorners() throws IOException {
        CfDataset dataset = CfDataset.withCells(ugrid(Attribute.of("start_index", 1), Attribute.of("_FillValue", -1)));
        assertThat(dataset.problems()).isEmpty();
        assertThat(dataset.featureType()).isEqualTo(FeatureType.GRID);
        UnstructuredGrid nodes = grid(dataset, "h");
        assertThat(nodes.triangles()).isEqualTo(new Triangles(new int[] {0, 1, 4, 0, 4, 3, 1, 2, 4}));
        assertThat(nodes.lat()).containsExactly(NODE_LAT);
        UnstructuredGrid faces = grid(dataset, "temp");
        assertThat(faces.corners())
                .isEqualTo(new CellCorners(
                        4, new double[] {0, 0, 1, 1, 0, 0, 1, Double.NaN}, new double[] {0, 1, 1, 0, 1, 2, 1, Double.NaN
                        }));
        assertThat(faces.lat(0, 0)).isCloseTo(0.5, within(1e-4));
        assertThat(faces.lon(0, 1)).isCloseTo(4.0 / 3, within(1e-4));
        assertThat(dataset.grid("temp").orElseThrow().timeAxis()).hasValue(0);
        assertThat(dataset.grid("temp").orElseThrow().xAxis()).isOne();
    }

    @Test
    void planningReadsPointsAlone() throws IOException {
        CfDataset dataset = CfDataset.of(ugrid(Attribute.of("start_index", 1), Attribute.of("_FillValue", -1)));
        assertThat(grid(dataset, "h").triangles()).isEqualTo(Triangles.NONE);
        assertThat(grid(dataset, "temp").corners()).isEqualTo(CellCorners.NONE);
        assertThat(grid(dataset, "temp").lat(0, 0)).isCloseTo(0.5, within(1e-4));
    }

    @Test
    void tiesMayStandTheOtherWayAndHaveTheirDimensionNamed() throws IOException {
        MemoryFile file = nodes().variable(
                        "mesh",
                        "",
                        new int[1],
                        Attribute.of("cf_role", "mesh_topology"),
                        Attribute.of("node_coordinates", "node_lon node_lat"),
                        Attribute.of("face_dimension", "face"),
                        Attribute.of("face_node_connectivity", "face_nodes"))
                .variable("face_nodes", "four face", new int[] {0, 1, 1, 2, 4, 5, 3, 4})
                .variable("temp", "face", new float[2]);
        UnstructuredGrid faces = grid(CfDataset.withCells(file), "temp");
        assertThat(faces.corners().lon()).containsExactly(0, 1, 1, 0, 1, 2, 2, 1);
    }

    @Test
    void numbersThatCannotCountFromZeroCountFromOne() throws IOException {
        MemoryFile file = nodes().variable(
                        "mesh",
                        "",
                        new int[1],
                        Attribute.of("cf_role", "mesh_topology"),
                        Attribute.of("node_coordinates", "node_lon node_lat"),
                        Attribute.of("face_node_connectivity", "face_nodes"))
                .variable("face_nodes", "face four", new int[] {1, 2, 5, 4, 2, 3, 6, 5})
                .variable("temp", "face", new float[2]);
        CfDataset dataset = CfDataset.withCells(file);
        assertThat(grid(dataset, "temp").corners().lon()).containsExactly(0, 1, 1, 0, 1, 2, 2, 1);
        assertThat(dataset.problems())
                .containsExactly(
                        "Variable face_nodes has no start_index 1, but its numbers go from 1 to 6, the number of"
                                + " nodes: they are counted from 1.");
    }

    @Test
    void saysWhereNodesAreNoLatitudes() throws IOException {
        CfDataset dataset = CfDataset.of(new MemoryFile("f.nc")
                .dimension("node", 3)
                .variable("x", "node", new double[3], Attribute.of("units", "m"))
                .variable("y", "node", new double[3], Attribute.of("units", "m"))
                .variable(
                        "mesh",
                        "",
                        new int[1],
                        Attribute.of("cf_role", "mesh_topology"),
                        Attribute.of("node_coordinates", "x y"))
                .variable("h", "node", new float[3], Attribute.of("mesh", "mesh")));
        assertThat(dataset.grids()).isEmpty();
        assertThat(dataset.problems().get(0))
                .isEqualTo("Mesh mesh has no latitudes and longitudes of its nodes (x y are none): variables on it are"
                        + " left out. Give its nodes positions with units degrees_north and degrees_east.");
    }

    @Test
    void saysThatTheMeshIsInAnotherFile() throws IOException {
        CfDataset dataset = CfDataset.of(new MemoryFile("f.nc")
                .dimension("nod2", 3)
                .variable("sst", "nod2", new float[3], Attribute.of("mesh", "fesom_mesh")));
        assertThat(dataset.problems().get(0))
                .isEqualTo("Variables lie on the mesh fesom_mesh, which is not in the file: their latitudes and"
                        + " longitudes are not known. Join the file with the one that holds the mesh.");
    }

    private static MemoryFile fvcom(double[] lat, double[] lon) {
        return new MemoryFile("fvcom.nc")
                .dimension("time", 1)
                .dimension("node", 4)
                .dimension("nele", 2)
                .dimension("three", 3)
                .variable("time", "time", new double[] {3}, DAYS)
                .variable("lat", "node", lat, NORTH)
                .variable("lon", "node", lon, EAST)
                .variable("nv", "three nele", new int[] {1, 1, 2, 3, 3, 4})
                .variable("zeta", "time node", new float[4])
                .variable("u", "time nele", new float[2]);
    }

    @Test
    void fvcomHasNoDescriptionOfItsMesh() throws IOException {
        CfDataset dataset = CfDataset.withCells(fvcom(new double[] {50, 50, 51, 51}, new double[] {-4, -3, -3, -4}));
        assertThat(grid(dataset, "zeta").triangles()).isEqualTo(new Triangles(new int[] {0, 1, 2, 0, 2, 3}));
        assertThat(grid(dataset, "u").corners().lon()).containsExactly(-4, -3, -3, -4, -3, -4);
        assertThat(dataset.grids()).hasSize(2);
        assertThat(dataset.grid("u").orElseThrow().origin().way()).isEqualTo("faces of the FVCOM mesh");
    }

    @Test
    void saysThatRunsOnAPlaneHaveNoLatitudes() throws IOException {
        CfDataset dataset = CfDataset.of(fvcom(new double[4], new double[4]));
        assertThat(dataset.grids()).isEmpty();
        assertThat(dataset.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .contains(
                                "all of lat and lon are 0, as in runs on a plane, expected latitudes and longitudes"));
    }

    @Test
    void iconGivesRadiansAndCornersByBounds() throws IOException {
        Attribute radians = Attribute.of("units", "radian");
        double step = Math.toRadians(1);
        MemoryFile file = new MemoryFile("icon.nc")
                .dimension("ncells", 2)
                .dimension("vertices", 3)
                .variable(
                        "clat",
                        "ncells",
                        new double[] {step / 3, 2 * step / 3},
                        radians,
                        Attribute.of("standard_name", "latitude"),
                        Attribute.of("bounds", "clat_bnds"))
                .variable(
                        "clon",
                        "ncells",
                        new double[] {step / 3, 2 * step / 3},
                        radians,
                        Attribute.of("standard_name", "longitude"),
                        Attribute.of("bounds", "clon_bnds"))
                .variable("clat_bnds", "ncells vertices", new double[] {0, 0, step, step, step, 0}, radians)
                .variable("clon_bnds", "ncells vertices", new double[] {0, step, 0, 0, step, step}, radians)
                .variable("ta", "ncells", new float[2], Attribute.of("coordinates", "clat clon"));
        CfDataset dataset = CfDataset.withCells(file);
        UnstructuredGrid cells = grid(dataset, "ta");
        assertThat(cells.lat(0, 0)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(cells.corners().lat()).containsExactly(new double[] {0, 0, 1, 1, 1, 0}, within(1e-12));
        assertThat(dataset.grid("ta").orElseThrow().origin().cells()).isEqualTo("bounds clat_bnds, clon_bnds");
    }

    /** The same places along a dimension of stations, or along which times run, are observations. */
    @ParameterizedTest
    @ValueSource(strings = {"station", "obs", "profile", "x"})
    void placesOfObservationsAreNoCells(String dimension) throws IOException {
        CfDataset dataset = CfDataset.of(new MemoryFile("f.nc")
                .dimension("time", 2)
                .dimension(dimension, 3)
                .variable("time", "time", new double[] {0, 1}, DAYS)
                .variable("lat", dimension, new double[] {1, 2, 3}, NORTH)
                .variable("lon", dimension, new double[] {1, 2, 3}, EAST)
                .variable("temp", "time " + dimension, new float[6]));
        assertThat(dataset.grids()).isEmpty();
        assertThat(dataset.observations()).isPresent();
    }

    @Test
    void cellsWithTimesOfTheirOwnAreObservations() throws IOException {
        CfDataset dataset = CfDataset.of(new MemoryFile("f.nc")
                .dimension("cell", 3)
                .variable("time", "cell", new double[] {0, 1, 2}, DAYS)
                .variable("lat", "cell", new double[] {1, 2, 3}, NORTH)
                .variable("lon", "cell", new double[] {1, 2, 3}, EAST)
                .variable("temp", "cell", new float[3]));
        assertThat(dataset.grids()).isEmpty();
        assertThat(dataset.observations()).isPresent();
    }

    @Test
    void healpixPixelsAreWhereTheirNumbersSay() throws IOException {
        MemoryFile file = new MemoryFile("hp.nc")
                .dimension("time", 1)
                .dimension("cell", 48)
                .variable(
                        "crs",
                        "",
                        new int[1],
                        Attribute.of("grid_mapping_name", "healpix"),
                        Attribute.of("refinement_level", 1),
                        Attribute.of("indexing_scheme", "nested"))
                .variable("tas", "time cell", new float[48], Attribute.of("grid_mapping", "crs"));
        assertThat(grid(CfDataset.of(file), "tas")).isEqualTo(Healpix.grid(2, Healpix.Order.NESTED));
    }

    @Test
    void someHealpixPixelsAreThoseListed() throws IOException {
        MemoryFile file = new MemoryFile("hp.nc")
                .dimension("cell", 3)
                .variable("cell", "cell", new int[] {7, 0, 191}, Attribute.of("standard_name", "healpix_index"))
                .variable(
                        "crs",
                        "",
                        new int[1],
                        Attribute.of("grid_mapping_name", "healpix"),
                        Attribute.of("healpix_nside", 4),
                        Attribute.of("healpix_order", "ring"))
                .variable("tas", "cell", new float[3], Attribute.of("grid_mapping", "crs"));
        assertThat(grid(CfDataset.of(file), "tas"))
                .isEqualTo(Healpix.grid(4, Healpix.Order.RING, new int[] {7, 0, 191}));
    }
}
