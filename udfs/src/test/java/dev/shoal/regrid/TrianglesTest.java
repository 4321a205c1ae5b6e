package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrianglesTest {
    private static final Scheme SCHEME = Scheme.of(Method.BILINEAR);
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @Test
    void weighsTheThreeCornersByAreas() {
        UnstructuredGrid source = new UnstructuredGrid(
                new double[] {0, 0, 0.01}, new double[] {0, 0.01, 0}, CellCorners.NONE, new Triangles(new int[] {0, 1, 2
                }));
        Weights weights = Weights.of(source, point(0.002, 0.005), SCHEME);
        assertThat(weights.sourcesOf(0, 0)).containsExactly(0, 1, 2);
        assertThat(weights.weightsOf(0, 0)).containsExactly(new double[] {0.3, 0.5, 0.2}, Offset.offset(1e-7));
        assertThat(Weights.of(source, point(0.006, 0.006), SCHEME).entries()).isZero();
        assertThat(Weights.of(source, point(0, 0.01), SCHEME).weightsOf(0, 0)).containsExactly(0, 1, 0);
        assertThat(Weights.of(source, point(-0.002, 180.005), SCHEME).entries())
                .as("the far side")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aMeshRoundTheEarthHoldsEveryTarget(long seed) {
        UnstructuredGrid source = SampleGrids.octahedron(9);
        double[] values = SampleGrids.field(source, (lat, lon) -> 7);
        Grid[] targets = {
            SampleGrids.scattered(new Random(seed), 3000),
            SampleGrids.regular(20, 40, 0),
            source,
            new RectilinearGrid(new double[] {-90, 0, 90}, new double[] {0, 90, 180, 270})
        };
        for (Grid target : targets) {
            assertThat(SampleGrids.regridded(source, values, target, Method.BILINEAR, MissingRule.STANDARD))
                    .containsOnly(new double[] {7}, EXACT);
        }
    }

    @Test
    void nodesComeBackUnchanged() {
        UnstructuredGrid source = SampleGrids.octahedron(9);
        double[] values = SampleGrids.field(source, SampleGrids::y22);
        assertThat(SampleGrids.regridded(source, values, source, Method.BILINEAR, MissingRule.STANDARD))
                .isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void cellsThatMeetInACornerMakeTriangles(long seed) {
        Random random = new Random(seed);
        RectilinearGrid grid = SampleGrids.regular(30, 60, 360 * random.nextDouble());
        UnstructuredGrid cells = SampleGrids.cells(grid);
        double[] unit = UnitVectors.of(cells, 1);
        assertThat(DualTriangles.of(cells.corners(), unit, 2).count())
                .as("two for each corner between four cells, and the caps around the poles")
                .isEqualTo(2 * 29 * 60 + 2 * 58);
        double[] values = SampleGrids.field(cells, SampleGrids::y22);
        UnstructuredGrid target = SampleGrids.scattered(random, 2000);
        double[] result = SampleGrids.regridded(cells, values, target, Method.BILINEAR, MissingRule.STANDARD);
        double[] exact = SampleGrids.field(target, SampleGrids::y22);
        for (int k = 0; k < result.length; k++) {
            assertThat(Math.abs(result[k] - exact[k])).isLessThan(0.02);
        }
    }

    @Test
    void trianglesWithAHoleHoldNothing() {
        double nan = Double.NaN;
        UnstructuredGrid source = new UnstructuredGrid(
                new double[] {0, 0, 1, nan}, new double[] {0, 1, 0, nan}, CellCorners.NONE, new Triangles(new int[] {
                    0, 1, 3, 0, 1, 2
                }));
        assertThat(Weights.of(source, point(0.2, 0.2), SCHEME).sourcesOf(0, 0)).containsExactly(0, 1, 2);
        assertThat(Weights.of(source, point(-0.2, 0.2), SCHEME).entries()).isZero();
    }

    @Test
    void pointsAloneHaveNothingAroundATarget() {
        assertThatThrownBy(() -> Weigher.of(point(5, 6), SCHEME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot regrid an unstructured grid of 1 points in Box")
                .hasMessageEndingWith(
                        " by bilinear: it has neither triangles nor cells' corners, expected one of them. "
                                + "Take inverse-distance, or nearest.");
    }

    private static UnstructuredGrid point(double lat, double lon) {
        return UnstructuredGrid.points(new double[] {lat}, new double[] {lon});
    }
}
