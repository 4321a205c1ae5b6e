package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class InverseDistanceTest {
    private static final Scheme SCHEME = Scheme.of(Method.INVERSE_DISTANCE);

    @Test
    void weighsTheNearestPointsByTheInverseOfTheirDistances() {
        UnstructuredGrid source = UnstructuredGrid.points(new double[] {0, 0, 0, 0}, new double[] {0, 3, 30, -50});
        Weights weights = Weights.of(source, point(0, 1), SCHEME.nearest(2));
        assertThat(weights.sourcesOf(0, 0)).containsExactly(0, 1);
        assertThat(weights.weightsOf(0, 0)).containsExactly(new double[] {2 / 3.0, 1 / 3.0}, Offset.offset(1e-4));
    }

    @Test
    void aPointThatIsMetTakesNearlyAllAndItsNeighboursStandIn() {
        RectilinearGrid source = new RectilinearGrid(new double[] {0, 1}, new double[] {10, 11});
        Weights weights = Weights.of(source, point(1, 10), SCHEME);
        assertThat(weights.sourcesOf(0, 0)[0]).isEqualTo(2);
        assertThat(weights.weightsOf(0, 0)[0]).isBetween(1 - 1e-11, 1.0);
        double[] result = new double[1];
        double[] values = {1, 2, Double.NaN, 5};
        weights.apply(values, GridWindow.of(source), MissingRule.CDO, result);
        assertThat(result[0]).isBetween(1.0, 5.0);
        weights.apply(values, GridWindow.of(source), MissingRule.STANDARD, result);
        assertThat(result[0]).isNaN();
    }

    @Test
    void takesAsManyPointsAsThereAre() {
        UnstructuredGrid source = UnstructuredGrid.points(new double[] {0, 1, 0}, new double[] {0, 0, 1});
        for (Reach reach : Reach.values()) {
            Weights weights =
                    Weights.of(source, point(0.2, 0.2), SCHEME.nearest(1000).within(reach));
            assertThat(weights.sourcesOf(0, 0)).containsExactly(0, 1, 2);
        }
    }

    @Test
    void endsWhereTheNearestPointDoes() {
        RectilinearGrid region = new RectilinearGrid(new double[] {-1, 0, 1}, new double[] {20, 22, 24});
        Grid[] sources = {region, SampleGrids.curvilinear(region), SampleGrids.cells(region)};
        for (Grid source : sources) {
            assertThat(Weights.of(source, point(0, 25.9), SCHEME).entries()).isEqualTo(4);
            assertThat(Weights.of(source, point(0, -150), SCHEME).entries()).isZero();
            assertThat(Weights.of(source, point(0, -150), SCHEME.within(Reach.EVERYWHERE))
                            .entries())
                    .isEqualTo(4);
        }
        assertThat(Weights.of(region, point(0, 26.1), SCHEME).entries()).isZero();
    }

    private static UnstructuredGrid point(double lat, double lon) {
        return UnstructuredGrid.points(new double[] {lat}, new double[] {lon});
    }
}
