package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConservativeTest {
    private static final Scheme SCHEME = Scheme.of(Method.CONSERVATIVE);

    @Test
    void aCellTakesTheSharesOfItsAreaThatLieOverTheSource() {
        RectilinearGrid source = new RectilinearGrid(
                new double[] {-45, 45}, new double[] {45, 135}, new double[] {-90, 0, 0, 90}, new double[] {
                    0, 90, 90, 180
                });
        RectilinearGrid target = new RectilinearGrid(
                new double[] {0}, new double[] {120}, new double[] {-30, 90}, new double[] {60, 240});
        Weights weights = Weights.of(source, target, SCHEME);
        assertThat(weights.sourcesOf(0, 0)).containsExactly(0, 1, 2, 3);
        assertThat(weights.weightsOf(0, 0))
                .as("a third of the height is south of the equator; 30, 90 and no degrees of 180")
                .containsExactly(new double[] {1.0 / 18, 1.0 / 6, 1.0 / 9, 1.0 / 3}, within(1e-15));
        assertThat(weights.targetAreas()).containsExactly(new double[] {1.5 * Math.PI}, within(1e-14));
    }

    @Test
    void theTrianglesOfAnOctahedronShareAPolarCapInFour() {
        List<double[][]> octants = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            double up = k < 4 ? 1 : -1;
            double[] from = Sphere.unit(0, 90 * k);
            double[] to = Sphere.unit(0, 90 * k + 90);
            octants.add(new double[][] {from, to, {0, 0, up}});
        }
        UnstructuredGrid source = CellGrids.byCorners(octants, 4);
        RectilinearGrid cap = new RectilinearGrid(
                new double[] {80, -45}, new double[] {180}, new double[] {70, 90, -90, 0}, new double[] {0, 360});
        Weights weights = Weights.of(source, cap, SCHEME);
        assertThat(weights.sourcesOf(0, 0)).containsExactly(0, 1, 2, 3);
        assertThat(weights.sourcesOf(1, 0)).containsExactly(4, 5, 6, 7);
        for (int row = 0; row < 2; row++) {
            assertThat(weights.weightsOf(row, 0)).containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(1e-14));
        }
    }

    @ParameterizedTest
    @EnumSource(CellEdges.class)
    void keepsTheIntegralOfNoiseBetweenAllKindsOfGrids(CellEdges edges) {
        Random random = new Random(7);
        for (Grid source : everywhere(random)) {
            for (Grid target : everywhere(random)) {
                assertConserves(source, target, SCHEME.along(edges), random);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void keepsTheIntegralOfNoiseOverPartsOfTheEarth(long seed) {
        Random random = new Random(seed);
        double lat = 180 * random.nextDouble() - 90;
        double lon = 720 * random.nextDouble() - 360;
        Grid[] sources = {
            SampleGrids.rotated(20, 30, lat, lon, 1.5),
            SampleGrids.rotated(7, 9, 89, lon, 4),
            CellGrids.tripolar(25, 8, 50, 1),
            SampleGrids.tripolar(20, 7, 44),
            SampleGrids.random(random, 15, 20)
        };
        for (Grid source : sources) {
            for (Grid target : everywhere(random)) {
                assertConserves(source, target, SCHEME, random);
            }
        }
        CurvilinearGrid tripolar = CellGrids.tripolar(30, 10, 60, 0);
        assertConserves(tripolar, tripolar, SCHEME, random);
        for (Grid source : everywhere(random)) {
            assertWholeCells(source, tripolar);
        }
    }

    private static void assertWholeCells(Grid source, Grid target) {
        Weights weights = Weights.of(source, target, SCHEME);
        for (int k = 0; k < target.size(); k++) {
            double sum = Arrays.stream(weights.weightsOf(k / target.nx(), k % target.nx()))
                    .sum();
            assertThat(sum).isCloseTo(1, within(1e-12 + 1e-14 / Math.sqrt(weights.targetAreas()[k])));
        }
    }

    private static void assertConserves(Grid source, Grid target, Scheme scheme, Random random) {
        double[] area = CellAreas.of(source, scheme.edges());
        Duplicates twice = Duplicates.of(source);
        double[] values = new double[area.length];
        double sum = 0;
        double size = 0;
        for (int k = 0; k < area.length; k++) {
            values[k] = random.nextGaussian();
            sum += twice.contains(k) ? 0 : area[k] * values[k];
            size += twice.contains(k) ? 0 : area[k] * Math.abs(values[k]);
        }
        Weights weights = Weights.of(source, target, scheme);
        double back = 0;
        for (int k = 0; k < target.size(); k++) {
            int row = k / target.nx();
            int[] from = weights.sourcesOf(row, k % target.nx());
            double[] share = weights.weightsOf(row, k % target.nx());
            double value = 0;
            for (int e = 0; e < from.length; e++) {
                assertThat(share[e]).isPositive();
                assertThat(e == 0 || from[e] > from[e - 1]).isTrue();
                value += share[e] * values[from[e]];
            }
            back += value * weights.targetAreas()[k];
        }
        assertThat(Math.abs(back - sum) / size).as(source + " to " + target).isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sharesOfATargetInsideTheSourceSumToOneAndConstantsAreKept(long seed) {
        Random random = new Random(seed);
        for (Grid source : everywhere(random)) {
            for (Grid target : everywhere(random)) {
                Weights weights = Weights.of(source, target, SCHEME);
                double[] values = SampleGrids.field(source, (lat, lon) -> 287.15);
                double[] result = new double[target.size()];
                weights.apply(values, GridWindow.of(source), MissingRule.STANDARD, result);
                for (int k = 0; k < result.length; k++) {
                    double sum = 0;
                    for (double share : weights.weightsOf(k / target.nx(), k % target.nx())) {
                        sum += share;
                    }
                    assertThat(result[k] / 287.15).isCloseTo(1, within(1e-14));
                    assertThat(sum).isCloseTo(1, within(1e-12 + 1e-14 / Math.sqrt(weights.targetAreas()[k])));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyWindowAndAnyThreadsGiveTheSameBits(long seed) {
        Random random = new Random(seed);
        List<Grid> grids = everywhere(random);
        grids.add(SampleGrids.rotated(13, 17, 80, 170, 3));
        for (Grid source : grids) {
            for (Grid target : grids) {
                Weigher weigher = Weigher.of(source, SCHEME, 3);
                Weights whole = Weights.of(source, target, SCHEME);
                assertThat(weigher.weights(target, GridWindow.of(target), 3)).isEqualTo(whole);
                for (int part = 0; part < 3; part++) {
                    int y0 = random.nextInt(target.ny());
                    int y1 = y0 + random.nextInt(target.ny() + 1 - y0);
                    int x0 = random.nextInt(target.nx());
                    int x1 = x0 + random.nextInt(target.nx() + 1 - x0);
                    assertThat(weigher.weights(target, new GridWindow(y0, y1, x0, x1)))
                            .isEqualTo(whole.window(y0, y1, x0, x1));
                }
            }
        }
    }

    @Test
    void refusesToWorkInNoThread() {
        RectilinearGrid grid = SampleGrids.regular(4, 8, 0);
        Weigher weigher = Weigher.of(grid, SCHEME);
        assertThatThrownBy(() -> weigher.weights(grid, GridWindow.of(grid), 0))
                .hasMessage("Cannot work in 0 threads, expected at least one. Ask for 1 or more.");
    }

    @Test
    void largestAreaHasTheSameWeights() {
        Grid source = CellGrids.cube(6);
        Grid target = SampleGrids.regular(9, 14, 0);
        assertThat(Weights.of(source, target, Scheme.of(Method.LARGEST_AREA)).by(Method.CONSERVATIVE))
                .isEqualTo(Weights.of(source, target, SCHEME));
    }

    @Test
    void cellsThatOccurTwiceCountOnce() {
        CurvilinearGrid once = CellGrids.tripolar(25, 8, 50, 0);
        CurvilinearGrid twice = CellGrids.tripolar(25, 8, 50, 1);
        RectilinearGrid target = SampleGrids.regular(20, 30, 0);
        Weights weights = Weights.of(once, target, SCHEME);
        Weights same = Weights.of(twice, target, SCHEME);
        for (int k = 0; k < target.size(); k++) {
            int row = k / target.nx();
            int[] from = weights.sourcesOf(row, k % target.nx());
            int[] also = same.sourcesOf(row, k % target.nx());
            for (int e = 0; e < from.length; e++) {
                assertThat(also[e]).isEqualTo(from[e] / 50 * 52 + from[e] % 50 + 1);
            }
            assertThat(same.weightsOf(row, k % target.nx())).isEqualTo(weights.weightsOf(row, k % target.nx()));
        }
    }

    @Test
    void columnsThatOccurTwiceCountOnce() {
        double[] lon = new AxisSteps(0, 360, 10).values();
        RectilinearGrid source = new RectilinearGrid(new AxisSteps(-85, 85, 10).values(), lon);
        RectilinearGrid target = SampleGrids.regular(7, 11, 3);
        Weights weights = Weights.of(source, target, SCHEME);
        for (int k = 0; k < target.size(); k++) {
            double sum = 0;
            for (double share : weights.weightsOf(k / target.nx(), k % target.nx())) {
                sum += share;
            }
            assertThat(sum).isCloseTo(1, within(1e-14));
        }
    }

    private static List<Grid> everywhere(Random random) {
        return new ArrayList<>(List.of(
                SampleGrids.regular(19, 40, 360 * random.nextDouble()),
                CellGrids.uneven(random, 13, 21),
                new RectilinearGrid(new AxisSteps(90, -90, -9).values(), new AxisSteps(-180, 170, 10).values()),
                CellGrids.cube(8),
                CellGrids.arrows(5),
                CellGrids.triangles(2),
                CellGrids.nodes(2)));
    }
}
