package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellAreasTest {
    private static final double SPHERE = 4 * Math.PI;

    @Test
    void cellsBetweenParallelsAndMeridiansAreThoseOfTheirBounds() {
        RectilinearGrid grid = new RectilinearGrid(
                new double[] {45, -15}, new double[] {359.5, 45, 100}, new double[] {90, 0, 0, -30}, new double[] {
                    0.5, 358.5, 0.5, 90.5, 90.5, 110.5
                });
        double[] area = CellAreas.of(grid, CellEdges.LATITUDE_CIRCLE);
        assertThat(area[0]).as("over the meridian where longitudes jump").isCloseTo(Math.toRadians(2), within(1e-15));
        assertThat(area[1]).as("an octant").isCloseTo(Math.PI / 2, within(1e-15));
        assertThat(area[2]).isCloseTo(Math.toRadians(20), within(1e-15));
        assertThat(area[4]).as("from the equator to half the height").isCloseTo(Math.PI / 4, within(1e-15));
    }

    @Test
    void aTriangleOfGreatCirclesOverAnOctantHasAnEighthOfTheSphere() {
        CellCorners corners = new CellCorners(
                4, new double[] {0, 0, 90, 90, 0, 90, 0, Double.NaN}, new double[] {0, 90, 17, 90, 0, 0, 450, 0});
        UnstructuredGrid grid =
                new UnstructuredGrid(new double[] {30, 30}, new double[] {45, 45}, corners, Triangles.NONE);
        assertThat(CellAreas.of(grid, CellEdges.GREAT_CIRCLE))
                .as("a repeated pole, a clockwise one with padding")
                .containsExactly(new double[] {Math.PI / 2, Math.PI / 2}, within(1e-15));
    }

    @Test
    void holesAndCellsWithoutAnInsideHaveNoArea() {
        double nan = Double.NaN;
        CellCorners corners = new CellCorners(
                4,
                new double[] {0, nan, 1, 1, nan, nan, nan, nan, 0, 0, 0, 0, 5, 5, 5, 5, 10, 12, 12, nan},
                new double[] {0, nan, 1, 0, nan, nan, nan, nan, 1, 3, 2, 1, 7, 7, 367, 7, 0, 1, 1, nan});
        UnstructuredGrid grid = new UnstructuredGrid(new double[5], new double[5], corners, Triangles.NONE);
        assertThat(CellAreas.of(grid, CellEdges.LATITUDE_CIRCLE)).containsOnly(0);
    }

    @Test
    void aCellRoundAPoleIsWhatIsLeftOfItsHemisphere() {
        double[] lon = {0, 120, 240, 0};
        CellCorners corners =
                new CellCorners(4, new double[] {80, 80, 80, Double.NaN, -60, -60, -60, -60}, new double[] {
                    10, 130, 250, lon[3], 0, 270, 180, 90
                });
        UnstructuredGrid grid = new UnstructuredGrid(new double[] {90, -90}, new double[2], corners, Triangles.NONE);
        double[] area = CellAreas.of(grid, CellEdges.LATITUDE_CIRCLE);
        assertThat(area[0]).isCloseTo(excess(new double[] {80, 80, 80}, new double[] {10, 130, 250}), within(1e-15));
        assertThat(area[1]).isCloseTo(2 * excess(new double[] {60, 60, 60}, new double[] {0, 90, 180}), within(1e-14));
    }

    @ParameterizedTest
    @EnumSource(CellEdges.class)
    void allCellsOfTheWholeEarthTogetherHaveItsArea(CellEdges edges) {
        Grid[] grids = {
            SampleGrids.regular(60, 90, 17),
            CellGrids.uneven(new Random(5), 20, 30),
            CellGrids.cube(9),
            CellGrids.arrows(5),
            CellGrids.triangles(3),
            CellGrids.nodes(3)
        };
        for (Grid grid : grids) {
            double sum = Arrays.stream(CellAreas.of(grid, edges)).sum();
            assertThat(sum / SPHERE).as(grid.toString()).isCloseTo(1, within(1e-13));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.25, 1, 5, 30})
    void greatCirclesAreWithinRoundingOfAnIndependentFormula(double size) {
        Random random = new Random(1);
        for (int k = 0; k < 300; k++) {
            double lat = 178 * random.nextDouble() - 89;
            double lon = 360 * random.nextDouble();
            double[] lats = new double[3];
            double[] lons = new double[3];
            for (int c = 0; c < 3; c++) {
                lats[c] = Math.max(-90, Math.min(90, lat + size * (c == 2 ? 0.5 + 0.5 * random.nextDouble() : 0)));
                lons[c] = lon + (c == 1 ? size * (0.5 + 0.5 * random.nextDouble()) : 0);
            }
            UnstructuredGrid grid = new UnstructuredGrid(
                    new double[] {lat}, new double[] {lon}, new CellCorners(3, lats, lons), Triangles.NONE);
            double exact = excess(lats, lons);
            double rounding = 1e-13 + 4e-15 / Math.sqrt(exact);
            assertThat(CellAreas.of(grid, CellEdges.LATITUDE_CIRCLE)[0] / exact).isCloseTo(1, within(rounding));
        }
    }

    @Test
    void aWindowHasTheAreasOfTheWhole() {
        for (Grid grid : new Grid[] {SampleGrids.regular(20, 30, 3), CellGrids.tripolar(12, 6, 30, 1)}) {
            double[] whole = CellAreas.of(grid, CellEdges.LATITUDE_CIRCLE);
            double[] part = CellAreas.of(grid, new GridWindow(3, 5, 7, 9), CellEdges.LATITUDE_CIRCLE);
            int nx = grid.nx();
            assertThat(part)
                    .containsExactly(whole[3 * nx + 7], whole[3 * nx + 8], whole[4 * nx + 7], whole[4 * nx + 8]);
        }
    }

    @Test
    void refusesPointsAloneAndColumnsThatGreatCirclesCannotBound() {
        UnstructuredGrid points = UnstructuredGrid.points(new double[] {1, 2}, new double[] {3, 4});
        assertThatThrownBy(() -> CellAreas.of(points, CellEdges.LATITUDE_CIRCLE))
                .hasMessage("Cannot weigh by area with an unstructured grid of 2 points in " + points.box()
                        + ": it has points alone, expected cells. Give the corners of its cells or the triangles"
                        + " between its points, or use a method of points (nearest, bilinear, inverse-distance).");
        RectilinearGrid zonal =
                new RectilinearGrid(new double[] {0}, new double[] {180}, new double[] {-5, 5}, new double[] {0, 360});
        assertThat(CellAreas.of(zonal, CellEdges.LATITUDE_CIRCLE)[0])
                .isCloseTo(4 * Math.PI * Math.sin(Math.toRadians(5)), within(1e-15));
        assertThatThrownBy(() -> CellAreas.of(zonal, CellEdges.GREAT_CIRCLE))
                .hasMessage("Cannot join the corners of column 0 by great circles: it is 360.0 degrees wide, expected"
                        + " less than 180.0. Take circles of latitude as edges.");
    }

    /** L'Huilier's formula, with half of the sides from haversines. */
    private static double excess(double[] lat, double[] lon) {
        double a = side(lat, lon, 1, 2);
        double b = side(lat, lon, 2, 0);
        double c = side(lat, lon, 0, 1);
        double s = 0.5 * (a + b + c);
        return 4
                * Math.atan(Math.sqrt(Math.tan(0.5 * s)
                        * Math.tan(0.5 * (s - a))
                        * Math.tan(0.5 * (s - b))
                        * Math.tan(0.5 * (s - c))));
    }

    private static double side(double[] lat, double[] lon, int from, int to) {
        return 2 * Math.asin(Math.min(1, 0.5 * Math.sqrt(Sphere.chord2(lat[from], lon[from], lat[to], lon[to]))));
    }
}
