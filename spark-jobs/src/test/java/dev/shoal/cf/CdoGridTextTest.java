package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.regrid.CellCorners;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.regrid.Triangles;
import dev.shoal.regrid.UnstructuredGrid;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CdoGridTextTest {

    private static Grid read(String text) {
        return CdoGridText.read(text, "grid.txt", problem -> {});
    }

    @Test
    void stepsListsAndComments() {
        RectilinearGrid grid = (RectilinearGrid) read("""
                #
                # gridID 1
                #
                gridtype  = lonlat   # the usual one
                gridsize  = 6
                xsize     = 3
                ysize     = 2
                xname     = lon
                xunits    = "degrees_east"
                xfirst    = -10
                xinc      = 0.5
                yvals     = 50
                            51.5
                ybounds   = 49 50.75
                            50.75 52
                """);
        assertThat(grid.lon()).containsExactly(-10, -9.5, -9);
        assertThat(grid.lat()).containsExactly(50, 51.5);
        assertThat(grid.latBounds()).containsExactly(49, 50.75, 50.75, 52);
        assertThat(grid.lonBounds()).containsExactly(-10.25, -9.75, -9.75, -9.25, -9.25, -8.75);
    }

    @Test
    void gaussianLatitudesAreReckonedWhereTheyAreNotListed() {
        String text = "gridtype = gaussian\nxsize = 8\nysize = 4\nxfirst = 0\nxinc = 45\n";
        assertThat(read(text)).isEqualTo(TargetGrids.named("n2"));
    }

    @Test
    void curvilinearGridsHaveCornersAndRadians() {
        CurvilinearGrid grid = (CurvilinearGrid) read("""
                gridtype = curvilinear
                gridsize = 2
                xsize = 2
                ysize = 1
                xvals = 20.5 21.5
                yvals = 10.5 10.5
                xbounds = 20 21 21 20   21 22 22 21
                ybounds = 10 10 11 11   10 10 11 11
                """);
        assertThat(grid.corners().lon()).containsExactly(20, 21, 21, 20, 21, 22, 22, 21);
        Grid radians = read("""
                gridtype = unstructured
                gridsize = 1
                xunits = radian
                yunits = radian
                xvals = 3.141592653589793
                yvals = 1.5707963267948966
                """);
        assertThat(radians.lat(0, 0)).isEqualTo(90, within(1e-12));
        assertThat(radians.lon(0, 0)).isEqualTo(180, within(1e-12));
    }

    @Test
    void projectionsAreBroughtToTheEarth() {
        CurvilinearGrid grid = (CurvilinearGrid) read("""
                gridtype = projection
                xsize = 2
                ysize = 2
                xunits = m
                yunits = m
                xfirst = -12500
                xinc = 25000
                yfirst = -12500
                yinc = 25000
                grid_mapping = crs
                grid_mapping_name = polar_stereographic
                straight_vertical_longitude_from_pole = 0.
                latitude_of_projection_origin = 90.
                standard_parallel = 70.
                semi_major_axis = 6378137.
                inverse_flattening = 298.257223563
                """);
        assertThat(grid.lat(0, 0)).isBetween(89.8, 89.9);
        assertThat(grid.corners().lat()[2]).isEqualTo(90, within(1e-9));
        assertThatThrownBy(() -> read("gridtype = projection\nxsize = 1\nysize = 1\nxfirst = 0\nyfirst = 0\n"))
                .hasMessageContaining("it has no grid_mapping_name, expected a map projection of CF");
    }

    @Test
    void masksAreToldAndNotUsed() {
        List<String> problems = new ArrayList<>();
        String text = "gridtype = lonlat\nxsize = 2\nysize = 1\nxfirst = 0\nxinc = 1\nyvals = 3\nmask = 1 0\n";
        CdoGridText.read(text, "grid.txt", problems::add);
        assertThat(problems)
                .containsExactly(
                        "The mask of grid description grid.txt is not used: missing cells follow from the data.");
    }

    @Test
    void refusesWhatMakesNoGrid() {
        assertThatThrownBy(() -> read("gridtype = gme\nni = 2\n"))
                .hasMessage("Cannot make the grid of the description grid.txt: gridtype is gme, expected one of lonlat,"
                        + " gaussian, curvilinear, unstructured and projection.");
        assertThatThrownBy(() -> read("gridtype = lonlat\nxsize = 3\nysize = 1\nxvals = 1 2\nyvals = 1\n"))
                .hasMessageContaining("xvals has 2 values and xsize is 3, expected as many of both");
        assertThatThrownBy(() -> read("gridtype = lonlat\nysize = 1\nyvals = 1\n"))
                .hasMessageContaining("it has neither xvals nor xsize, xfirst and xinc");
        assertThatThrownBy(() -> read("gridtype = lonlat\nxsize = three\n"))
                .hasMessageContaining("a value is no number");
        assertThatThrownBy(() -> read("gridtype = curvilinear\nxsize = 2\nysize = 2\nxvals = 1 2 3\nyvals = 1 2 3 4\n"))
                .hasMessageContaining("xvals has 3 values for 4 cells");
        assertThatThrownBy(() -> read("lon, lat\n")).hasMessageContaining("it begins with 'lon, lat'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r36x18", "global_10", "n4", "hp2", "hp4_nest", "zonal_10", "lon=-4.25/lat=50.5"})
    void whatIsWrittenIsRead(String name) {
        Grid grid = TargetGrids.named(name);
        assertThat(read(CdoGridWriter.text(grid))).isEqualTo(grid);
    }

    @Test
    void cellsOfFewerCornersRepeatTheirLast() {
        UnstructuredGrid grid = new UnstructuredGrid(
                new double[] {0.3, 0.5},
                new double[] {0.3, 2.5},
                new CellCorners(
                        4, new double[] {0, 0, 1, Double.NaN, 0, 0, 1, 1}, new double[] {0, 1, 0, Double.NaN, 2, 3, 3, 2
                        }),
                Triangles.NONE);
        assertThat(CdoGridWriter.text(grid)).contains("xbounds   = 0 1 0 0\n");
        assertThat(read(CdoGridWriter.text(grid))).isEqualTo(grid);
    }
}
