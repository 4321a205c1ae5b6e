package dev.shoal.cf;

import java.io.Serializable;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Time units with a reference, such as {@code days since 1950-01-01T00:00:00Z}, in a calendar.
 *
 * <p>Arithmetic is in whole microseconds. A whole number of units is exact, as a {@code long} of any size; the fraction
 * of a unit is multiplied in double precision and rounded to the nearest microsecond, halves up. Leap seconds are not
 * counted. Months and years have UDUNITS' lengths (a year is 31 556 925.9747 s, a month a twelfth of it), except in the
 * 360-day calendar (30 and 360 days).
 *
 * @param text as stored
 * @param calendar in which the reference is a date
 * @param unitNanos nanoseconds of one unit; 0 where numbers are dates ({@code day as %Y%m%d.%f})
 * @param referenceMicros microseconds from the calendar's 1970-01-01T00:00 to the reference, in UTC
 */
public record TimeUnits(String text, CfCalendar calendar, long unitNanos, long referenceMicros)
        implements Serializable {

    /** Stands for a time that is missing or has no timestamp. */
    public static final long MISSING = Long.MIN_VALUE;

    static final long DAY_MICROS = 86_400_000_000L;

    private static final long FIRST_MICROS = CfCalendar.PROLEPTIC_GREGORIAN.day(1, 1, 1) * DAY_MICROS;
    private static final long END_MICROS = CfCalendar.PROLEPTIC_GREGORIAN.day(10000, 1, 1) * DAY_MICROS;
    private static final double LARGEST = 0x1p62;

    /**
     * Reads units.
     *
     * @param units such as {@code seconds since 1970-01-01}
     * @param calendar as stored; blank means standard
     * @param problems gets a sentence where units or calendar cannot be read, or are to be doubted
     * @return nothing where units or calendar cannot be read
     */
    public static Optional<TimeUnits> parse(String units, String calendar, Consumer<String> problems) {
        return new TimeUnitsParser(units, calendar, problems).parse();
    }

    /**
     * Returns the microseconds since 1970-01-01T00:00:00Z.
     *
     * @return {@link #MISSING} for NaN, for model calendars, and for times outside the years 1 to 9999 or, in the
     *     standard calendar, before 1582-10-15
     */
    public long micros(double number) {
        return timestamp(calendarMicros(number));
    }

    /**
     * Returns the microseconds since 1970-01-01T00:00:00Z of a whole number of units, exactly.
     *
     * @param number {@link Packing#NO_INTEGER} where missing
     * @return {@link #MISSING} as for {@link #micros(double)}
     */
    public long micros(long number) {
        return timestamp(calendarMicros(number));
    }

    private long timestamp(long micros) {
        if (!calendar.isReal()) {
            return MISSING;
        }
        long first = calendar == CfCalendar.STANDARD ? CfCalendar.GREGORIAN_START * DAY_MICROS : FIRST_MICROS;
        return micros >= first && micros < END_MICROS ? micros : MISSING;
    }

    /** Returns the timestamps of all numbers, or nothing where any of them has none. */
    public Optional<long[]> micros(double[] numbers) {
        long[] micros = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            micros[i] = micros(numbers[i]);
            if (micros[i] == MISSING) {
                return Optional.empty();
            }
        }
        return Optional.of(micros);
    }

    /** Returns the date and time in the calendar, such as {@code 2000-02-30T12:00:00.000000}. */
    public String label(double number) {
        return label(calendarMicros(number), calendar);
    }

    /** Returns the date and time of a whole number of units; see {@link #label(double)}. */
    public String label(long number) {
        return label(calendarMicros(number), calendar);
    }

    private static String label(long micros, CfCalendar calendar) {
        if (micros == MISSING) {
            return "";
        }
        long[] date = calendar.date(Math.floorDiv(micros, DAY_MICROS));
        long rest = Math.floorMod(micros, DAY_MICROS);
        return String.format(
                "%04d-%02d-%02dT%02d:%02d:%02d.%06d",
                date[0],
                date[1],
                date[2],
                rest / 3_600_000_000L,
                rest / 60_000_000 % 60,
                rest / 1_000_000 % 60,
                rest % 1_000_000);
    }

    /** Returns the microseconds since the calendar's own 1970-01-01, or {@link #MISSING}. */
    public long calendarMicros(double number) {
        if (unitNanos == 0) {
            return DateNumbers.micros(number, calendar);
        }
        double approximate = number * (unitNanos / 1000.0);
        if (!(Math.abs(approximate) < LARGEST)) {
            return MISSING;
        }
        if (unitNanos % 1000 != 0) {
            return referenceMicros + Math.round(approximate);
        }
        long unit = unitNanos / 1000;
        long whole = (long) Math.floor(number);
        return referenceMicros + whole * unit + Math.round((number - whole) * unit);
    }

    /**
     * Returns the number that stands for a time.
     *
     * @param calendarMicros microseconds since the calendar's own 1970-01-01
     * @throws IllegalArgumentException where numbers are dates, which stand for no spans
     */
    public double number(long calendarMicros) {
        if (unitNanos == 0) {
            throw new IllegalArgumentException(
                    "Cannot write a time in units \"" + text + "\", expected units since a time. Use days since.");
        }
        long since = calendarMicros - referenceMicros;
        if (unitNanos % 1000 != 0) {
            return since * 1000.0 / unitNanos;
        }
        long unit = unitNanos / 1000;
        return Math.floorDiv(since, unit) + Math.floorMod(since, unit) / (double) unit;
    }

    private long calendarMicros(long number) {
        if (unitNanos == 0 || number == Packing.NO_INTEGER) {
            return number == Packing.NO_INTEGER ? MISSING : calendarMicros((double) number);
        }
        if (!(Math.abs(number * (unitNanos / 1000.0)) < LARGEST)) {
            return MISSING;
        }
        return unitNanos % 1000 == 0
                ? referenceMicros + number * (unitNanos / 1000)
                : referenceMicros + Math.floorDiv(number, 1000L) + (Math.floorMod(number, 1000L) + 500) / 1000;
    }
}
