package dev.shoal.regrid.vertical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelColumnsTest {
    private static final double NONE = Double.NaN;
    private static final VerticalScheme LINEAR = VerticalScheme.of(VerticalMethod.LINEAR);
    private static final VerticalScheme LOG = VerticalScheme.of(VerticalMethod.LOG);

    /** One column. */
    private static double[] one(VerticalScheme scheme, double[] levels, double[] coordinate, double[] values) {
        double[] result = new double[levels.length];
        new LevelColumns(scheme, levels).apply(1, coordinate, values, result, new double[levels.length]);
        return result;
    }

    private static double[] of(double... numbers) {
        return numbers;
    }

    @Test
    void interpolatesBetweenTheTwoLevelsAroundTheTarget() {
        assertThat(one(LINEAR, of(5, 0, 20, 12.5), of(0, 10, 20), of(4, 2, 10))).containsExactly(3, 4, 10, 4);
    }

    @Test
    void coordinatesMayFall() {
        assertThat(one(LINEAR, of(-5, 0, -20, -12.5), of(0, -10, -20), of(4, 2, 10)))
                .containsExactly(3, 4, 10, 4);
    }

    @Test
    void interpolatesAlongTheLogarithm() {
        assertThat(one(LOG, of(100, Math.sqrt(1e5)), of(1000, 100, 10), of(1, 3, 8)))
                .satisfies(made -> assertThat(made[0]).isEqualTo(3))
                .satisfies(made -> assertThat(made[1]).isCloseTo(2, within(1e-14)));
    }

    @Test
    void nothingIsExtrapolatedUnlessAsked() {
        assertThat(one(LINEAR, of(-1, 21), of(0, 10, 20), of(4, 2, 10))).containsExactly(NONE, NONE);
        assertThat(one(LINEAR.reaching(VerticalReach.NEAREST), of(-1, 21), of(0, 10, 20), of(4, 2, 10)))
                .containsExactly(4, 10);
    }

    @Test
    void theNearestIsThatOfTheLastValidLevelAboveTheBottom() {
        VerticalScheme nearest = LINEAR.reaching(VerticalReach.NEAREST);
        assertThat(one(nearest, of(9, 14, 20, 40), of(0, 10, 20, 30), of(4, 2, NONE, NONE)))
                .containsExactly(2.2, 2, 2, 2);
        assertThat(one(nearest, of(10, 14), of(0, 10, 20, 30), of(4, NONE, NONE, 7)))
                .containsExactly(NONE, NONE);
        assertThat(one(nearest, of(10), of(0, 10), of(NONE, NONE))).containsExactly(NONE);
    }

    @Test
    void aMissingLevelGivesWayToTheNearerOneAsInCdo() {
        assertThat(one(LINEAR, of(4, 5, 6), of(0, 10), of(3, NONE))).containsExactly(3, 3, NONE);
        assertThat(one(LINEAR.wanting(1), of(0, 4), of(0, 10), of(3, NONE))).containsExactly(3, NONE);
        assertThat(one(LINEAR.wanting(0), of(9.9, 10), of(0, 10), of(3, NONE))).containsExactly(3, NONE);
    }

    @Test
    void tellsTheValidShare() {
        double[] share = new double[3];
        new LevelColumns(LINEAR, of(2.5, 10, 30)).apply(1, of(0, 10, 20), of(1, NONE, 3), new double[3], share);
        assertThat(share).containsExactly(0.75, 0, 0);
    }

    @Test
    void levelsWithoutACoordinateAreNone() {
        assertThat(one(LINEAR, of(5, 15), of(0, NONE, 20, NONE), of(0, 77, 20, 99)))
                .containsExactly(5, 15);
    }

    @Test
    void aColumnThatTurnsBackIsItsEnvelopeFromTheEndWithTheSmallerCoordinate() {
        double[] density = {24.0, 24.2, 24.1, 24.6};
        double[] depth = {0, 10, 20, 30};
        double[] result = new double[2];
        int turned = new LevelColumns(LINEAR, of(24.1, 24.4)).apply(1, density, depth, result, new double[2]);
        assertThat(turned).isEqualTo(1);
        assertThat(result[0]).isCloseTo(5, within(1e-9));
        assertThat(result[1]).isCloseTo(20, within(1e-9));
        assertThat(one(LINEAR, of(24.1, 24.4), of(24.6, 24.1, 24.2, 24.0), of(30, 20, 10, 0)))
                .containsExactly(result);
    }

    @Test
    void aColumnWithoutADirectionGivesNothing() {
        assertThat(one(LINEAR, of(24.1), of(24, 24.2, 24), of(1, 2, 3))).containsExactly(NONE);
    }

    @Test
    void aColumnOfOneLevelHasThatLevelAlone() {
        assertThat(one(LINEAR, of(5, 6), of(5), of(1))).containsExactly(1, NONE);
        assertThat(one(LINEAR.reaching(VerticalReach.NEAREST), of(5, 6), of(5), of(1)))
                .containsExactly(1, 1);
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatThrownBy(() -> new LevelColumns(VerticalScheme.of(VerticalMethod.CONSERVATIVE), of(1)))
                .hasMessageContaining("by method conservative, expected linear or log");
        assertThatThrownBy(() -> new LevelColumns(LINEAR, of())).hasMessageContaining("there are no target levels");
        assertThatThrownBy(() -> new LevelColumns(LINEAR, of(NONE)))
                .hasMessageContaining("to level NaN by method linear");
        assertThatThrownBy(() -> new LevelColumns(LOG, of(0))).hasMessageContaining("a number above zero. Use linear.");
        assertThatThrownBy(() -> one(LOG, of(1), of(0, 2), of(1, 1)))
                .hasMessageContaining("found 0.0, expected numbers above zero");
        assertThatThrownBy(() -> one(LINEAR, of(1), of(0, 2, 3), of(1, 1)))
                .hasMessageContaining("the coordinate has 3 numbers, expected 2");
        assertThatThrownBy(() -> LINEAR.wanting(1.5)).hasMessageContaining("the least valid share is 1.5");
    }

    /** Columns of 12 levels, each with a coordinate of its own, a third of which end early. */
    private record Sample(double[] coordinate, double[] values) {
        private static final int LEVELS = 12;
        private static final int CELLS = 40;

        static Sample of(Random random, boolean holes) {
            double[] coordinate = new double[LEVELS * CELLS];
            double[] values = new double[LEVELS * CELLS];
            for (int cell = 0; cell < CELLS; cell++) {
                double at = 1 + random.nextDouble();
                int floor = random.nextInt(3) == 0 ? 2 + random.nextInt(LEVELS - 2) : LEVELS;
                for (int level = 0; level < LEVELS; level++) {
                    coordinate[level * CELLS + cell] = level < floor ? at : NONE;
                    values[level * CELLS + cell] = holes && random.nextInt(5) == 0 ? NONE : random.nextGaussian();
                    at += 0.01 + 10 * random.nextDouble();
                }
            }
            return new Sample(coordinate, values);
        }

        Sample upsideDown() {
            double[] z = new double[coordinate.length];
            double[] v = new double[values.length];
            for (int level = 0; level < LEVELS; level++) {
                System.arraycopy(coordinate, level * CELLS, z, (LEVELS - 1 - level) * CELLS, CELLS);
                System.arraycopy(values, level * CELLS, v, (LEVELS - 1 - level) * CELLS, CELLS);
            }
            return new Sample(z, v);
        }

        double[] at(VerticalScheme scheme, double[] levels) {
            double[] result = new double[levels.length * CELLS];
            new LevelColumns(scheme, levels).apply(CELLS, coordinate, values, result, new double[result.length]);
            return result;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void valuesLinearInTheCoordinateAreKept(long seed) {
        Sample sample = Sample.of(new Random(seed), false);
        double[] levels = new Random(seed).doubles(20, 0, 70).toArray();
        for (VerticalScheme scheme : new VerticalScheme[] {LINEAR, LOG}) {
            double[] line = Arrays.stream(sample.coordinate())
                    .map(z -> 3 - 0.25 * scheme.scaled(z))
                    .toArray();
            double[] made = new Sample(sample.coordinate(), line).at(scheme, levels);
            for (int i = 0; i < made.length; i++) {
                double expected = 3 - 0.25 * scheme.scaled(levels[i / Sample.CELLS]);
                assertThat(Double.isNaN(made[i]) || Math.abs(made[i] - expected) < 1e-12)
                        .isTrue();
            }
            assertThat(Arrays.stream(made).boxed()).anyMatch(value -> !Double.isNaN(value));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void constantsAreKeptToTheLastBit(long seed) {
        Sample sample = Sample.of(new Random(seed), true);
        double[] constant = Arrays.stream(sample.values())
                .map(value -> Double.isNaN(value) ? value : 287.15)
                .toArray();
        double[] levels = new Random(seed).doubles(20, 0, 70).toArray();
        double[] made = new Sample(sample.coordinate(), constant).at(LOG.reaching(VerticalReach.NEAREST), levels);
        assertThat(Arrays.stream(made).boxed()).allMatch(value -> Double.isNaN(value) || value == 287.15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void columnsDoNotDependOnEachOtherNorOnTheWayTheyAreStored(long seed) {
        Sample sample = Sample.of(new Random(seed), true);
        double[] levels = new Random(seed).doubles(20, 0, 70).toArray();
        double[] made = sample.at(LINEAR, levels);
        assertThat(sample.upsideDown().at(LINEAR, levels)).isEqualTo(made);
        double[] alone = new double[levels.length];
        for (int cell = 0; cell < Sample.CELLS; cell++) {
            double[] z = every(sample.coordinate(), cell);
            double[] v = every(sample.values(), cell);
            new LevelColumns(LINEAR, levels).apply(1, z, v, alone, new double[levels.length]);
            assertThat(alone).isEqualTo(every(made, cell));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void levelsOfTheColumnComeBackUnchanged(long seed) {
        Sample sample = Sample.of(new Random(seed), true);
        for (int cell = 0; cell < Sample.CELLS; cell++) {
            double[] z = every(sample.coordinate(), cell);
            double[] v = every(sample.values(), cell);
            double[] levels =
                    Arrays.stream(z).filter(level -> !Double.isNaN(level)).toArray();
            for (VerticalScheme scheme : new VerticalScheme[] {LINEAR, LOG}) {
                assertThat(one(scheme, levels, z, v)).isEqualTo(Arrays.copyOf(v, levels.length));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void singlePrecisionIsTheDoubleRounded(long seed) {
        Sample sample = Sample.of(new Random(seed), true);
        float[] single = new float[sample.values().length];
        double[] widened = new double[single.length];
        for (int i = 0; i < single.length; i++) {
            single[i] = (float) sample.values()[i];
            widened[i] = single[i];
        }
        double[] levels = new Random(seed).doubles(20, 0, 70).toArray();
        float[] made = new float[levels.length * Sample.CELLS];
        new LevelColumns(LINEAR, levels).apply(Sample.CELLS, sample.coordinate(), single, made, new float[made.length]);
        double[] expected = new Sample(sample.coordinate(), widened).at(LINEAR, levels);
        for (int i = 0; i < made.length; i++) {
            assertThat(made[i]).isEqualTo(Float.valueOf((float) expected[i]));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void samplesAreTheColumnsAtTheirOwnLevels(long seed) {
        Sample sample = Sample.of(new Random(seed), true);
        double[] depths = new Random(seed).doubles(Sample.CELLS, 0, 70).toArray();
        double[] made = new double[Sample.CELLS];
        new LevelSamples(LINEAR).apply(sample.coordinate(), sample.values(), depths, made);
        double[] all = sample.at(LINEAR, depths);
        for (int cell = 0; cell < Sample.CELLS; cell++) {
            assertThat(made[cell]).isEqualTo(Double.valueOf(all[cell * Sample.CELLS + cell]));
        }
    }

    private static double[] every(double[] field, int cell) {
        double[] column = new double[field.length / Sample.CELLS];
        for (int level = 0; level < column.length; level++) {
            column[level] = field[level * Sample.CELLS + cell];
        }
        return column;
    }
}
