package dev.shoal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {

    @Test
    void refusesToEndBeforeItBegins() {
        assertThatThrownBy(() -> new TimeRange(1_000_000, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot make a time range: its last instant 1970-01-01T00:00:00Z lies before its first"
                        + " 1970-01-01T00:00:01Z. Swap the two.");
    }

    @Test
    void coversBothRanges() {
        assertThat(new TimeRange(1, 2).cover(new TimeRange(5, 6))).isEqualTo(new TimeRange(1, 6));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 1_600_000_000_123_456L, -62_135_596_800_000_001L, Long.MIN_VALUE, Long.MAX_VALUE})
    void microsecondsComeBackFromInstants(long micros) {
        assertThat(Micros.of(Micros.instant(micros))).isEqualTo(micros);
    }

    @Test
    void cutsNanosecondsTowardThePast() {
        assertThat(Micros.of(Instant.parse("1969-12-31T23:59:59.999999999Z"))).isEqualTo(-1);
    }
}
