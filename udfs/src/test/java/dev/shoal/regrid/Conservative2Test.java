package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Conservative2Test {
    private static final Scheme SECOND = Scheme.of(Method.CONSERVATIVE2);
    private static final double NAN = Double.NaN;

    /** Sums times areas: amounts, of which nothing may be lost. */
    private static final MissingRule AMOUNTS = new MissingRule(MissingPolicy.SHOAL, Normalisation.NONE, 0);

    @Test
    void halfOfACellHasTheValueOfThePlaneInItsMiddle() {
        RectilinearGrid source = new RectilinearGrid(new double[] {-1, 0, 1}, new double[] {0.5, 1.5, 2.5});
        RectilinearGrid target = new RectilinearGrid(
                new double[] {0}, new double[] {1.25}, new double[] {-0.5, 0.5}, new double[] {1, 1.5});
        double[] rising = {10, 11, 12, 20, 21, 22, 30, 31, 32};
        assertThat(regridded(source, rising, target)).containsExactly(new double[] {20.75}, Offset.offset(1e-4));
        rising[3] = NAN;
        assertThat(regridded(source, rising, target)).containsExactly(new double[] {20.75}, Offset.offset(1e-4));
        double[] alone = new double[9];
        Arrays.fill(alone, NAN);
        alone[4] = 21;
        assertThat(regridded(source, alone, target)).containsExactly(21);
    }

    @Test
    void weightsAreThoseOfTheFirstOrder() {
        Random random = new Random(4);
        for (Grid source : sources(random)) {
            for (Grid target : targets(random)) {
                Weights first = Weights.of(source, target, Scheme.of(Method.CONSERVATIVE));
                Weights second = Weights.of(source, target, SECOND);
                assertThat(second.refined(NoRefinement.ONLY).by(Method.CONSERVATIVE))
                        .isEqualTo(first);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingOfWhiteNoiseIsLost(long seed) {
        Random random = new Random(seed);
        RectilinearGrid[] global = {
            SampleGrids.regular(31, 44, 360 * random.nextDouble()), SampleGrids.regular(90, 100, 5)
        };
        for (Grid source : sources(random)) {
            for (RectilinearGrid target : global) {
                double[] noise = SampleGrids.field(
                        source, (lat, lon) -> random.nextInt(4) == 0 ? NAN : 1 + random.nextGaussian());
                double[] area = CellAreas.of(source, CellEdges.LATITUDE_CIRCLE);
                Duplicates twice = Duplicates.of(source);
                double before = 0;
                double magnitude = 0;
                for (int cell = 0; cell < noise.length; cell++) {
                    boolean counts = !Double.isNaN(noise[cell]) && !twice.contains(cell);
                    before += counts ? noise[cell] * area[cell] : 0;
                    magnitude += counts ? Math.abs(noise[cell] * area[cell]) : 0;
                }
                double[] amounts = new double[target.size()];
                Weights.of(source, target, SECOND).apply(noise, GridWindow.of(source), AMOUNTS, amounts);
                double after = DoubleStream.of(amounts)
                        .filter(value -> !Double.isNaN(value))
                        .sum();
                assertThat(Math.abs(after - before))
                        .as("%s to %s", source, target)
                        .isLessThan(1e-12 * magnitude);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void constantsAreKept(long seed) {
        Random random = new Random(seed);
        for (Grid source : sources(random)) {
            double[] values = SampleGrids.field(source, (lat, lon) -> random.nextInt(6) == 0 ? NAN : 287.15);
            for (Grid target : targets(random)) {
                for (MissingRule rule : new MissingRule[] {MissingRule.STANDARD, MissingRule.CDO}) {
                    double[] result = new double[target.size()];
                    Weights.of(source, target, SECOND).apply(values, GridWindow.of(source), rule, result);
                    assertThat(DoubleStream.of(result))
                            .allMatch(value -> Double.isNaN(value) || Math.abs(value / 287.15 - 1) < 1e-14);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anyWindowBlockAndThreadsGiveTheSameBits(long seed) {
        Random random = new Random(seed);
        RectilinearGrid target = SampleGrids.regular(24, 40, 360 * random.nextDouble());
        for (Grid source : sources(random)) {
            Weights whole = Weights.of(source, target, SECOND);
            assertThat(Weigher.of(source, SECOND, 3).weights(target, GridWindow.of(target), 3))
                    .isEqualTo(whole);
            double[] values =
                    SampleGrids.field(source, (lat, lon) -> random.nextInt(8) == 0 ? NAN : random.nextGaussian());
            double[] expected = new double[target.size()];
            whole.apply(values, GridWindow.of(source), MissingRule.STANDARD, expected);
            for (int part = 0; part < 10; part++) {
                int y0 = random.nextInt(24);
                int y1 = y0 + 1 + random.nextInt(24 - y0);
                int x0 = random.nextInt(40);
                int x1 = x0 + 1 + random.nextInt(40 - x0);
                GridWindow window = new GridWindow(y0, y1, x0, x1);
                Weights weights = Weights.of(source, target, window, SECOND);
                assertThat(weights).isEqualTo(whole.window(y0, y1, x0, x1));
                GridWindow block = weights.sourceWindow();
                assertThat(block).isEqualTo(whole.sourceWindow(y0, y1, x0, x1));
                double[] result = new double[window.size()];
                weights.apply(cut(values, source.nx(), block), block, MissingRule.STANDARD, result);
                assertThat(result).isEqualTo(cut(expected, 40, window));
            }
        }
    }

    @Test
    void fieldsWithoutHolesComeOutOfThePlainWeightsAlone() {
        Random random = new Random(9);
        RectilinearGrid target = SampleGrids.regular(24, 40, 10);
        for (Grid source : sources(random)) {
            double[] noise = random.doubles(source.size(), -1, 1).toArray();
            Weights weights = Weights.of(source, target, SECOND);
            double[] refined = new double[target.size()];
            double[] plain = new double[target.size()];
            weights.apply(noise, GridWindow.of(source), AMOUNTS, refined);
            weights.plain().apply(noise, GridWindow.of(source), AMOUNTS, plain);
            for (int cell = 0; cell < plain.length; cell++) {
                assertThat(Double.isNaN(plain[cell]) ? 0 : plain[cell])
                        .isCloseTo(Double.isNaN(refined[cell]) ? 0 : refined[cell], Offset.offset(1e-14));
            }
        }
    }

    @Test
    void errorsOfFourByThreeDegreesAreTenTimesSmallerThanThoseOfTheFirstOrder() {
        RectilinearGrid source = SampleGrids.regular(60, 90, -180);
        RectilinearGrid target = SampleGrids.regular(60, 120, -180);
        assertThat(error(source, target, SampleGrids::cosines, Method.CONSERVATIVE))
                .isBetween(6e-3, 7e-3);
        assertThat(error(source, target, SampleGrids::cosines, Method.CONSERVATIVE2))
                .isLessThan(1e-4);
        assertThat(error(source, target, SampleGrids::y22, Method.CONSERVATIVE2))
                .isLessThan(1e-4);
    }

    @Test
    void errorsFallWithTheSquareOfTheStepOnAllGrids() {
        RectilinearGrid target =
                new RectilinearGrid(new AxisSteps(-70, 86, 3).values(), new AxisSteps(0, 356, 4).values());
        falls(SampleGrids.regular(60, 120, 0), SampleGrids.regular(120, 240, 0), target);
        falls(SampleGrids.tripolar(70, 20, 180), SampleGrids.tripolar(140, 40, 360), target);
        falls(Healpix.grid(32, Healpix.Order.RING), Healpix.grid(64, Healpix.Order.RING), target);
        RectilinearGrid near =
                new RectilinearGrid(new AxisSteps(41, 49, 1).values(), new AxisSteps(170, 180, 1).values());
        falls(SampleGrids.rotated(40, 50, 45, 175, 0.8), SampleGrids.rotated(80, 100, 45, 175, 0.4), near);
    }

    @Test
    void cellsThatComeTwiceAreTakenOnceAndTheirValuesAreNotLookedAt() {
        CurvilinearGrid once = SampleGrids.tripolar(70, 20, 180);
        CurvilinearGrid twice = withHalo(once);
        RectilinearGrid target = SampleGrids.regular(45, 90, 0);
        double[] values = SampleGrids.field(once, SampleGrids::y1632);
        double[] halo = new double[twice.size()];
        Duplicates duplicates = Duplicates.of(twice);
        assertThat(duplicates.count()).isGreaterThan(twice.size() - once.size() - 182);
        for (int cell = 0; cell < halo.length; cell++) {
            int row = cell / 182;
            int column = Math.floorMod(cell % 182 - 1, 180);
            boolean beyond = row == once.ny();
            int original = (beyond ? once.ny() - 1 : row) * 180 + (beyond ? 179 - column : column);
            halo[cell] = duplicates.contains(cell) ? 1e6 : values[original];
        }
        double[] expected = regridded(once, values, target);
        double[] result = regridded(twice, halo, target);
        for (int cell = 0; cell < expected.length; cell++) {
            if (Math.abs(target.lat(cell / 90, 0) + 5) < 65) {
                assertThat(Double.isNaN(expected[cell]) ? 0 : result[cell] - expected[cell])
                        .as("target %s, %s", target.lat(cell / 90, 0), target.lon(0, cell % 90))
                        .isCloseTo(0, Offset.offset(1e-9));
            }
        }
        double[] exact = CellMeans.of(target, SampleGrids::y1632);
        for (int cell = 0; cell < exact.length; cell++) {
            assertThat(Double.isNaN(result[cell]) || Math.abs(result[cell] - exact[cell]) < 0.03)
                    .isTrue();
        }
    }

    @Test
    void meshesOfTrianglesHaveSlopesToo() {
        UnstructuredGrid nodes = CellGrids.nodes(4);
        RectilinearGrid target = SampleGrids.regular(60, 120, 0);
        double first = error(nodes, target, SampleGrids::y22, Method.CONSERVATIVE);
        assertThat(error(nodes, target, SampleGrids::y22, Method.CONSERVATIVE2)).isLessThan(0.1 * first);
    }

    @Test
    void besideHolesSlopesComeFromTheCellsThatAreLeft() {
        RectilinearGrid source = SampleGrids.regular(60, 90, 0);
        RectilinearGrid target = SampleGrids.regular(120, 180, 0);
        Random random = new Random(2);
        double[] means = CellMeans.of(source, SampleGrids::y22);
        for (int cell = 0; cell < means.length; cell++) {
            means[cell] = random.nextInt(4) == 0 ? NAN : means[cell];
        }
        double[] exact = CellMeans.of(target, SampleGrids::y22);
        assertThat(norm(regridded(source, means, target), exact, target)).isLessThan(1e-3);
        double[] first = SampleGrids.regridded(source, means, target, Method.CONSERVATIVE, MissingRule.STANDARD);
        assertThat(norm(first, exact, target)).isGreaterThan(5e-3);
    }

    @Test
    void infiniteAndAbsentValues() {
        RectilinearGrid source = SampleGrids.regular(6, 8, 0);
        RectilinearGrid target = SampleGrids.regular(12, 16, 0);
        double[] values = new double[48];
        values[20] = Double.POSITIVE_INFINITY;
        assertThat(DoubleStream.of(regridded(source, values, target)).filter(value -> value != 0))
                .hasSize(4)
                .allMatch(value -> value == Double.POSITIVE_INFINITY);
        Arrays.fill(values, NAN);
        assertThat(DoubleStream.of(regridded(source, values, target))).allMatch(value -> Double.isNaN(value));
    }

    @Test
    void refusesPoints() {
        Grid points = UnstructuredGrid.points(new double[] {1, 2, 3}, new double[] {4, 5, 6});
        assertThatThrownBy(() -> Weigher.of(points, SECOND)).hasMessageStartingWith("Cannot weigh by area with");
    }

    private static void falls(Grid coarse, Grid fine, RectilinearGrid target) {
        double error = error(coarse, target, SampleGrids::y1632, Method.CONSERVATIVE2);
        double finer = error(fine, target, SampleGrids::y1632, Method.CONSERVATIVE2);
        assertThat(error / finer).as("%s: %s, %s", coarse, error, finer).isGreaterThan(3.4);
    }

    private static List<Grid> sources(Random random) {
        return List.of(
                SampleGrids.regular(18, 36, 360 * random.nextDouble()),
                SampleGrids.curvilinear(SampleGrids.regular(18, 36, 360 * random.nextDouble())),
                SampleGrids.tripolar(28, 9, 60),
                withHalo(SampleGrids.tripolar(28, 9, 60)),
                SampleGrids.rotated(20, 20, 120 * random.nextDouble() - 60, 360 * random.nextDouble(), 1.5),
                CellGrids.uneven(random, 12, 18),
                CellGrids.tripolar(20, 8, 36, 1),
                CellGrids.cube(7),
                CellGrids.arrows(6),
                CellGrids.triangles(2),
                CellGrids.nodes(3),
                Healpix.grid(8, Healpix.Order.RING));
    }

    private static List<Grid> targets(Random random) {
        return List.of(
                SampleGrids.regular(31, 44, 360 * random.nextDouble()),
                SampleGrids.rotated(20, 20, 120 * random.nextDouble() - 60, 360 * random.nextDouble(), 3),
                Healpix.grid(6, Healpix.Order.RING));
    }

    /** A column before the first, one after the last, and the last row once more beyond the fold. */
    private static CurvilinearGrid withHalo(CurvilinearGrid grid) {
        int nx = grid.nx() + 2;
        int ny = grid.ny() + 1;
        double[] lat = new double[ny * nx];
        double[] lon = new double[lat.length];
        for (int cell = 0; cell < lat.length; cell++) {
            int row = cell / nx;
            int column = Math.floorMod(cell % nx - 1, grid.nx());
            boolean beyond = row == grid.ny();
            int original = (beyond ? grid.ny() - 1 : row) * grid.nx() + (beyond ? grid.nx() - 1 - column : column);
            lat[cell] = grid.lat()[original];
            lon[cell] = grid.lon()[original];
        }
        return new CurvilinearGrid(ny, nx, lat, lon);
    }

    private static double[] regridded(Grid source, double[] values, RectilinearGrid target) {
        return SampleGrids.regridded(source, values, target, Method.CONSERVATIVE2, MissingRule.STANDARD);
    }

    /** Returns the error in the quadratic mean over the area, of target cells that lie wholly over the source. */
    private static double error(Grid source, RectilinearGrid target, DoubleBinaryOperator field, Method method) {
        MissingRule rule = new MissingRule(MissingPolicy.SHOAL, 0.99999);
        double[] result = SampleGrids.regridded(source, CellMeans.of(source, field), target, method, rule);
        return norm(result, CellMeans.of(target, field), target);
    }

    private static double norm(double[] values, double[] exact, RectilinearGrid target) {
        double error = 0;
        double whole = 0;
        for (int cell = 0; cell < values.length; cell++) {
            if (!Double.isNaN(values[cell])) {
                double area = Math.cos(Math.toRadians(target.lat(cell / target.nx(), 0)));
                error += area * Math.pow(values[cell] - exact[cell], 2);
                whole += area * exact[cell] * exact[cell];
            }
        }
        return Math.sqrt(error / whole);
    }

    private static double[] cut(double[] values, int nx, GridWindow window) {
        double[] result = new double[window.size()];
        for (int row = 0; row < window.rows(); row++) {
            System.arraycopy(
                    values, (window.y0() + row) * nx + window.x0(), result, row * window.columns(), window.columns());
        }
        return result;
    }
}
