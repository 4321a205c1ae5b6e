package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {

    static Stream<Long> seeds() {
        return Stream.of(1L, 2L, 3L, 4L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyWindowHasTheWeightsOfTheWhole(long seed) {
        Random random = new Random(seed);
        RectilinearGrid target = SampleGrids.regular(40, 60, 360 * random.nextDouble());
        for (Grid source : sources(random)) {
            for (Method method : SampleGrids.METHODS) {
                Weights whole = Weights.of(source, target, Scheme.of(method));
                for (int part = 0; part < 12; part++) {
                    int y0 = random.nextInt(40);
                    int y1 = y0 + random.nextInt(41 - y0);
                    int x0 = random.nextInt(60);
                    int x1 = x0 + random.nextInt(61 - x0);
                    assertThat(Weights.of(source, target, new GridWindow(y0, y1, x0, x1), Scheme.of(method)))
                            .isEqualTo(whole.window(y0, y1, x0, x1));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyNumberOfThreadsHasTheSameWeights(long seed) {
        Random random = new Random(seed);
        Grid[] targets = {
            SampleGrids.regular(40, 60, 360 * random.nextDouble()),
            SampleGrids.rotated(30, 50, 70, 360 * random.nextDouble(), 1.5),
            SampleGrids.scattered(random, 2500)
        };
        for (Grid source : sources(random)) {
            for (Method method : SampleGrids.METHODS) {
                for (Reach reach : Reach.values()) {
                    Scheme scheme = Scheme.of(method).within(reach);
                    for (Grid target : targets) {
                        Weights alone = Weights.of(source, target, scheme);
                        assertThat(Weigher.of(source, scheme, 3).weights(target, GridWindow.of(target), 3))
                                .isEqualTo(alone);
                        assertThat(alone.entries() > 0 || reach == Reach.WITHIN_SOURCE)
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTargetPointHasTheSameWeightsInAGridOfAnyKind(long seed) {
        Random random = new Random(seed);
        RectilinearGrid target = SampleGrids.random(random, 20, 30);
        CurvilinearGrid same = SampleGrids.curvilinear(target);
        UnstructuredGrid points = UnstructuredGrid.points(same.lat(), same.lon());
        for (Grid source : sources(random)) {
            for (Method method : List.of(Method.NEAREST, Method.INVERSE_DISTANCE, Method.BILINEAR)) {
                Weights whole = Weights.of(source, target, Scheme.of(method));
                Weights ofRows = Weights.of(source, same, Scheme.of(method));
                Weights ofPoints = Weights.of(source, points, Scheme.of(method));
                for (int k = 0; k < 600; k++) {
                    assertThat(ofRows.sourcesOf(k / 30, k % 30)).isEqualTo(whole.sourcesOf(k / 30, k % 30));
                    assertThat(ofRows.weightsOf(k / 30, k % 30)).isEqualTo(whole.weightsOf(k / 30, k % 30));
                    assertThat(ofPoints.sourcesOf(0, k)).isEqualTo(whole.sourcesOf(k / 30, k % 30));
                    assertThat(ofPoints.weightsOf(0, k)).isEqualTo(whole.weightsOf(k / 30, k % 30));
                }
            }
        }
    }

    @Test
    void targetPointsWithoutAPositionHaveNoWeights() {
        UnstructuredGrid track =
                UnstructuredGrid.points(new double[] {5, Double.NaN, 7}, new double[] {10, 11, Double.NaN});
        for (Grid source : sources(new Random(1))) {
            for (Method method : SampleGrids.METHODS) {
                Weights weights = Weights.of(source, track, Scheme.of(method).within(Reach.EVERYWHERE));
                assertThat(weights.sourcesOf(0, 0)).isNotEmpty();
                assertThat(weights.sourcesOf(0, 1)).isEmpty();
                assertThat(weights.sourcesOf(0, 2)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBlocksGiveTheSameBits(long seed) {
        Random random = new Random(seed);
        RectilinearGrid target = SampleGrids.regular(40, 60, 360 * random.nextDouble());
        for (Grid source : sources(random)) {
            double[] values = SampleGrids.field(
                    source, (lat, lon) -> random.nextInt(5) == 0 ? Double.NaN : random.nextGaussian());
            double[] whole = SampleGrids.regridded(source, values, target, Method.BILINEAR, MissingRule.STANDARD);
            int rows = 1 + random.nextInt(15);
            int columns = 1 + random.nextInt(25);
            for (int y = 0; y < 40; y += rows) {
                for (int x = 0; x < 60; x += columns) {
                    GridWindow part = new GridWindow(y, Math.min(40, y + rows), x, Math.min(60, x + columns));
                    assertBlock(source, values, target, part, whole);
                }
            }
        }
    }

    private static void assertBlock(
            Grid source, double[] values, RectilinearGrid target, GridWindow part, double[] whole) {
        Weights weights = Weights.of(source, target, part, Scheme.of(Method.BILINEAR));
        GridWindow block = weights.sourceWindow();
        double[] read = SampleGrids.cut(values, source.nx(), block);
        double[] result = new double[part.size()];
        weights.apply(read, block, MissingRule.STANDARD, result);
        assertThat(result).isEqualTo(SampleGrids.cut(whole, target.nx(), part));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void weightsArePositiveAndSumToOne(long seed) {
        Random random = new Random(seed);
        RectilinearGrid target = SampleGrids.random(random, 30, 40);
        for (Grid source : sources(random)) {
            for (Method method : SampleGrids.METHODS) {
                Weights weights = Weights.of(source, target, Scheme.of(method));
                for (int k = 0; k < 1200; k++) {
                    double sum = 0;
                    for (double weight : weights.weightsOf(k / 40, k % 40)) {
                        assertThat(weight).isBetween(0.0, 1.0);
                        sum += weight;
                    }
                    assertThat(sum == 0 || Math.abs(sum - 1) < 1e-14).isTrue();
                }
            }
        }
    }

    @Test
    void theSourceWindowIsTheSmallest() {
        RectilinearGrid source = SampleGrids.regular(18, 36, 0);
        RectilinearGrid target = SampleGrids.regular(36, 72, 0);
        Weights weights = Weights.of(source, target, Scheme.of(Method.BILINEAR));
        assertThat(weights.sourceWindow(10, 12, 10, 14)).isEqualTo(new GridWindow(4, 7, 4, 8));
        assertThat(weights.sourceWindow(10, 12, 0, 2)).as("over the seam").isEqualTo(new GridWindow(4, 7, 0, 36));
        assertThat(weights.sourceWindow(0, 1, 0, 72).isEmpty())
                .as("beyond the last row")
                .isTrue();
        assertThat(weights.sourceWindow(5, 5, 0, 72).isEmpty()).isTrue();
        assertThat(weights.sourceWindow()).isEqualTo(new GridWindow(0, 18, 0, 36));
    }

    @Test
    void refusesWindowsOutsideItsGrids() {
        RectilinearGrid grid = SampleGrids.regular(4, 8, 0);
        assertThatThrownBy(() -> Weights.of(grid, grid, new GridWindow(0, 5, 0, 8), Scheme.of(Method.BILINEAR)))
                .hasMessage(
                        "Cannot make weights for target cells [0:5, 0:8]: the target grid has 4 rows and 8 columns.");
        Weights weights = Weights.of(grid, grid, new GridWindow(0, 2, 0, 8), Scheme.of(Method.BILINEAR));
        assertThatThrownBy(() -> weights.window(1, 3, 0, 8))
                .hasMessage("Cannot take target cells [1:3, 0:8] out of weights of target cells [0:2, 0:8].");
        assertThatThrownBy(() -> weights.over(new GridWindow(0, 2, 0, 8)))
                .hasMessage(
                        "Cannot apply weights to source cells [0:2, 0:8]: they need [0:3, 0:8] of a source of 4 x 8.");
        assertThatThrownBy(() -> new GridWindow(2, 1, 0, 0)).hasMessageContaining("expected 0 <= start <= end");
    }

    private static List<Grid> sources(Random random) {
        return List.of(
                SampleGrids.random(random, 20, 30),
                SampleGrids.regular(18, 36, 360 * random.nextDouble()),
                SampleGrids.tripolar(28, 9, 60),
                SampleGrids.overlapping(SampleGrids.tripolar(28, 9, 60)),
                SampleGrids.octahedron(10),
                SampleGrids.cells(SampleGrids.regular(18, 36, 5)),
                SampleGrids.rotated(30, 20, 180 * random.nextDouble() - 90, 360 * random.nextDouble(), 3));
    }
}
