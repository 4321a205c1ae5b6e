package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlockSumsTest {

    private static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @Test
    void missingValuesAreLeftOut() {
        BlockSums sums = new BlockSums(1, 2);
        double[] values = {1, Double.NaN, 5, 3, 4, 7};
        sums.add(values, new int[] {2, 3}, new int[] {0, 0}, new int[] {2, 2});
        assertThat(sums.sum(0)).isEqualTo(8);
        assertThat(sums.count(0)).isEqualTo(3);
        assertThat(sums.sum(1)).isEqualTo(12);
        assertThat(sums.count(1)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void twoLevelsAreTheBlocksOfTheBaseWhateverPartsItComesIn(long seed) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(20);
        int columns = 1 + random.nextInt(20);
        int factor = 2 + random.nextInt(2);
        double[] values = random.doubles((long) rows * columns)
                .map(value -> value < 0.3 ? Double.NaN : value)
                .toArray();
        int[] factors = {factor, factor};
        BlockSums first = new BlockSums((rows - 1) / factor + 1, (columns - 1) / factor + 1);
        int cut = random.nextInt(rows + 1);
        first.add(part(values, columns, 0, cut), new int[] {cut, columns}, new int[2], factors);
        first.add(part(values, columns, cut, rows), new int[] {rows - cut, columns}, new int[] {cut, 0}, factors);
        int[] shape = first.shape();
        BlockSums second = new BlockSums((shape[0] - 1) / factor + 1, (shape[1] - 1) / factor + 1);
        second.add(first, new int[2], factors);
        int block = factor * factor;
        for (int cell = 0; cell < second.size(); cell++) {
            double sum = 0;
            int count = 0;
            int top = cell / second.shape()[1] * block;
            int left = cell % second.shape()[1] * block;
            for (int row = top; row < Math.min(rows, top + block); row++) {
                for (int column = left; column < Math.min(columns, left + block); column++) {
                    double value = values[row * columns + column];
                    sum += Double.isNaN(value) ? 0 : value;
                    count += Double.isNaN(value) ? 0 : 1;
                }
            }
            assertThat(second.count(cell)).isEqualTo(count);
            assertThat(second.sum(cell)).isCloseTo(sum, within(1e-12));
        }
    }

    private static double[] part(double[] values, int columns, int start, int end) {
        return Arrays.copyOfRange(values, start * columns, end * columns);
    }
}
