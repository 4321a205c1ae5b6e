package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.regrid.sphere.SphericalPolygon;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReckonedCellsTest {

    @Test
    void pointsOfARegularGridHaveTheCellsHalfWayBetweenThem() {
        RectilinearGrid grid = SampleGrids.regular(90, 180, 3);
        double[] reckoned = CellAreas.of(SampleGrids.curvilinear(grid), CellEdges.GREAT_CIRCLE);
        double[] given = CellAreas.of(grid, CellEdges.GREAT_CIRCLE);
        for (int k = 0; k < given.length; k++) {
            boolean polar = k < 180 || k >= 89 * 180;
            assertThat(reckoned[k] / given[k]).isCloseTo(1, within(polar ? 0.3 : 2e-2));
        }
        assertThat(Arrays.stream(reckoned).sum() / (4 * Math.PI)).isCloseTo(1, within(1e-3));
    }

    @Test
    void aTripolarGridIsClosedOverSeamAndFold() {
        CurvilinearGrid grid = CellGrids.tripolar(60, 20, 120, 0);
        CurvilinearGrid points = new CurvilinearGrid(grid.ny(), grid.nx(), grid.lat(), grid.lon());
        double[] given = CellAreas.of(grid, CellEdges.GREAT_CIRCLE);
        double[] reckoned = CellAreas.of(points, CellEdges.GREAT_CIRCLE);
        assertThat(Arrays.stream(reckoned).sum()).isCloseTo(Arrays.stream(given).sum(), within(2e-3));
        RectilinearGrid target = SampleGrids.regular(45, 60, 1);
        Weights weights = Weights.of(points, target, Scheme.of(Method.CONSERVATIVE));
        for (int k = 0; k < target.size(); k++) {
            if (target.lat()[k / 60] > -75) {
                double sum = Arrays.stream(weights.weightsOf(k / 60, k % 60)).sum();
                assertThat(sum)
                        .as("target %s, %s", target.lat()[k / 60], k % 60)
                        .isCloseTo(1, within(5e-3));
            }
        }
    }

    @Test
    void theEdgeIsAsFarOutAsIn() {
        CurvilinearGrid grid = SampleGrids.rotated(10, 14, 0, 0, 1);
        SphericalPolygon polygon = new SphericalPolygon();
        double area = CellPolygons.of(grid, 1).load(0, polygon);
        assertThat(area).isCloseTo(Math.pow(Math.toRadians(1), 2), within(1e-5));
        assertThat(polygon.size()).isEqualTo(4);
        double sum = Arrays.stream(CellAreas.of(grid, CellEdges.GREAT_CIRCLE)).sum();
        assertThat(sum / (140 * Math.pow(Math.toRadians(1), 2))).isCloseTo(1, within(1e-2));
    }

    @Test
    void noCellReachesOverAHoleOrAGap() {
        CurvilinearGrid whole = SampleGrids.rotated(10, 14, 40, 30, 1);
        double[] lat = whole.lat().clone();
        double[] lon = whole.lon().clone();
        for (int j = 4; j < 7; j++) {
            Arrays.fill(lat, j * 14 + 5, j * 14 + 9, Double.NaN);
        }
        for (int j = 0; j < 10; j++) {
            lat[j * 14 + 13] = 0;
            lon[j * 14 + 13] = 0;
        }
        CurvilinearGrid holed = new CurvilinearGrid(10, 14, lat, lon);
        double[] all = CellAreas.of(whole, CellEdges.GREAT_CIRCLE);
        double[] area = CellAreas.of(holed, CellEdges.GREAT_CIRCLE);
        for (int k = 0; k < area.length; k++) {
            boolean hole = k / 14 > 3 && k / 14 < 7 && k % 14 > 4 && k % 14 < 9;
            if (hole || k % 14 == 13) {
                assertThat(area[k]).isZero();
            } else {
                assertThat(area[k] / all[k]).as("cell %s, %s", k / 14, k % 14).isCloseTo(1, within(2e-2));
            }
        }
    }

    @Test
    void refusesASingleRow() {
        CurvilinearGrid track = new CurvilinearGrid(1, 3, new double[] {0, 1, 2}, new double[] {0, 1, 2});
        assertThatThrownBy(() -> CellAreas.of(track, CellEdges.GREAT_CIRCLE))
                .hasMessageStartingWith("Cannot reckon the cells of a curvilinear grid of 1 x 3 points")
                .hasMessageEndingWith(
                        "it has a single row or column, expected two at least. Give the corners of its" + " cells.");
    }
}
