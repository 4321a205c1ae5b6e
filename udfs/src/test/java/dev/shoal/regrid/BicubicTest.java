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

class BicubicTest {
    private static final Scheme BICUBIC = Scheme.of(Method.BICUBIC);
    private static final double NAN = Double.NaN;
    private static final RectilinearGrid SQUARE =
            new RectilinearGrid(new double[] {0, 10, 20, 30}, new double[] {40, 50, 60, 70});
    private static final Offset<Double> EXACT = Offset.offset(1e-14);

    @Test
    void inTheMiddleTheWeightsAreProductsOfSixteenths() {
        Weights weights = Weights.of(SQUARE, point(15, 55), BICUBIC);
        double[] line = {-1 / 16.0, 9 / 16.0, 9 / 16.0, -1 / 16.0};
        double[] plain = values(weights.plain(), 16);
        for (int k = 0; k < 16; k++) {
            assertThat(plain[k]).isCloseTo(line[k / 4] * line[k % 4], EXACT);
        }
        assertThat(weights.weightsOf(0, 0)).as("bilinear").containsExactly(0.25, 0.25, 0.25, 0.25);
        assertThat(weights.sourceWindow()).isEqualTo(GridWindow.of(SQUARE));
    }

    @Test
    void valuesAreThoseOfThePlainWeights() {
        double[] field = new Random(1).doubles(16, -1, 1).toArray();
        for (double[] place : new double[][] {{15, 55}, {13, 52}, {2, 41}, {27, 66}, {20, 51}, {30, 70}}) {
            Weights weights = Weights.of(SQUARE, point(place[0], place[1]), BICUBIC);
            double[] plain = values(weights.plain(), 16);
            double expected = 0;
            for (int k = 0; k < 16; k++) {
                expected += plain[k] * field[k];
            }
            assertThat(value(weights, field, MissingRule.STANDARD)).isCloseTo(expected, EXACT);
            assertThat(value(weights, field, MissingRule.CDO)).isCloseTo(expected, EXACT);
            assertThat(DoubleStream.of(plain).sum()).isCloseTo(1, EXACT);
        }
    }

    @Test
    void whereOneOfTheSixteenIsMissingTheValueIsTheBilinearOne() {
        Weights weights = Weights.of(SQUARE, point(15, 55), BICUBIC);
        Weights bilinear = Weights.of(SQUARE, point(15, 55), Scheme.of(Method.BILINEAR));
        for (int missing = 0; missing < 16; missing++) {
            double[] field = new Random(1).doubles(16, -1, 1).toArray();
            field[missing] = NAN;
            for (MissingRule rule : new MissingRule[] {MissingRule.STANDARD, MissingRule.CDO}) {
                assertThat(value(weights, field, rule)).isEqualTo(Double.valueOf(value(bilinear, field, rule)));
            }
        }
        double[] corner = new double[16];
        corner[5] = NAN;
        assertThat(value(weights, corner, MissingRule.CDO)).isNaN();
        assertThat(value(weights, corner, MissingRule.STANDARD)).isZero();
    }

    @Test
    void whatHasNoWeightMayBeMissing() {
        double[] field = new double[16];
        Arrays.fill(field, NAN);
        field[9] = 7;
        assertThat(value(Weights.of(SQUARE, point(20, 50), BICUBIC), field, MissingRule.STANDARD))
                .isEqualTo(7);
        double[] column = new double[16];
        Arrays.setAll(column, k -> k % 4 == 1 ? (k / 4) * (k / 4) : NAN);
        assertThat(value(Weights.of(SQUARE, point(15, 50), BICUBIC), column, MissingRule.STANDARD))
                .as("a parabola along one column")
                .isCloseTo(2.25, EXACT);
    }

    @Test
    void infiniteValuesStayWhereTheyAre() {
        double[] field = new double[16];
        field[0] = Double.POSITIVE_INFINITY;
        assertThat(value(Weights.of(SQUARE, point(15, 55), BICUBIC), field, MissingRule.STANDARD))
                .isZero();
    }

    @Test
    void gridsOfOneRowOrColumnAreTakenAlongTheOther() {
        RectilinearGrid row = new RectilinearGrid(new double[] {5}, new double[] {0, 1, 2, 3});
        RectilinearGrid column = new RectilinearGrid(new double[] {0, 1, 2, 3}, new double[] {5});
        double[] parabola = {0, 1, 4, 9};
        assertThat(value(Weights.of(row, point(5, 1.5), BICUBIC), parabola, MissingRule.STANDARD))
                .isCloseTo(2.25, EXACT);
        assertThat(value(Weights.of(column, point(1.5, 5), BICUBIC), parabola, MissingRule.STANDARD))
                .isCloseTo(2.25, EXACT);
    }

    @Test
    void goesOverTheSeamAndThePoles() {
        RectilinearGrid target = SampleGrids.regular(24, 24, 3);
        double[] reference = smooth(SampleGrids.regular(36, 72, 0), target);
        for (RectilinearGrid source : new RectilinearGrid[] {
            SampleGrids.regular(36, 72, -180),
            new RectilinearGrid(
                    SampleGrids.regular(36, 72, 0).lat(),
                    DoubleStream.iterate(2.5, lon -> lon + 5).limit(75).toArray()),
            new RectilinearGrid(
                    SampleGrids.regular(36, 72, 0).lat(),
                    DoubleStream.iterate(362.5, lon -> lon - 5).limit(75).toArray())
        }) {
            assertThat(smooth(source, target)).containsExactly(reference, Offset.offset(1e-13));
        }
        double[] exact = SampleGrids.field(target, SampleGrids::y22);
        assertThat(reference).containsExactly(exact, Offset.offset(1e-4));
    }

    @Test
    void columnsThatComeTwiceDoNotMatterOnCurvilinearGrids() {
        CurvilinearGrid once = SampleGrids.tripolar(70, 20, 180);
        int wide = 182;
        double[] lat = new double[once.ny() * wide];
        double[] lon = new double[lat.length];
        Arrays.setAll(lat, k -> once.lat()[k / wide * 180 + k % wide % 180]);
        Arrays.setAll(lon, k -> once.lon()[k / wide * 180 + k % wide % 180]);
        CurvilinearGrid twice = new CurvilinearGrid(once.ny(), wide, lat, lon);
        RectilinearGrid target =
                new RectilinearGrid(new AxisSteps(-72, 60, 1.5).values(), new AxisSteps(0, 358, 2).values());
        assertThat(smooth(twice, target)).containsExactly(smooth(once, target), Offset.offset(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyWindowAndAnyThreadsGiveTheSameBits(long seed) {
        Random random = new Random(seed);
        RectilinearGrid target = SampleGrids.regular(40, 60, 360 * random.nextDouble());
        for (Grid source : sources(random)) {
            Weights whole = Weights.of(source, target, BICUBIC);
            assertThat(Weigher.of(source, BICUBIC, 3).weights(target, GridWindow.of(target), 3))
                    .isEqualTo(whole);
            double[] values =
                    SampleGrids.field(source, (lat, lon) -> random.nextInt(25) == 0 ? NAN : random.nextGaussian());
            double[] expected = new double[2400];
            whole.apply(values, GridWindow.of(source), MissingRule.STANDARD, expected);
            for (int part = 0; part < 12; part++) {
                int y0 = random.nextInt(40);
                int y1 = y0 + 1 + random.nextInt(40 - y0);
                int x0 = random.nextInt(60);
                int x1 = x0 + 1 + random.nextInt(60 - x0);
                GridWindow window = new GridWindow(y0, y1, x0, x1);
                Weights weights = Weights.of(source, target, window, BICUBIC);
                assertThat(weights).isEqualTo(whole.window(y0, y1, x0, x1));
                assertThat(weights.sourceWindow()).isEqualTo(whole.sourceWindow(y0, y1, x0, x1));
                double[] result = new double[window.size()];
                GridWindow block = weights.sourceWindow();
                weights.apply(cut(values, source.nx(), block), block, MissingRule.STANDARD, result);
                assertThat(result).isEqualTo(cut(expected, 60, window));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void constantsAreKeptAndFloatsAreDoublesRounded(long seed) {
        Random random = new Random(seed);
        RectilinearGrid target = SampleGrids.regular(40, 60, 360 * random.nextDouble());
        for (Grid source : sources(random)) {
            Stencil stencil = Weights.of(source, target, BICUBIC).over(GridWindow.of(source));
            double[] values = SampleGrids.field(source, (lat, lon) -> random.nextInt(25) == 0 ? NAN : 287.15);
            double[] result = new double[2400];
            stencil.apply(values, MissingRule.STANDARD, result);
            assertThat(DoubleStream.of(result))
                    .allMatch(value -> Double.isNaN(value) || Math.abs(value / 287.15 - 1) < 1e-14);
            float[] noise = new float[2 * source.size()];
            for (int k = 0; k < noise.length; k++) {
                noise[k] = random.nextInt(25) == 0 ? Float.NaN : random.nextFloat();
            }
            float[] rounded = new float[4800];
            double[] exact = new double[4800];
            double[] fine = new double[noise.length];
            Arrays.setAll(fine, k -> noise[k]);
            stencil.apply(2, noise, MissingRule.STANDARD, rounded);
            stencil.apply(2, fine, MissingRule.STANDARD, exact);
            for (int k = 0; k < rounded.length; k++) {
                assertThat(Float.compare(rounded[k], (float) exact[k])).isZero();
            }
        }
    }

    @Test
    void errorsOnAGridOfFourByThreeDegreesAreThoseKnownOfCdo() {
        RectilinearGrid source = SampleGrids.regular(60, 90, -180);
        RectilinearGrid target = SampleGrids.regular(60, 120, -180);
        assertThat(error(source, target, SampleGrids::cosines)).isLessThan(4.15e-6);
        assertThat(error(source, target, SampleGrids::y22)).isLessThan(8.25e-6);
    }

    @Test
    void errorsFallWithTheCubeOfTheStepAndMoreOnBentGrids() {
        RectilinearGrid target = new RectilinearGrid(
                new AxisSteps(-72.3, 89.36, 1.37).values(), new AxisSteps(0.2, 356.7, 2.3).values());
        double coarse = error(SampleGrids.tripolar(70, 20, 180), target, SampleGrids::y22);
        double fine = error(SampleGrids.tripolar(140, 40, 360), target, SampleGrids::y22);
        assertThat(coarse).isLessThan(5e-6);
        assertThat(coarse / fine).isGreaterThan(6);
        RectilinearGrid near = SampleGrids.regular(180, 360, 0);
        assertThat(error(SampleGrids.rotated(40, 50, 45, 175, 0.8), near, SampleGrids::y22))
                .isLessThan(1e-7);
        assertThat(error(SampleGrids.rotated(40, 50, 87, 10, 0.8), near, SampleGrids::y22))
                .isLessThan(1e-7);
    }

    @Test
    void targetsMayBeOfAnyKind() {
        RectilinearGrid target = SampleGrids.regular(24, 36, 3);
        CurvilinearGrid same = SampleGrids.curvilinear(target);
        UnstructuredGrid points = UnstructuredGrid.points(same.lat(), same.lon());
        for (Grid source : sources(new Random(3))) {
            double[] field = SampleGrids.field(source, SampleGrids::y1632);
            double[] expected = new double[target.size()];
            Weights.of(source, target, BICUBIC).apply(field, GridWindow.of(source), MissingRule.STANDARD, expected);
            for (Grid other : new Grid[] {same, points}) {
                double[] result = new double[target.size()];
                Weights.of(source, other, BICUBIC).apply(field, GridWindow.of(source), MissingRule.STANDARD, result);
                for (int k = 0; k < result.length; k++) {
                    assertThat(Double.isNaN(result[k])).isEqualTo(Double.isNaN(expected[k]));
                    assertThat(Double.isNaN(result[k]) ? 0 : result[k] - expected[k])
                            .isCloseTo(0, Offset.offset(1e-12));
                }
            }
        }
    }

    @Test
    void farTargetsAreThoseOfBilinearWhereItReachesEverywhere() {
        Scheme everywhere = BICUBIC.within(Reach.EVERYWHERE);
        RectilinearGrid target = new RectilinearGrid(new double[] {-5, 15}, new double[] {35, 55});
        for (Grid source : new Grid[] {SQUARE, SampleGrids.curvilinear(SQUARE)}) {
            Weights far = Weights.of(source, target, everywhere);
            assertThat(far.plain().weightsOf(0, 0))
                    .isNotEmpty()
                    .containsExactly(Weights.of(source, target, everywhere.by(Method.BILINEAR))
                            .weightsOf(0, 0));
            assertThat(far.plain().weightsOf(1, 1)).hasSize(16);
        }
    }

    @Test
    void nearTargetsAreTheSameWhereItReachesEverywhere() {
        RectilinearGrid target = SampleGrids.regular(24, 36, 3);
        for (Grid source : sources(new Random(5))) {
            Weights within = Weights.of(source, target, BICUBIC).plain();
            Weights everywhere =
                    Weights.of(source, target, BICUBIC.within(Reach.EVERYWHERE)).plain();
            for (int k = 0; k < target.size(); k++) {
                int[] cells = within.sourcesOf(k / 36, k % 36);
                if (cells.length > 0) {
                    assertThat(everywhere.sourcesOf(k / 36, k % 36)).containsExactly(cells);
                    assertThat(everywhere.weightsOf(k / 36, k % 36)).containsExactly(within.weightsOf(k / 36, k % 36));
                } else {
                    assertThat(everywhere.weightsOf(k / 36, k % 36)).isNotEmpty();
                }
            }
        }
    }

    @Test
    void targetsOutsideHaveNoWeights() {
        RectilinearGrid target = new RectilinearGrid(new double[] {-5, 15}, new double[] {35, 55});
        assertThat(Weights.of(SQUARE, target, BICUBIC).sourcesOf(0, 0)).isEmpty();
    }

    @Test
    void refusesGridsWithoutRows() {
        Grid points = UnstructuredGrid.points(new double[] {1, 2, 3}, new double[] {4, 5, 6});
        assertThatThrownBy(() -> Weigher.of(points, BICUBIC))
                .hasMessageStartingWith("Cannot regrid by bicubic from a unstructured grid of 3 points in")
                .hasMessageEndingWith(": it has no rows and columns, expected a rectilinear or curvilinear grid."
                        + " Take bilinear, or conservative2 where its cells' corners are known.");
    }

    private static List<Grid> sources(Random random) {
        return List.of(
                SampleGrids.random(random, 20, 30),
                SampleGrids.regular(18, 36, 360 * random.nextDouble()),
                SampleGrids.tripolar(28, 9, 60),
                SampleGrids.rotated(30, 20, 180 * random.nextDouble() - 90, 360 * random.nextDouble(), 3));
    }

    private static RectilinearGrid point(double lat, double lon) {
        return new RectilinearGrid(new double[] {lat}, new double[] {lon});
    }

    private static double value(Weights weights, double[] field, MissingRule rule) {
        GridWindow needed = weights.sourceWindow();
        int columns = field.length == 16 ? 4 : needed.columns();
        double[] result = new double[1];
        weights.apply(cut(field, columns, needed), needed, rule, result);
        return result[0];
    }

    private static double[] smooth(Grid source, RectilinearGrid target) {
        double[] field = SampleGrids.field(source, SampleGrids::y22);
        return SampleGrids.regridded(source, field, target, Method.BICUBIC, MissingRule.STANDARD);
    }

    /** Returns the weights of the first target cell by source cell. */
    private static double[] values(Weights weights, int sourceCells) {
        double[] values = new double[sourceCells];
        int[] sources = weights.sourcesOf(0, 0);
        for (int k = 0; k < sources.length; k++) {
            values[sources[k]] = weights.weightsOf(0, 0)[k];
        }
        return values;
    }

    private static double[] cut(double[] values, int nx, GridWindow window) {
        double[] result = new double[window.size()];
        for (int row = 0; row < window.rows(); row++) {
            System.arraycopy(
                    values, (window.y0() + row) * nx + window.x0(), result, row * window.columns(), window.columns());
        }
        return result;
    }

    private static double error(Grid source, RectilinearGrid target, DoubleBinaryOperator function) {
        double[] result = SampleGrids.regridded(
                source, SampleGrids.field(source, function), target, Method.BICUBIC, MissingRule.STANDARD);
        double[] exact = SampleGrids.field(target, function);
        double difference = 0;
        double norm = 0;
        for (int k = 0; k < result.length; k++) {
            if (!Double.isNaN(result[k])) {
                difference += Math.pow(result[k] - exact[k], 2);
                norm += exact[k] * exact[k];
            }
        }
        return Math.sqrt(difference / norm);
    }
}
