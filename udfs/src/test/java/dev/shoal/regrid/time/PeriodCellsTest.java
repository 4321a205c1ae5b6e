package dev.shoal.regrid.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodCellsTest {
    private static final double NONE = Double.NaN;

    private static double[] made(PeriodCells period, long expected, double least, int cells) {
        double[] result = new double[cells];
        period.finish(expected, least, result, new double[cells]);
        return result;
    }

    @ParameterizedTest
    @CsvSource({
        "MEAN, 3.25, 2.0",
        "SUM, 12.0, 4.0",
        "MINIMUM, 1.0, 1.0",
        "MAXIMUM, 6.0, 3.0",
        "COUNT, 3, 2",
        "FIRST, 1.0, 3.0",
        "LAST, 5.0, 1.0"
    })
    void givesHandWorkedValues(TimeStatistic statistic, double first, double second) {
        PeriodCells period = new PeriodCells(statistic, 3);
        period.add(10, 2, new double[] {1, NONE, NONE});
        period.add(12, 1, new double[] {5, 1, NONE});
        period.add(11, 1, new double[] {6, 3, NONE});
        assertThat(made(period, 4, 0, 3)).containsExactly(first, second, NONE);
    }

    @Test
    void wantsTheLeastShareOfWhatThePeriodShouldHave() {
        PeriodCells period = new PeriodCells(TimeStatistic.MEAN, 2);
        period.add(0, 1, new float[] {1, 2});
        period.add(1, 1, new float[] {3, Float.NaN});
        double[] share = new double[2];
        double[] result = new double[2];
        period.finish(4, 0.5, result, share);
        assertThat(result).containsExactly(2, NONE);
        assertThat(share).containsExactly(0.5, 0.25);
        period.clear();
        period.add(0, 1, new float[] {7, 8});
        assertThat(made(period, 1, 1, 2)).containsExactly(7, 8);
    }

    @Test
    void refusesWhatDoesNotFit() {
        PeriodCells period = new PeriodCells(TimeStatistic.MEAN, 2);
        assertThatThrownBy(() -> period.add(0, 0, new double[2])).hasMessageContaining("a step of weight 0");
        assertThatThrownBy(() -> period.add(0, 1, new double[1])).hasMessageContaining("with 1 values");
        assertThatThrownBy(() -> period.merge(new PeriodCells(TimeStatistic.SUM, 2)))
                .hasMessageContaining("Cannot merge SUM of 2 cells into MEAN of 2");
        assertThatThrownBy(() -> made(period, 0, 0, 2)).hasMessageContaining("an expected weight of 0");
    }

    @ParameterizedTest
    @EnumSource
    void anyOrderAndAnySplitGiveTheSameBits(TimeStatistic statistic) {
        for (long seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            int cells = 50;
            int steps = 40;
            PeriodCells whole = new PeriodCells(statistic, cells);
            PeriodCells[] parts = new PeriodCells[3];
            Arrays.setAll(parts, part -> new PeriodCells(statistic, cells));
            long[] weights = random.longs(steps, 1, 3_000_000_000L).toArray();
            double[][] fields = new double[steps][];
            for (int step = 0; step < steps; step++) {
                fields[step] = random.doubles(cells, -1, 1)
                        .map(value -> value > 0.7 ? NONE : value * 1e3)
                        .toArray();
                whole.add(step, weights[step], fields[step]);
            }
            for (int step = steps - 1; step >= 0; step--) {
                parts[random.nextInt(3)].add(step, weights[step], fields[step]);
            }
            parts[1].merge(parts[2]);
            parts[1].merge(parts[0]);
            long expected = Arrays.stream(weights).sum();
            assertThat(made(parts[1], expected, 0.5, cells)).isEqualTo(made(whole, expected, 0.5, cells));
        }
    }
}
