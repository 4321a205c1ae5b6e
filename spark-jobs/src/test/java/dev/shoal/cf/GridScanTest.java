package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Attribute;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.RectilinearGrid;
import java.io.IOException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GridScanTest {

    private static final Attribute NORTH = Attribute.of("units", "degrees_north");
    private static final Attribute EAST = Attribute.of("units", "degrees_east");
    private static final Attribute DAYS = Attribute.of("units", "days since 1970-01-01");

    private static MemoryFile sphere() {
        return new MemoryFile("file:/a/sst.nc")
                .dimension("time", 2)
                .dimension("z", 3)
                .dimension("lat", 2)
                .dimension("lon", 3)
                .variable("lat", "lat", new float[] {10, 20}, NORTH)
                .variable("lon", "lon", new short[] {0, 5, 10}, EAST, Attribute.of("scale_factor", 2.0));
    }

    @Test
    void findsTimeLevelAndUnpackedCoordinates() throws IOException {
        CfDataset dataset = CfDataset.of(sphere().variable("time", "time", new int[] {0, 1}, DAYS)
                .variable(
                        "z",
                        "z",
                        new double[] {0, 10, 20},
                        Attribute.of("units", "m"),
                        Attribute.of("positive", "down"))
                .variable("temp", "time z lat lon", new float[36], Attribute.of("units", "K")));
        assertThat(dataset.featureType()).isEqualTo(FeatureType.GRID);
        assertThat(dataset.problems()).isEmpty();
        assertThat(dataset.observations()).isEmpty();
        GridVariable temp = dataset.grid("temp").orElseThrow();
        assertThat(temp.timeAxis()).isEqualTo(OptionalInt.of(0));
        assertThat(temp.verticalAxis()).isEqualTo(OptionalInt.of(1));
        assertThat(temp.yAxis()).isEqualTo(2);
        assertThat(temp.xAxis()).isEqualTo(3);
        assertThat(temp.grid()).isEqualTo(new RectilinearGrid(new double[] {10, 20}, new double[] {0, 10, 20}));
        assertThat(temp.time().orElseThrow().micros())
                .hasValueSatisfying(micros -> assertThat(micros).containsExactly(0, TimeUnits.DAY_MICROS));
        assertThat(temp.vertical().orElseThrow().values()).containsExactly(0, 10, 20);
        assertThat(dataset.grids()).hasSize(1);
    }

    @Test
    void tellsOfVariablesWhoseElementsAreNoNumbers() throws IOException {
        CfDataset dataset = CfDataset.of(
                sphere().variable("temp", "lat lon", new float[6]).variable("casts", "lat lon", new Object[] {
                    new float[1], new float[0], new float[2], new float[0], new float[0], new float[0]
                }));

        assertThat(dataset.grids()).hasSize(1);
        assertThat(dataset.grid("temp")).isPresent();
        assertThat(dataset.problems())
                .containsExactly("Variable casts is left out: its elements are sequences, references or of another type"
                        + " without one number.");
    }

    @Test
    void takesTheAxesInAnyOrderAndATimeThatIsAScalar() throws IOException {
        GridVariable grid = CfDataset.of(
                        sphere().variable("time", "", new double[] {3}, DAYS).variable("temp", "lon lat", new float[6]))
                .grid("temp")
                .orElseThrow();
        assertThat(grid.xAxis()).isZero();
        assertThat(grid.yAxis()).isEqualTo(1);
        assertThat(grid.timeAxis()).isEmpty();
        assertThat(grid.time().orElseThrow().numbers()).containsExactly(3);
    }

    @Test
    void followsTheCoordinatesAttributeToATimeNamedUnlikeItsDimension() throws IOException {
        MemoryFile file = new MemoryFile("f.nc")
                .dimension("tdim", 2)
                .dimension("y", 2)
                .dimension("x", 2)
                .variable("time", "tdim", new int[] {5, 6}, DAYS, Attribute.of("standard_name", "time"))
                .variable("nav_lat", "y x", new double[] {1, 1, 2, 2})
                .variable("nav_lon", "y x", new double[] {3, 4, 3, 4})
                .variable("ice", "tdim y x", new byte[8], Attribute.of("coordinates", "time nav_lon nav_lat"));
        GridVariable ice = CfDataset.of(file).grid("ice").orElseThrow();
        assertThat(ice.grid())
                .isEqualTo(new CurvilinearGrid(2, 2, new double[] {1, 1, 2, 2}, new double[] {3, 4, 3, 4}));
        assertThat(ice.timeAxis()).hasValue(0);
        assertThat(ice.time().orElseThrow().variable()).isEqualTo("time");
    }

    @Test
    void takesTheTwoDimensionalCoordinatesOfTheVariablesOwnPoints() throws IOException {
        MemoryFile file = new MemoryFile("f.nc")
                .dimension("eta_rho", 2)
                .dimension("xi_rho", 3)
                .dimension("eta_u", 2)
                .dimension("xi_u", 2)
                .variable("lat_rho", "eta_rho xi_rho", new double[] {1, 1, 1, 2, 2, 2})
                .variable("lon_rho", "eta_rho xi_rho", new double[] {1, 2, 3, 1, 2, 3})
                .variable("lat_u", "eta_u xi_u", new double[] {1, 1, 2, 2})
                .variable("lon_u", "eta_u xi_u", new double[] {1.5, 2.5, 1.5, 2.5})
                .variable("u", "eta_u xi_u", new float[4]);
        CfDataset dataset = CfDataset.of(file);
        assertThat(dataset.grid("u").orElseThrow().grid().lon(0, 0)).isEqualTo(1.5);
        assertThat(dataset.grids()).hasSize(1);
    }

    @Test
    void leavesOutBoundsCoordinatesAndVariablesWithAnotherLongAxis() throws IOException {
        CfDataset dataset = CfDataset.of(sphere().dimension("band", 4)
                .dimension("one", 1)
                .dimension("nv", 2)
                .variable("lat_bnds", "lat nv", new float[4])
                .variable("spectrum", "band lat lon", new float[24])
                .variable("single", "one lat lon", new float[6]));
        assertThat(dataset.grids()).extracting(grid -> grid.header().name()).containsExactly("single");
        assertThat(dataset.problems())
                .containsExactly("Variable spectrum has the axis band of length 4, which is neither time, level,"
                        + " latitude nor longitude: it is left out.");
    }

    @Test
    void saysThatProjectedCoordinatesNeedLatitudes() throws IOException {
        CfDataset dataset = CfDataset.of(new MemoryFile("f.nc")
                .dimension("y", 2)
                .dimension("x", 2)
                .variable("y", "y", new double[] {0, 1}, Attribute.of("standard_name", "projection_y_coordinate"))
                .variable("x", "x", new double[] {0, 1}, Attribute.of("standard_name", "projection_x_coordinate"))
                .variable("ice", "y x", new byte[4]));
        assertThat(dataset.grids()).isEmpty();
        assertThat(dataset.featureType()).isEqualTo(FeatureType.UNKNOWN);
        assertThat(dataset.problems())
                .containsExactly("Coordinates y, x are projected, and there are no latitudes and longitudes of the"
                        + " cells: add them as two-dimensional variables.");
    }

    @Test
    void keepsTimesThatHaveNoTimestamp() throws IOException {
        CfDataset dataset = CfDataset.of(
                sphere().variable("time", "time", new int[] {30, 60}, DAYS, Attribute.of("calendar", "360_day"))
                        .variable("temp", "time lat lon", new float[12]));
        TimeAxis time = dataset.grid("temp").orElseThrow().time().orElseThrow();
        assertThat(time.micros()).isEmpty();
        assertThat(time.numbers()).containsExactly(30, 60);
        assertThat(time.calendar()).isEqualTo("360_day");
        assertThat(dataset.problems())
                .containsExactly("Time time (\"days since 1970-01-01\", calendar 360_day) has dates without a"
                        + " timestamp: its numbers and units are kept.");
    }

    @Test
    void numbersLevelsWithoutACoordinate() throws IOException {
        CfDataset dataset = CfDataset.of(sphere().dimension("s_rho", 5).variable("u", "s_rho lat lon", new float[30]));
        assertThat(dataset.grid("u").orElseThrow().vertical().orElseThrow().values())
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(dataset.problems())
                .containsExactly("Dimension s_rho has no coordinate variable: its levels are numbered from 0.");
    }

    @Test
    void refusesAxesThatTurnBack() throws IOException {
        CfDataset dataset = CfDataset.of(new MemoryFile("f.nc")
                .dimension("lat", 3)
                .dimension("lon", 2)
                .variable("lat", "lat", new float[] {10, 30, 20}, NORTH)
                .variable("lon", "lon", new float[] {0, 1}, EAST)
                .variable("temp", "lat lon", new float[6]));
        assertThat(dataset.grids()).isEmpty();
        assertThat(dataset.problems().get(0)).startsWith("Coordinates lat and lon are no grid: ");
    }

    @Test
    void callsPositionsWithTheirOwnTimesASwath() throws IOException {
        CfDataset dataset = CfDataset.of(new MemoryFile("f.nc")
                .dimension("rows", 2)
                .dimension("cells", 2)
                .variable("lat", "rows cells", new double[] {1, 1, 2, 2}, NORTH)
                .variable("lon", "rows cells", new double[] {1, 2, 1, 2}, EAST)
                .variable("time", "rows cells", new double[4], DAYS)
                .variable("wind", "rows cells", new float[4]));
        assertThat(dataset.featureType()).isEqualTo(FeatureType.SWATH);
        assertThat(dataset.grids()).hasSize(1);
    }
}
