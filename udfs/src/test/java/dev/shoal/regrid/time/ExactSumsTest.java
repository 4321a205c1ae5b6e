package dev.shoal.regrid.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumsTest {

    private static double sum(double... numbers) {
        ExactSums sums = new ExactSums(1);
        for (double number : numbers) {
            sums.add(0, number);
        }
        return sums.sum(0);
    }

    @Test
    void losesNothing() {
        assertThat(sum(1e16, 1, -1e16)).isEqualTo(1);
        assertThat(sum(1e300, 1, 1e-300, -1e300, -1)).isEqualTo(1e-300);
        assertThat(sum(0.1, 0.1, 0.1)).isEqualTo(0.30000000000000004);
        assertThat(sum(1, 0x1p-53, 0x1p-106)).isEqualTo(1 + 0x1p-52);
        assertThat(sum(1, 0x1p-53, 0x1p-200)).isEqualTo(1 + 0x1p-52);
        assertThat(sum(1, 0x1p-53, -0x1p-200)).isEqualTo(1);
        assertThat(sum()).isZero();
    }

    @Test
    void infinityStaysInfinite() {
        assertThat(sum(1, Double.POSITIVE_INFINITY, 3)).isInfinite();
        assertThat(sum(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)).isNaN();
    }

    /** Numbers of very different sizes, so that two doubles do not hold their sum. */
    private static double[] numbers(Random random, int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextGaussian() * Math.pow(2, random.nextInt(400) - 200);
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheTrueSumRoundedOnceInAnyOrderAndSplit(long seed) {
        Random random = new Random(seed);
        double[] numbers = numbers(random, 200);
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal products = BigDecimal.ZERO;
        ExactSums one = new ExactSums(1);
        ExactSums weighted = new ExactSums(1);
        for (double number : numbers) {
            exact = exact.add(new BigDecimal(number));
            products = products.add(new BigDecimal(number).multiply(new BigDecimal(86_400_000_001.0)));
            one.add(0, number);
            weighted.addProduct(0, 86_400_000_001.0, number);
        }
        assertThat(one.sum(0)).isEqualTo(exact.doubleValue());
        assertThat(weighted.sum(0)).isEqualTo(products.doubleValue());
        ExactSums[] parts = {new ExactSums(1), new ExactSums(1), new ExactSums(1)};
        for (int i = numbers.length - 1; i >= 0; i--) {
            parts[random.nextInt(3)].add(0, numbers[i]);
        }
        parts[2].merge(parts[0]);
        parts[2].merge(parts[1]);
        assertThat(parts[2].sum(0)).isEqualTo(exact.doubleValue());
    }

    @Test
    void refusesToMergeOtherCells() {
        assertThatThrownBy(() -> new ExactSums(2).merge(new ExactSums(3)))
                .hasMessageContaining("sums of 3 cells into those of 2");
    }
}
