package dev.shoal.job;

import dev.shoal.catalog.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them: in UTC, to the second. Many archives store times with a rounding of microseconds. */
final class TimeText {

    private static final long SECOND_MICROS = 1_000_000;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TimeText() {}

    /** Returns both ends of a range, or the one time that it is. */
    static String of(TimeRange range) {
        String first = of(range.firstMicros());
        String last = of(range.lastMicros());
        return first.equals(last) ? first : first + " to " + last;
    }

    private static String of(long micros) {
        return SECONDS.format(Instant.ofEpochSecond(Math.floorDiv(micros + SECOND_MICROS / 2, SECOND_MICROS)));
    }
}
