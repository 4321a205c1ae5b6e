package dev.shoal.qc;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a climatology's seasons count in: pandas' attributes of a time, in UTC. */
public enum CalendarPeriod {
    /** Year. */
    YEAR(ChronoUnit.MONTHS, (date, micros) -> date.getYear()),
    /** 1 to 4. */
    QUARTER(ChronoUnit.MONTHS, (date, micros) -> date.get(IsoFields.QUARTER_OF_YEAR)),
    /** 1 to 12. */
    MONTH(ChronoUnit.MONTHS, (date, micros) -> date.getMonthValue()),
    /** 28 to 31. */
    DAYS_IN_MONTH(ChronoUnit.MONTHS, (date, micros) -> date.lengthOfMonth()),
    /** Week of the ISO year, 1 to 53. */
    WEEK(ChronoUnit.DAYS, (date, micros) -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
    /** 1 to 366. */
    DAYOFYEAR(ChronoUnit.DAYS, (date, micros) -> date.getDayOfYear()),
    /** Monday 0 to Sunday 6. */
    DAYOFWEEK(ChronoUnit.DAYS, (date, micros) -> date.getDayOfWeek().getValue() - 1L),
    /** Day of the month, 1 to 31. */
    DAY(ChronoUnit.DAYS, (date, micros) -> date.getDayOfMonth()),
    /** 0 to 23. */
    HOUR(ChronoUnit.HOURS, (date, micros) -> micros / CalendarPeriod.MICROS_PER_HOUR),
    /** 0 to 59. */
    MINUTE(ChronoUnit.MINUTES, (date, micros) -> micros / CalendarPeriod.MICROS_PER_MINUTE % 60),
    /** 0 to 59. */
    SECOND(ChronoUnit.SECONDS, (date, micros) -> micros / CalendarPeriod.MICROS_PER_SECOND % 60),
    /** 0 to 999 999. */
    MICROSECOND(ChronoUnit.MICROS, (date, micros) -> micros % CalendarPeriod.MICROS_PER_SECOND),
    /** Always 0, as times count microseconds. */
    NANOSECOND(ChronoUnit.MONTHS, (date, micros) -> 0);

    private static final long MICROS_PER_SECOND = 1_000_000;

    private static final long MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;

    private static final long MICROS_PER_HOUR = 60 * MICROS_PER_MINUTE;

    private static final long MICROS_PER_DAY = 24 * MICROS_PER_HOUR;

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "daysinmonth", "days_in_month",
            "weekofyear", "week",
            "day_of_year", "dayofyear",
            "day_of_week", "dayofweek",
            "weekday", "dayofweek");

    private final ChronoUnit steady;

    /** A function without state: the compiler cannot know. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Reading reading;

    CalendarPeriod(ChronoUnit steady, Reading reading) {
        this.steady = steady;
        this.reading = reading;
    }

    /** Reads a period off a date and the microseconds since its midnight. */
    private interface Reading {
        long of(LocalDate date, long micros);
    }

    /** Returns the period of one of its names, which are pandas'. */
    static Optional<CalendarPeriod> named(String name) {
        String word = OTHER_NAMES.getOrDefault(name, name);
        return Arrays.stream(values())
                .filter(period -> period.word().equals(word))
                .findFirst();
    }

    static List<String> names() {
        Stream<String> words = Arrays.stream(values()).map(CalendarPeriod::word);
        return Stream.concat(words, OTHER_NAMES.keySet().stream().sorted()).toList();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    long of(long timeMicros) {
        return reading.of(date(timeMicros), Math.floorMod(timeMicros, MICROS_PER_DAY));
    }

    /** Returns a time from which on up to {@code timeMicros} the period is the same. */
    long steadyFrom(long timeMicros) {
        return steady == ChronoUnit.MONTHS
                ? date(timeMicros).withDayOfMonth(1).toEpochDay() * MICROS_PER_DAY
                : timeMicros - Math.floorMod(timeMicros, stepMicros());
    }

    /** Returns the first time after {@code timeMicros} at which the period may be another. */
    long steadyTo(long timeMicros) {
        return steady == ChronoUnit.MONTHS
                ? date(timeMicros).withDayOfMonth(1).plusMonths(1).toEpochDay() * MICROS_PER_DAY
                : steadyFrom(timeMicros) + stepMicros();
    }

    private long stepMicros() {
        return steady.getDuration().toNanos() / 1000;
    }

    private static LocalDate date(long timeMicros) {
        return LocalDate.ofEpochDay(Math.floorDiv(timeMicros, MICROS_PER_DAY));
    }
}
