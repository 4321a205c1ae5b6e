package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealpixTest {

    /** The paper's equations 4 to 9 worked by hand for two pixels a side: z is 1 - i^2/12 in the caps. */
    @Test
    void centresLieWhereTheirRingsAre() {
        UnstructuredGrid grid = Healpix.grid(2, Healpix.Order.RING);
        assertThat(grid.nx()).isEqualTo(48);
        assertThat(grid.lat(0, 0)).isEqualTo(Math.toDegrees(Math.asin(11.0 / 12)), within(1e-12));
        assertThat(grid.lon(0, 0)).isEqualTo(45);
        assertThat(grid.lat(0, 4)).isEqualTo(Math.toDegrees(Math.asin(2.0 / 3)), within(1e-12));
        assertThat(Arrays.copyOfRange(grid.lon(), 4, 12))
                .containsExactly(22.5, 67.5, 112.5, 157.5, 202.5, 247.5, 292.5, 337.5);
        assertThat(grid.lat(0, 12)).isEqualTo(Math.toDegrees(Math.asin(1.0 / 3)), within(1e-12));
        assertThat(Arrays.copyOfRange(grid.lon(), 12, 20)).containsExactly(0, 45, 90, 135, 180, 225, 270, 315);
        assertThat(grid.lat(0, 20)).isZero();
        assertThat(grid.lat(0, 47)).isEqualTo(-grid.lat(0, 0));
    }

    /** The twelve faces themselves: corners at the poles, at 41.8 degrees and on the equator. */
    @Test
    void cornersOfTheFacesAreThoseOfThePaper() {
        UnstructuredGrid grid = Healpix.grid(1, Healpix.Order.NESTED);
        double cap = Math.toDegrees(Math.asin(2.0 / 3));
        assertThat(Arrays.copyOf(grid.corners().lat(), 4))
                .containsExactly(new double[] {90, cap, 0, cap}, within(1e-12));
        assertThat(Arrays.copyOfRange(grid.corners().lon(), 1, 4)).containsExactly(0, 45, 90);
        assertThat(grid.lon(0, 4)).isZero();
        assertThat(grid.corners().lon()[4 * 4 + 1]).isEqualTo(315);
        assertThat(grid.lat(0, 11)).isEqualTo(-cap, within(1e-12));
    }

    /** Numbers in ring order of the first pixels in nested order, for two and for four pixels a side. */
    @Test
    void nestedOrderHalvesTheFaces() {
        UnstructuredGrid ring = Healpix.grid(2, Healpix.Order.RING);
        UnstructuredGrid nested = Healpix.grid(2, Healpix.Order.NESTED);
        int[] numbers = {13, 5, 4, 0, 15, 7, 6, 1, 17, 9, 8, 2, 19, 11, 10, 3, 28, 20, 27, 12};
        for (int i = 0; i < numbers.length; i++) {
            assertThat(nested.lat(0, i)).isEqualTo(ring.lat(0, numbers[i]));
            assertThat(nested.lon(0, i)).isEqualTo(ring.lon(0, numbers[i]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13})
    void ringsGoFromNorthToSouthAndEachEastward(int nside) {
        UnstructuredGrid grid = Healpix.grid(nside, Healpix.Order.RING);
        for (int k = 1; k < grid.nx(); k++) {
            boolean sameRing = Math.abs(grid.lat(0, k) - grid.lat(0, k - 1)) < 1e-12;
            assertThat(grid.lat(0, k)).isLessThanOrEqualTo(grid.lat(0, k - 1) + 1e-12);
            assertThat(!sameRing || grid.lon(0, k) > grid.lon(0, k - 1)).isTrue();
        }
    }

    /** The pixels' areas are equal, but for the great circles between corners; together they are the sphere. */
    @Test
    void cornersCloseTheSphere() {
        for (int nside : new int[] {2, 4, 7}) {
            CellSurvey cells =
                    GridSurvey.of(Healpix.grid(nside, Healpix.Order.RING)).cells();
            assertThat(cells.steradians()).isEqualTo(4 * Math.PI, within(1e-12));
            assertThat(cells.inverted()).isZero();
            assertThat(cells.north() && cells.south()).isTrue();
        }
    }

    @Test
    void somePixelsAreThoseOfTheirNumbers() {
        UnstructuredGrid all = Healpix.grid(4, Healpix.Order.RING);
        UnstructuredGrid some = Healpix.grid(4, Healpix.Order.RING, new int[] {191, 0, 77});
        assertThat(some.lat()).containsExactly(all.lat(0, 191), all.lat(0, 0), all.lat(0, 77));
        assertThatThrownBy(() -> Healpix.grid(4, Healpix.Order.RING, new int[] {192}))
                .hasMessageContaining("pixel 192 is none of 192");
        assertThatThrownBy(() -> TargetGrids.named("hp3_nest")).hasMessageContaining("a power of two");
        assertThat(TargetGrids.named("hp4_nest")).isEqualTo(Healpix.grid(4, Healpix.Order.NESTED));
        assertThat(TargetGrids.named("hp4r")).isEqualTo(all);
    }
}
