package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.plan.PyramidGrid;
import dev.shoal.stage.zarr.PyramidCoordinate.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PyramidCoordinateTest {

    private static PyramidCoordinate line(Kind kind, double... values) {
        PyramidGrid grid = new PyramidGrid(new long[] {values.length}, new long[] {values.length}, new int[] {2}, 2);
        return new PyramidCoordinate(kind, values, grid, List.of());
    }

    @Test
    void latitudesAreMeansOfTheCellsThatAreThere() {
        PyramidCoordinate lat = line(Kind.MEAN, 10, 20, 30, 40, 50);
        assertThat(lat.of(1, 0)).isEqualTo(15);
        assertThat(lat.of(1, 2)).isEqualTo(50);
        assertThat(lat.of(2, 0)).isEqualTo(25);
    }

    @Test
    void longitudesAreMeansOnTheCircle() {
        assertThat(line(Kind.LONGITUDE, 359, 1, 3, 5).of(1, 0)).isZero();
        assertThat(line(Kind.LONGITUDE, 358, 1, 3, 5).of(1, 0)).isEqualTo(359.5);
        assertThat(line(Kind.LONGITUDE, 179, -179, -177, -175).of(1, 0)).isEqualTo(-180);
        assertThat(line(Kind.LONGITUDE, 179, -179, -177, -175).of(2, 0)).isEqualTo(-178);
        assertThat(line(Kind.LONGITUDE, 170, 190, 210, 230).of(2, 0)).isEqualTo(200);
    }

    @Test
    void boundsAreThoseOfTheFirstAndTheLastCell() {
        PyramidGrid grid = new PyramidGrid(new long[] {3, 2}, new long[] {3, 2}, new int[] {2, 1}, 1);
        PyramidCoordinate bounds = new PyramidCoordinate(Kind.BOUNDS, new double[] {0, 1, 1, 2, 2, 3}, grid, List.of());
        assertThat(bounds.of(1, 0, 0)).isZero();
        assertThat(bounds.of(1, 0, 1)).isEqualTo(2);
        assertThat(bounds.of(1, 1, 0)).isEqualTo(2);
        assertThat(bounds.of(1, 1, 1)).isEqualTo(3);
    }
}
