package dev.shoal.qc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.OptionalLong;

/** Reads a configuration's times: ISO 8601, UTC where no zone is named, a blank or a T before the time of day. */
final class TimeValue {

    private TimeValue() {}

    /** Returns a time as microseconds since 1970 UTC; nothing where the value is no time. */
    static OptionalLong micros(Object value) {
        if (value instanceof Date date) {
            return OptionalLong.of(micros(date.toInstant()));
        }
        if (value instanceof TemporalAccessor || value instanceof String) {
            try {
                return OptionalLong.of(micros(instant(value.toString().trim().replaceFirst("^(\\S+) (?=\\d)", "$1T"))));
            } catch (DateTimeException e) { // Not a time: the caller says so, with the place in the configuration.
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    /** Returns the time of the clock, to the second. */
    static long now() {
        return micros(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Writes a time in ISO 8601. */
    static String text(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    private static Instant instant(String text) {
        if (text.length() <= "2020-01-31".length()) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        if (text.length() == "2020-01-31T00".length()) {
            return instant(text + ":00");
        }
        boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
