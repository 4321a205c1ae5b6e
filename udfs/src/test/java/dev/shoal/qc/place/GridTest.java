package dev.shoal.qc.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GridTest {

    private static final float NONE = Float.NaN;

    @Test
    void isLinearBetweenCrossings() {
        Grid grid = new Grid(new double[] {0, 1}, new double[] {11, 10}, new float[] {0, 1, 2, 5});
        assertThat(grid.interpolated(0.5, 11)).isEqualTo(0.5);
        assertThat(grid.interpolated(0.5, 10.5)).isEqualTo(2);
        assertThat(grid.interpolated(-359.5, 10.5)).isEqualTo(2);
        assertThat(grid.interpolated(1.4, 10)).isEqualTo(5);
        assertThat(grid.interpolated(1.6, 10)).isNaN();
        assertThat(grid.interpolated(Double.NaN, 10)).isNaN();
    }

    @Test
    void goesRoundTheGlobe() {
        Grid grid =
                new Grid(new double[] {-135, -45, 45, 135}, new double[] {0, 1}, new float[] {1, 2, 3, 5, 1, 2, 3, 5});
        assertThat(grid.interpolated(180, 0.5)).isEqualTo(3);
        assertThat(grid.interpolated(-180, 0.5)).isEqualTo(3);
        assertThat(grid.interpolated(0, 0)).isEqualTo(2.5);
        assertThat(grid.interpolated(157.5, 0)).isEqualTo(4);
        assertThat(grid.interpolated(202.5, 0)).isEqualTo(2);
        assertThat(grid.cell(179, 0)).isEqualTo(5);
        assertThat(grid.cell(181, 0)).isEqualTo(1);
    }

    @Test
    void aMissingCrossingLeavesTheCellItself() {
        Grid grid = new Grid(new double[] {0, 1}, new double[] {0, 1}, new float[] {0, 1, 2, NONE});
        assertThat(grid.interpolated(0.2, 0.2)).isZero();
        assertThat(grid.interpolated(0.9, 0.9)).isNaN();
    }

    @Test
    void elevationsAreDepthsUpsideDown() {
        Grid grid = new Grid(new double[] {0, 1}, new double[] {0, 1}, new float[] {-100, -100, -100, -100});
        assertThat(Bathymetry.ofElevations(grid).depthMetres(0.5, 0.5)).isEqualTo(100);
        assertThat(Bathymetry.of(grid).depthMetres(0.5, 0.5)).isEqualTo(-100);
        assertThat(Bathymetry.of(grid).depthsMetres(new double[] {0.5, 50}, new double[] {0.5, 50}))
                .containsExactly(-100, Double.NaN);
    }

    @Test
    void refusesAxesThatTurnBack() {
        assertThatThrownBy(() -> new Grid(new double[] {0, 2, 1}, new double[] {0, 1}, new float[6]))
                .hasMessage(
                        "Cannot make a grid: found the longitudes 2.0 and 1.0 at index 2, expected them to go one way."
                                + " Sort the grid.");
        assertThatThrownBy(() -> new Grid(new double[] {0, 360}, new double[] {0, 1}, new float[4]))
                .hasMessageContaining("expected no meridian twice");
        assertThatThrownBy(() -> new Grid(new double[] {0, 1}, new double[] {0, 1}, new float[3]))
                .hasMessageContaining("found 3 values");
    }
}
