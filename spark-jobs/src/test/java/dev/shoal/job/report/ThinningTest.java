package dev.shoal.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinningTest {

    @Test
    void keepsAShortSeriesWhole() {
        assertThat(Thinning.keep(new double[] {1, 2, 3, 4}, new byte[] {1, 1, 1, 1}, 2))
                .containsExactly(0, 1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsExtremesAndEveryFlaggedValue(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(10_000).toArray();
        byte[] flags = new byte[values.length];
        int flagged = 0;
        for (int i = 0; i < flags.length; i++) {
            flags[i] = (byte) (random.nextInt(50) == 0 ? 3 + random.nextInt(2) : 1);
            flagged += flags[i] > 1 ? 1 : 0;
            values[i] = random.nextInt(100) == 0 ? Double.NaN : values[i];
        }
        int[] kept = Thinning.keep(values, flags, 100);
        assertThat(kept).isSorted().doesNotHaveDuplicates();
        assertThat(kept.length).isLessThanOrEqualTo(300 + flagged + 2);
        for (int i = 0; i < flags.length; i++) {
            if (flags[i] > 1 && !Double.isNaN(values[i])) {
                assertThat(Arrays.binarySearch(kept, i)).isNotNegative();
            }
        }
        double highest = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElseThrow();
        assertThat(Arrays.stream(kept)
                        .mapToDouble(at -> values[at])
                        .filter(value -> !Double.isNaN(value))
                        .max())
                .hasValue(highest);
    }
}
