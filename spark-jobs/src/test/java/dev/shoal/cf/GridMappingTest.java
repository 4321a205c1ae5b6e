package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Positions on maps against PROJ ({@code projections.py}), grids made of them, and what is said of the others. */
class GridMappingTest {

    /** A centimetre on the ground. */
    private static final double DEGREES = 1e-7;

    private final List<String> problems = new ArrayList<>();

    private static VariableHeader header(String name, String words) {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(Attribute.of("grid_mapping_name", name));
        for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
            String[] pair = word.split("=", -1);
            attributes.add(
                    pair[1].matches("[a-z]+")
                            ? Attribute.of(pair[0], pair[1])
                            : Attribute.of(
                                    pair[0],
                                    Stream.of(pair[1].split(",", -1))
                                            .mapToDouble(Double::parseDouble)
                                            .toArray()));
        }
        return new VariableHeader(
                "crs",
                ElementType.INT,
                List.of(),
                new long[0],
                new Attributes(attributes),
                new Storage(false, new long[0], List.of()));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "projections.csv", delimiterString = " | ", numLinesToSkip = 1)
    void findsThePlaceThatProjPutThere(String name, String attributes, double x, double y, double lon, double lat) {
        GridMapping mapping = FileCoordinates.mapping(header(name, attributes));
        double[] found = mapping.projection(problems::add)
                .orElseThrow()
                .lonLat(x - mapping.falseEasting(), y - mapping.falseNorthing());
        assertThat(found[1]).isCloseTo(lat, within(DEGREES));
        double turn = (found[0] - lon) / 360;
        assertThat((turn - Math.rint(turn)) * 360 * Math.cos(Math.toRadians(lat)))
                .isCloseTo(0, within(DEGREES));
        assertThat(problems).isEmpty();
    }

    private Optional<Projection> projection(VariableHeader header) {
        return FileCoordinates.mapping(header).projection(problems::add);
    }

    @Test
    void hasNoPlaceBesideTheDisc() {
        VariableHeader disc = header("geostationary", "perspective_point_height=35786023 earth_radius=6378137");
        assertThat(projection(disc).orElseThrow().lonLat(0.2, 0)).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void saysWhichParameterIsMissing() {
        assertThat(projection(header("rotated_latitude_longitude", ""))).isEmpty();
        assertThat(projection(header("lambert_conformal_conic", ""))).isEmpty();
        assertThat(projection(header("mercator", ""))).isPresent();
        assertThat(problems)
                .containsExactly(
                        "Grid mapping crs (rotated_latitude_longitude) has no grid_north_pole_latitude: latitudes and"
                                + " longitudes are not reckoned from it.",
                        "Grid mapping crs (rotated_latitude_longitude) has no grid_north_pole_longitude: latitudes and"
                                + " longitudes are not reckoned from it.",
                        "Grid mapping crs (lambert_conformal_conic) has no standard_parallel: latitudes and longitudes"
                                + " are not reckoned from it.",
                        "Grid mapping crs gives no figure of the Earth (semi_major_axis and inverse_flattening, or"
                                + " earth_radius): WGS 84 is assumed.");
    }

    private static MemoryFile map(String mapping, String units, double... plane) {
        return new MemoryFile("/archive/ice.nc")
                .dimension("y", 2)
                .dimension("x", 2)
                .variable(
                        "crs",
                        "",
                        new int[1],
                        header(
                                        "polar_stereographic",
                                        "straight_vertical_longitude_from_pole=0"
                                                + " latitude_of_projection_origin=90 standard_parallel=70 earth_radius=6371229")
                                .attributes()
                                .list()
                                .toArray(Attribute[]::new))
                .variable(
                        "y",
                        "y",
                        Arrays.copyOf(plane, 2),
                        Attribute.of("standard_name", "projection_y_coordinate"),
                        Attribute.of("units", units))
                .variable(
                        "x",
                        "x",
                        Arrays.copyOf(plane, 2),
                        Attribute.of("standard_name", "projection_x_coordinate"),
                        Attribute.of("units", units))
                .variable("ice", "y x", new float[4], Attribute.of("grid_mapping", mapping));
    }

    @Test
    void makesAGridOfThePlane() throws IOException {
        for (String mapping : List.of("crs", "crs: x y", "crs: y x other: lat lon")) {
            CfDataset dataset = CfDataset.of(map(mapping, "km", 0, 1000));
            GridVariable ice = dataset.grid("ice").orElseThrow();
            assertThat(ice.grid().lat(0, 0)).isCloseTo(90, within(1e-9));
            assertThat(ice.grid().lon(0, 1)).isCloseTo(90, within(1e-9));
            assertThat(ice.grid().lon(1, 1)).isCloseTo(135, within(1e-9));
            assertThat(dataset.problems())
                    .contains("Latitudes and longitudes along y, x are reckoned from the polar_stereographic of crs.");
            assertThat(dataset.facts().gridMapping("crs").orElseThrow().name()).isEqualTo("polar_stereographic");
        }
    }

    @Test
    void saysWhyAPlaneHasNoPositions() throws IOException {
        CfDataset dataset = CfDataset.of(map("crs", "furlong per fortnight", 0, 1000));
        assertThat(dataset.grids()).isEmpty();
        assertThat(dataset.problems())
                .contains("Coordinate x of the polar_stereographic crs has units \"furlong per fortnight\", expected a"
                        + " length or, from a satellite, an angle: latitudes and longitudes are not reckoned.");
    }
}
