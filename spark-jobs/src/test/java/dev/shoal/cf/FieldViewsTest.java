package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.cf.view.FieldViews;
import dev.shoal.cf.view.LevelChoice;
import dev.shoal.cf.view.VectorChoice;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.regrid.vertical.VerticalMethod;
import dev.shoal.regrid.vertical.VerticalReach;
import dev.shoal.regrid.vertical.VerticalScheme;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class FieldViewsTest {
    private static final VerticalScheme LINEAR = VerticalScheme.of(VerticalMethod.LINEAR);
    private static final VerticalScheme CONSERVATIVE =
            VerticalScheme.of(VerticalMethod.CONSERVATIVE).wanting(0);

    private static double[] filled(int count, IntToDoubleFunction value) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, value);
        return numbers;
    }

    private static ArrayFile at(ArrayFile file, VerticalScheme scheme, String coordinate, double... levels)
            throws IOException {
        return FieldViews.of(VectorChoice.NONE)
                .to(new LevelChoice(levels, scheme, coordinate))
                .over(file);
    }

    private static double[] read(ArrayFile file, String name) throws IOException {
        VariableHeader variable = file.header().variable(name).orElseThrow();
        return Packing.of(variable).decode(file.read(variable));
    }

    /** Two steps, three levels of 2 x 2 cells: values are 10 times the depth, plus the number of the cell. */
    private static MemoryFile levels() {
        MemoryFile file = new MemoryFile("levels.nc")
                .dimension("time", 2)
                .dimension("depth", 3)
                .dimension("lat", 2)
                .dimension("lon", 2)
                .dimension("bnds", 2);
        file.variable("time", "time", new double[] {0, 1}, Attribute.of("units", "days since 2000-01-01"));
        file.variable(
                "depth",
                "depth",
                new double[] {5, 20, 40},
                Attribute.of("units", "m"),
                Attribute.of("positive", "down"),
                Attribute.of("bounds", "depth_bnds"));
        file.variable("depth_bnds", "depth bnds", new double[] {0, 10, 10, 30, 30, 50});
        file.variable("lat", "lat", new double[] {10, 11}, Attribute.of("units", "degrees_north"));
        file.variable("lon", "lon", new double[] {30, 31}, Attribute.of("units", "degrees_east"));
        double[] depths = {5, 20, 40};
        file.variable(
                "temp",
                "time depth lat lon",
                filled(24, i -> 10 * depths[i / 4 % 3] + i % 4),
                Attribute.of("scale_factor", 1.0),
                Attribute.of("units", "K"));
        file.variable("surface", "time lat lon", filled(8, i -> i));
        file.variable("rho", "time depth lat lon", filled(24, i -> 1000 + depths[i / 4 % 3] / 10));
        return file;
    }

    @Test
    void fieldsLieOnTheChosenLevels() throws IOException {
        ArrayFile view = at(levels(), LINEAR, LevelChoice.DEPTH, 10, 20, 45);
        GridVariable temp = CfDataset.of(view).grid("temp").orElseThrow();
        assertThat(temp.vertical().orElseThrow().depthMetres().orElseThrow()).containsExactly(10, 20, 45);
        assertThat(temp.header().shape()).containsExactly(2, 3, 2, 2);
        assertThat(temp.header().attributes().find("scale_factor")).isEmpty();
        double none = Double.NaN;
        assertThat(read(view, "temp"))
                .containsExactly(filled(24, i -> i / 4 % 3 == 2 ? none : 100.0 * (i / 4 % 3 + 1) + i % 4));
        assertThat(read(view, "surface")).containsExactly(filled(8, i -> i));
        assertThat(view.header().variable("depth_bnds")).isEmpty();
    }

    @Test
    void anyBoxHoldsTheSameBits() throws IOException {
        ArrayFile view = at(levels(), LINEAR, LevelChoice.DEPTH, 10, 17, 33);
        VariableHeader temp = view.header().variable("temp").orElseThrow();
        double[] whole = read(view, "temp");
        for (int i = 0; i < 24; i++) {
            long[] place = {i / 12, i / 4 % 3, i / 2 % 2, i % 2};
            double[] one = Packing.of(temp).decode(view.read(temp, Window.at(place, new long[] {1, 1, 1, 1})));
            assertThat(one).containsExactly(whole[i]);
        }
        double[] box =
                Packing.of(temp).decode(view.read(temp, new Window(new long[] {0, 1, 0, 1}, new long[] {2, 3, 2, 2})));
        assertThat(box)
                .containsExactly(whole[5], whole[7], whole[9], whole[11], whole[17], whole[19], whole[21], whole[23]);
    }

    @Test
    void layersAreMadeOfTheBoundsOfTheAxis() throws IOException {
        ArrayFile view = at(levels(), CONSERVATIVE, LevelChoice.DEPTH, 0, 20, 50);
        GridVariable temp = CfDataset.of(view).grid("temp").orElseThrow();
        assertThat(temp.vertical().orElseThrow().values()).containsExactly(10, 35);
        assertThat(read(view, "depth_bnds")).containsExactly(0, 20, 20, 50);
        double[] made = read(view, "temp");
        assertThat(made[0]).isCloseTo((50 * 10 + 200 * 10) / 20.0, within(1e-12));
        assertThat(made[4]).isCloseTo((200 * 10 + 400 * 20) / 30.0, within(1e-12));
        assertThat(temp.header().attributes().text("cell_methods")).contains("depth: mean");
    }

    @Test
    void heightsCountUpwards() throws IOException {
        double[] made = read(at(levels(), LINEAR, LevelChoice.HEIGHT, -40, -10), "temp");
        assertThat(made[0]).isEqualTo(400);
        assertThat(made[4]).isEqualTo(100);
    }

    @Test
    void aVariableMayBeTheCoordinate() throws IOException {
        ArrayFile view = at(levels(), LINEAR, "rho", 1001, 1003);
        assertThat(view.header().variable("rho_level")).isEmpty();
        double[] made = read(view, "temp");
        assertThat(made[0]).isCloseTo(100, within(1e-9));
        assertThat(made[4]).isCloseTo(300, within(1e-9));
        assertThat(read(view, "rho")).containsExactly(1001, 1003);
    }

    @Test
    void theSurfaceIsReachedWhereAsked() throws IOException {
        VerticalScheme nearest = LINEAR.reaching(VerticalReach.NEAREST);
        double[] made = read(at(levels(), nearest, LevelChoice.DEPTH, 0, 60), "temp");
        assertThat(made[0]).isEqualTo(50);
        assertThat(made[4]).isEqualTo(400);
    }

    @Test
    void refusesACoordinateThatNoFieldHas() {
        assertThatThrownBy(() -> at(levels(), LINEAR, LevelChoice.PRESSURE, 10))
                .hasMessage("Cannot take the fields of levels.nc to levels of pressure: none of them has such a"
                        + " coordinate. Expected depth, height, pressure, or the name of a variable along depth.");
        assertThatThrownBy(() -> at(levels(), LINEAR, LevelChoice.DEPTH, 10, 5))
                .hasMessageContaining("to levels [10.0, 5.0], expected numbers that keep rising");
        assertThatThrownBy(() -> at(levels(), CONSERVATIVE, LevelChoice.DEPTH, 10))
                .hasMessageContaining("of method conservative the edges of layers, at least two");
    }

    /** Rows run north and columns west: the grid is turned by 180 degrees, and u, v lie on faces as in ROMS. */
    private static MemoryFile staggered() {
        MemoryFile file = new MemoryFile("staggered.nc")
                .dimension("eta_rho", 3)
                .dimension("xi_rho", 3)
                .dimension("xi_u", 2)
                .dimension("eta_v", 2);
        for (String place : new String[] {"rho", "u", "v"}) {
            int columns = place.equals("u") ? 2 : 3;
            int rows = place.equals("v") ? 2 : 3;
            String axes = (rows == 2 ? "eta_v" : "eta_rho") + (columns == 2 ? " xi_u" : " xi_rho");
            double east = place.equals("u") ? 0.05 : 0;
            double north = place.equals("v") ? 0.05 : 0;
            file.variable(
                    "lat_" + place,
                    axes,
                    filled(rows * columns, i -> 0.1 * Math.floorDiv(i, columns) + north),
                    Attribute.of("units", "degrees_north"));
            file.variable(
                    "lon_" + place,
                    axes,
                    filled(rows * columns, i -> 20 - 0.1 * (i % columns) - east),
                    Attribute.of("units", "degrees_east"));
        }
        file.variable("mask_rho", "eta_rho xi_rho", filled(9, i -> 1), Attribute.of("coordinates", "lon_rho lat_rho"));
        file.variable(
                "u",
                "eta_rho xi_u",
                filled(6, i -> 1 + i % 2),
                Attribute.of("standard_name", "sea_water_x_velocity"),
                Attribute.of("coordinates", "lon_u lat_u"));
        file.variable(
                "v",
                "eta_v xi_rho",
                filled(6, i -> 3 + i / 3),
                Attribute.of("standard_name", "sea_water_y_velocity"),
                Attribute.of("coordinates", "lon_v lat_v"));
        return file;
    }

    @Test
    void vectorsAreBroughtToCentresAndTurned() throws IOException {
        for (VectorChoice choice :
                List.of(VectorChoice.AUTOMATIC, new VectorChoice(List.of(new VectorChoice.Pair("u", "v")), false))) {
            ArrayFile view = FieldViews.of(choice).over(staggered());
            double[] east = {-1, -1.5, -2, -1, -1.5, -2, -1, -1.5, -2};
            double[] north = {-3, -3, -3, -3.5, -3.5, -3.5, -4, -4, -4};
            assertThat(read(view, "u")).usingComparatorWithPrecision(1e-3).containsExactly(east);
            assertThat(read(view, "v")).usingComparatorWithPrecision(1e-2).containsExactly(north);
            GridVariable u = CfDataset.of(view).grid("u").orElseThrow();
            assertThat(u.standardName()).contains("eastward_sea_water_velocity");
            assertThat(u.grid())
                    .isEqualTo(CfDataset.of(view).grid("mask_rho").orElseThrow().grid());
        }
    }

    @Test
    void vectorsThatPointEastAlreadyAreLeftAlone() throws IOException {
        MemoryFile file = staggered();
        assertThat(FieldViews.NONE.over(file)).isSameAs(file);
        MemoryFile levels = levels();
        assertThat(FieldViews.of(VectorChoice.AUTOMATIC).over(levels)).isSameAs(levels);
    }

    @Test
    void refusesHalfAVector() {
        VectorChoice half = new VectorChoice(List.of(new VectorChoice.Pair("u", "w")), false);
        assertThatThrownBy(() -> FieldViews.of(half).over(staggered()))
                .hasMessageContaining("Cannot turn the vector of 'u' and 'w' of staggered.nc: the file has only one");
        assertThatThrownBy(() -> new VectorChoice.Pair("u", "u")).hasMessageContaining("expected two variables");
    }
}
