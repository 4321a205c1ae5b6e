package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TargetGridsTest {

    private static RectilinearGrid rectilinear(String name) {
        return (RectilinearGrid) TargetGrids.named(name);
    }

    @Test
    void globalGridsHaveCentresHalfAStepFromTheEdges() {
        RectilinearGrid grid = rectilinear("global_1");
        assertThat(grid.lat()).hasSize(180).startsWith(-89.5, -88.5).endsWith(89.5);
        assertThat(grid.lon()).hasSize(360).startsWith(-179.5, -178.5).endsWith(179.5);
        assertThat(rectilinear("global_0.25").lon()).hasSize(1440).startsWith(-179.875, -179.625);
        assertThat(rectilinear("global_.5").lat()).hasSize(360).startsWith(-89.75);
    }

    @Test
    void regularGridsStartAtGreenwichAsInCdo() {
        RectilinearGrid grid = rectilinear("r8x4");
        assertThat(grid.lon()).containsExactly(0, 45, 90, 135, 180, 225, 270, 315);
        assertThat(grid.lat()).containsExactly(-67.5, -22.5, 22.5, 67.5);
        assertThat(rectilinear("r360x180").lat()).startsWith(-89.5);
    }

    @Test
    void stepsGoFromTheFirstCentreToTheLast() {
        RectilinearGrid grid = TargetGrids.of(new AxisSteps(10, -10, -0.1), new AxisSteps(170, 190, 5));
        assertThat(grid.lat()).hasSize(201).startsWith(10, 9.9);
        assertThat(grid.lat()[200]).isEqualTo(-10);
        assertThat(grid.lon()).containsExactly(170, 175, 180, 185, 190);
        assertThat(new AxisSteps(5, 5, 1).values()).containsExactly(5);
    }

    @Test
    void namesTheNearestGrid() {
        assertThatThrownBy(() -> TargetGrids.named("globl_0.5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot make a target grid: there is no grid globl_0.5, expected global_0.5 or another of the "
                                + "form global_STEP, rNXxNY, nN, NN, FN, hpN, hpNr, hpN_ring, hpN_nest, hpN_nested, "
                                + "zonal_STEP, lon=LON/lat=LAT, or lat and lon with start, end and step each.");
        assertThatThrownBy(() -> TargetGrids.named("360 x 180")).hasMessageContaining("expected r360x180 or");
        assertThatThrownBy(() -> TargetGrids.named("world")).hasMessageContaining("expected global_1 or");
    }

    @Test
    void refusesStepsThatDoNotDivide() {
        assertThatThrownBy(() -> TargetGrids.named("global_0.7")).hasMessageContaining("180 degrees hold 257.14");
        assertThatThrownBy(() -> TargetGrids.named("global_0")).hasMessageContaining("expected a whole number from 1");
        assertThatThrownBy(() -> TargetGrids.named("r0x5")).hasMessageContaining("it has 0 columns and 5 rows");
        assertThatThrownBy(() -> new AxisSteps(0, 10, 4))
                .hasMessage("Cannot make an axis from 0.0 to 10.0 by 4.0: that is 2.5 steps, expected a whole number. "
                        + "Start and end are centres of cells; end at 8.0 or 12.0.");
        assertThatThrownBy(() -> new AxisSteps(0, 10, -1)).hasMessageContaining("a step that leads from start to end");
        assertThatThrownBy(() -> new AxisSteps(0, 10, 0)).hasMessageContaining("a step that leads from start to end");
    }

    /** Zeros of Legendre polynomials: of degree 2 at 1/sqrt 3; of degree 4 at sqrt(3/7 +- 2/7 sqrt(6/5)). */
    @Test
    void gaussianLatitudesAreTheZerosOfLegendrePolynomials() {
        assertThat(rectilinear("n1").lat()[0]).isEqualTo(Math.toDegrees(Math.asin(1 / Math.sqrt(3))), within(1e-13));
        RectilinearGrid grid = rectilinear("F2");
        double outer = Math.toDegrees(Math.asin(Math.sqrt(3.0 / 7 + 2.0 / 7 * Math.sqrt(6.0 / 5))));
        double inner = Math.toDegrees(Math.asin(Math.sqrt(3.0 / 7 - 2.0 / 7 * Math.sqrt(6.0 / 5))));
        assertThat(grid.lat()).containsExactly(new double[] {outer, inner, -inner, -outer}, within(1e-13));
        assertThat(grid.lon()).containsExactly(0, 45, 90, 135, 180, 225, 270, 315);
        double bound = Math.toDegrees(Math.asin(1 - (18 - Math.sqrt(30)) / 36));
        assertThat(grid.latBounds())
                .containsExactly(new double[] {90, bound, bound, 0, 0, -bound, -bound, -90}, within(1e-13));
    }

    /** The first latitudes of a grid of 320 rows, as ECMWF publishes them to twelve digits (N160). */
    @Test
    void gaussianLatitudesKeepTheirDigitsNearThePole() {
        RectilinearGrid grid = rectilinear("N160");
        assertThat(grid.lat()).hasSize(320);
        assertThat(grid.lat()[0]).isEqualTo(89.570089550607, within(1e-11));
        assertThat(grid.lat()[1]).isEqualTo(89.013176131022, within(1e-11));
        assertThat(rectilinear("n2048").lat()[4095])
                .isEqualTo(-rectilinear("n2048").lat()[0]);
    }

    @Test
    void pointsAndBeltsHaveNames() {
        assertThat(TargetGrids.named("lon=-4.1/lat=50.25"))
                .isEqualTo(UnstructuredGrid.points(new double[] {50.25}, new double[] {-4.1}));
        RectilinearGrid zonal = rectilinear("zonal_30");
        assertThat(zonal.lonBounds()).containsExactly(-180, 180);
        assertThat(zonal.lat()).containsExactly(-75, -45, -15, 15, 45, 75);
    }

    @Test
    void saysThatReducedGridsAreNotMade() {
        assertThatThrownBy(() -> TargetGrids.named("O80"))
                .hasMessageContaining("expected the regular F80, as reduced Gaussian grids are not made, or another");
    }
}
