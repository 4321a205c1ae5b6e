package dev.shoal.qc.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.flag.QcFlag;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatStretchesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void givesTheFlagsOfLookingAtEveryWindow(int kind) {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed * 8 + kind);
            double[] values = values(random, kind);
            int suspect = random.nextInt(20);
            int fail = random.nextInt(60);
            double tolerance = new double[] {0.25, 0.5, 1, 4, -1, 0, Double.POSITIVE_INFINITY}[random.nextInt(7)];
            FlatStretches stretches = new FlatStretches(values, suspect, fail, tolerance);
            byte[] flags = new byte[values.length];
            for (int start = 0; start < values.length; ) {
                int end = Math.min(values.length, start + random.nextInt(50));
                byte[] block = new byte[end - start];
                stretches.flag(start, end, block);
                System.arraycopy(block, 0, flags, start, block.length);
                start = end;
            }
            assertThat(flags)
                    .as("seed %d, %d and %d steps, tolerance %f", seed, suspect, fail, tolerance)
                    .isEqualTo(byEveryWindow(values, suspect, fail, tolerance));
        }
    }

    private static double[] values(Random random, int kind) {
        double[] values = new double[random.nextInt(400)];
        double walk = 0;
        for (int i = 0; i < values.length; i++) {
            walk += (random.nextInt(5) - 2) / 8.0;
            double value = (kind & 1) == 0 ? walk : random.nextInt(4) / 8.0 + Math.floor(i / 70.0);
            boolean isMissing = (kind & 2) != 0 && random.nextInt(10) == 0;
            boolean isSpike = (kind & 4) != 0 && random.nextInt(30) == 0;
            values[i] = isMissing ? Double.NaN : isSpike ? value + 5 : value;
        }
        return values;
    }

    private static byte[] byEveryWindow(double[] values, int suspect, int fail, double tolerance) {
        byte[] flags = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            byte flag = isFlat(values, i, fail, tolerance)
                    ? QcFlag.FAIL
                    : isFlat(values, i, suspect, tolerance) ? QcFlag.SUSPECT : QcFlag.GOOD;
            flags[i] = Double.isNaN(values[i]) ? QcFlag.MISSING : flag;
        }
        return flags;
    }

    private static boolean isFlat(double[] values, int end, int steps, double tolerance) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = Math.max(0, end - steps); i <= end; i++) {
            low = Double.isNaN(values[i]) ? low : Math.min(low, values[i]);
            high = Double.isNaN(values[i]) ? high : Math.max(high, values[i]);
        }
        return end >= steps && high - low < tolerance;
    }
}
