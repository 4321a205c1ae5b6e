package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GivenCornersTest {
    private static final double[] LAT = {0.5};
    private static final double[] LON = {359.5};

    private static GivenCorners of(double[] lat, double[] lon) {
        return GivenCorners.of(lat.length, lat, lon, LAT, LON);
    }

    @Test
    void cornersInOrderStayAsTheyAre() {
        GivenCorners given = of(new double[] {0, 0, 1, 1}, new double[] {-1, 0, 0, -1});
        assertThat(given.turned() + given.astray() + given.flat()).isZero();
        assertThat(given.corners().lat()).containsExactly(0, 0, 1, 1);
        assertThat(given.corners().lon()).containsExactly(-1, 0, 0, -1);
    }

    @Test
    void cornersInTheOrderOfALetterZArePutRound() {
        GivenCorners given = of(new double[] {0, 0, 1, 1}, new double[] {-1, 0, -1, 0});
        assertThat(given.turned()).isOne();
        double[] lat = given.corners().lat();
        double[] lon = given.corners().lon();
        for (int i = 0; i < 4; i++) {
            int next = (i + 1) % 4;
            assertThat(lat[i] == lat[next] || lon[i] == lon[next]).isTrue();
        }
    }

    @Test
    void cornersThatComeTwiceAreOne() {
        GivenCorners given = of(new double[] {0, 0, 1, 1, 1}, new double[] {-1, 0, 0, 360, 360});
        assertThat(given.corners().lat()).containsExactly(0, 0, 1, Double.NaN, Double.NaN);
        assertThat(of(new double[] {0, 0, 0}, new double[] {1, 1, 1}).flat()).isOne();
    }

    @Test
    void cellsElsewhereAreLeftOut() {
        GivenCorners given = of(new double[] {10, 10, 11, 11}, new double[] {-1, 0, 0, -1});
        assertThat(given.astray()).isOne();
        assertThat(given.corners().lat()).containsOnly(Double.NaN);
    }

    @Test
    void facesFanIntoTriangles() {
        assertThat(MeshTriangles.ofFaces(4, new int[] {0, 1, 4, 3, 1, 2, 4, -1}))
                .isEqualTo(new Triangles(new int[] {0, 1, 4, 0, 4, 3, 1, 2, 4}));
    }
}
