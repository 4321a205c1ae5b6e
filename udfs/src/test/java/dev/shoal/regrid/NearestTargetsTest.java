package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NearestTargetsTest {
    private static final Scheme SCHEME = Scheme.of(Method.NEAREST_D2S);

    @Test
    void eachTargetIsTheMeanOfTheSourcePointsNearestToIt() {
        UnstructuredGrid track =
                UnstructuredGrid.points(new double[] {0, 0.4, 1.2, 5}, new double[] {10, 10.4, 10, 12});
        RectilinearGrid target = new RectilinearGrid(new double[] {0, 1, 2}, new double[] {10, 11, 12});
        Weights weights = Weights.of(track, target, SCHEME);
        assertThat(weights.sourcesOf(0, 0)).containsExactly(0, 1);
        assertThat(weights.weightsOf(0, 0)).containsExactly(0.5, 0.5);
        assertThat(weights.sourcesOf(1, 0)).containsExactly(2);
        assertThat(weights.weightsOf(1, 0)).containsExactly(1);
        assertThat(weights.entries())
                .as("the last is farther from the target than its cells are wide")
                .isEqualTo(3);
        assertThat(Weights.of(track, target, SCHEME.within(Reach.EVERYWHERE)).sourcesOf(2, 2))
                .containsExactly(3);
    }

    @Test
    void theNearestIsLookedForInTheWholeTarget() {
        UnstructuredGrid track = UnstructuredGrid.points(new double[] {0.4}, new double[] {10});
        RectilinearGrid target = new RectilinearGrid(new double[] {0, 1}, new double[] {10, 11});
        Weigher weigher = Weigher.of(track, SCHEME);
        assertThat(weigher.weights(target, new GridWindow(1, 2, 0, 2)).entries())
                .isZero();
        assertThat(weigher.weights(target, new GridWindow(0, 1, 0, 2)).entries())
                .isEqualTo(1);
        RectilinearGrid other = new RectilinearGrid(new double[] {-1, 0.5}, new double[] {10, 11});
        assertThat(weigher.weights(other, new GridWindow(1, 2, 0, 2)).entries()).isEqualTo(1);
    }

    @Test
    void everySourcePointIsUsedOnce() {
        Grid source = SampleGrids.tripolar(28, 9, 60);
        Grid[] targets = {SampleGrids.regular(20, 30, 4), SampleGrids.octahedron(8)};
        for (Grid target : targets) {
            Weights weights = Weights.of(source, target, SCHEME.within(Reach.EVERYWHERE));
            int[] times = new int[source.size()];
            for (int k = 0; k < target.size(); k++) {
                for (int point : weights.sourcesOf(k / target.nx(), k % target.nx())) {
                    times[point]++;
                }
            }
            assertThat(times).containsOnly(1);
        }
    }

    @Test
    void holesGoNowhere() {
        UnstructuredGrid track = UnstructuredGrid.points(new double[] {0, Double.NaN}, new double[] {10, 10});
        RectilinearGrid target = new RectilinearGrid(new double[] {0, 1}, new double[] {10, 11});
        assertThat(Weights.of(track, target, SCHEME).sourcesOf(0, 0)).containsExactly(0);
    }
}
