package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {

    /** NaN has many bits; all of these are missing. */
    private static final int[] NANS = {0x7fc00000, 0xffc00000, 0x7f800001, 0xff800001, 0x7fffffff, 0xffffffff};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 1001})
    void addsWhatIsNotMissing(int length) {
        Random random = new Random(length);
        float[] floats = new float[length + 2];
        double[] doubles = new double[length + 2];
        double sum = 0;
        int known = 0;
        for (int i = 1; i <= length; i++) {
            boolean missing = random.nextInt(3) == 0;
            floats[i] = missing ? Float.intBitsToFloat(NANS[i % NANS.length]) : (float) random.nextGaussian();
            doubles[i] = missing ? Double.longBitsToDouble((long) NANS[i % NANS.length] << 32 | 1) : floats[i];
            sum += missing ? 0 : floats[i];
            known += missing ? 0 : 1;
        }
        floats[0] = 1e9f;
        doubles[length + 1] = 1e9;
        Tally ofFloats = new Tally();
        ofFloats.add(floats, 1, length + 1);
        Tally ofDoubles = new Tally();
        ofDoubles.add(doubles, 1, length + 1);
        assertThat(ofFloats.count()).isEqualTo(known);
        assertThat(ofFloats.sum()).isCloseTo(sum, within(1e-9));
        assertThat(ofDoubles.count()).isEqualTo(known);
        assertThat(ofDoubles.sum()).isEqualTo(ofFloats.sum());
    }

    @Test
    void countsInfinityAndZeroAsNumbers() {
        Tally tally = new Tally();
        tally.add(new float[] {-0f, 0, Float.MIN_VALUE, Float.POSITIVE_INFINITY, Float.MAX_VALUE}, 0, 5);
        assertThat(tally.count()).isEqualTo(5);
        assertThat(tally.sum()).isEqualTo(Double.POSITIVE_INFINITY);
        tally.add(new double[] {Double.NEGATIVE_INFINITY}, 0, 1);
        assertThat(tally.count()).isEqualTo(6);
        assertThat(tally.sum()).isNaN();
    }

    @Test
    void knowsTheExtremesOfWhatIsNotMissing() {
        Tally tally = new Tally();
        tally.extend(new float[] {Float.NaN, 3, -2, Float.NaN}, 0, 4);
        tally.extend(new double[] {Double.NaN, 5, 0}, 0, 3);
        tally.extend(new float[] {Float.NaN}, 0, 1);
        assertThat(tally.least()).isEqualTo(-2);
        assertThat(tally.greatest()).isEqualTo(5);
    }
}
