package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRangesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void unionAndIntersectionHoldWhatEitherOrBothHold(long seed) {
        Random random = new Random(seed);
        KeyRanges a = drawn(random);
        KeyRanges b = drawn(random);
        for (long key = -2; key < 60; key++) {
            assertThat(a.or(b).holds(key)).isEqualTo(a.holds(key) || b.holds(key));
            assertThat(a.and(b).holds(key)).isEqualTo(a.holds(key) && b.holds(key));
        }
        assertThat(a.or(b)).isEqualTo(b.or(a));
        assertThat(a.and(b)).isEqualTo(b.and(a));
        assertThat(a.and(a.or(b))).isEqualTo(a);
        assertThat(a.or(KeyRanges.NONE)).isEqualTo(a);
        assertThat(a.and(KeyRanges.ALL)).isEqualTo(a);
        assertThat(a.or(KeyRanges.ALL)).isEqualTo(KeyRanges.ALL);
    }

    private static KeyRanges drawn(Random random) {
        KeyRanges ranges = KeyRanges.NONE;
        for (int i = random.nextInt(6); i > 0; i--) {
            long low = random.nextInt(50);
            ranges = ranges.or(KeyRanges.between(low, low + random.nextInt(8) - 1));
        }
        return ranges;
    }

    @Test
    void keysSortAsTheirNumbersDo() {
        double[] rising = {
            Double.NEGATIVE_INFINITY,
            -1e300,
            -1,
            -Double.MIN_VALUE,
            0,
            Double.MIN_VALUE,
            1,
            1.5,
            Double.POSITIVE_INFINITY,
            Double.NaN
        };
        for (int i = 1; i < rising.length; i++) {
            assertThat(KeyRanges.key(rising[i])).isGreaterThan(KeyRanges.key(rising[i - 1]));
        }
        assertThat(KeyRanges.key(-0.0)).isEqualTo(KeyRanges.key(0.0));
    }

    @Test
    void openBoundsLeaveTheirKeyOut() {
        assertThat(KeyRanges.below(5).holds(5)).isFalse();
        assertThat(KeyRanges.below(5).holds(4)).isTrue();
        assertThat(KeyRanges.above(5).holds(5)).isFalse();
        assertThat(KeyRanges.above(5).holds(6)).isTrue();
        assertThat(KeyRanges.above(Long.MAX_VALUE)).isEqualTo(KeyRanges.NONE);
        assertThat(KeyRanges.below(Long.MIN_VALUE)).isEqualTo(KeyRanges.NONE);
    }
}
