package dev.shoal.cf;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The periods that steps of time are put together by: hours, days, months, seasons, years, all, or the days, months and
 * seasons of a year over all years (a climatology).
 *
 * <p>Periods begin where a calendar's do: hours at midnight, days at the calendar's 1970-01-01, months in January,
 * seasons in December (so that December belongs to the winter of the next year), years at year 0.
 *
 * @param count of the unit in each period, from 1; a divisor of 24 for hours and of 12 for months, 1 for seasons,
 *     {@link Unit#ALL} and climatologies
 * @param unit of the periods
 * @param climatology whether the same period of all years is put together
 */
public record Resampling(int count, Unit unit, boolean climatology) implements Serializable {

    /** What a period is counted in. */
    public enum Unit {
        HOUR,
        DAY,
        MONTH,
        SEASON,
        YEAR,
        /** All steps there are. */
        ALL;

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern TEXT = Pattern.compile("(?:(\\d{1,4})[ -]+)?([a-z]+?)s?([ -]of[ -](?:the[ -])?year)?");
    private static final long HOUR_MICROS = 3_600_000_000L;

    /** Refuses a count that no calendar keeps, and climatologies of other than days, months and seasons. */
    public Resampling {
        boolean whole = switch (unit) {
            case HOUR -> count > 0 && 24 % count == 0;
            case MONTH -> count > 0 && 12 % count == 0;
            case DAY, YEAR -> count > 0;
            case SEASON, ALL -> count == 1;
        };
        boolean ofYear = count == 1 && (unit == Unit.DAY || unit == Unit.MONTH || unit == Unit.SEASON);
        if (!whole || (climatology && !ofYear)) {
            throw new IllegalArgumentException("Cannot put times together by " + count + " " + unit.title()
                    + (climatology ? " of the year" : "")
                    + ", expected a divisor of 24 hours or 12 months, days, a season, years, all, or the day, month or"
                    + " season of the year.");
        }
    }

    /**
     * Reads a text such as {@code month}, {@code 6 hours}, {@code season}, {@code all}, {@code month of year}.
     *
     * @throws IllegalArgumentException where it is none of these
     */
    public static Resampling parse(String text) {
        Matcher words = TEXT.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (words.matches()) {
            for (Unit unit : Unit.values()) {
                if (unit.title().equals(words.group(2))) {
                    int count = words.group(1) == null ? 1 : Integer.parseInt(words.group(1));
                    return new Resampling(count, unit, words.group(3) != null);
                }
            }
        }
        throw new IllegalArgumentException("Cannot put times together by \"" + text + "\", expected hour, day, month,"
                + " season, year or all, with a number before it where wanted (6 hours), or day, month or season of"
                + " year.");
    }

    /** Returns the first and the end of the period that a time is in, in microseconds of the calendar. */
    long[] around(long micros, CfCalendar calendar) {
        long day = Math.floorDiv(micros, TimeUnits.DAY_MICROS);
        long[] date = calendar.date(day);
        return switch (unit) {
            case HOUR -> {
                long span = count * HOUR_MICROS;
                long start = Math.floorDiv(micros, span) * span;
                yield new long[] {start, start + span};
            }
            case DAY -> days(Math.floorDiv(day, (long) count) * count, count);
            case MONTH -> months(Math.floorDiv(month(date), (long) count) * count, count, calendar);
            case SEASON -> months(Math.floorDiv(month(date) + 1, 3L) * 3 - 1, 3, calendar);
            case YEAR -> months(Math.floorDiv(date[0], (long) count) * count * 12, count * 12, calendar);
            case ALL -> new long[] {Long.MIN_VALUE, Long.MAX_VALUE};
        };
    }

    /** Returns the same period of another year than the one a period began in. */
    long[] inYear(long startMicros, long year, CfCalendar calendar) {
        long[] date = calendar.date(Math.floorDiv(startMicros, TimeUnits.DAY_MICROS));
        long day = calendar.day(year, (int) date[1], (int) date[2]);
        return around(day * TimeUnits.DAY_MICROS, calendar);
    }

    /** Tells whether a year has the period of another year that began then: it may have no 29 February. */
    boolean isIn(long startMicros, long year, CfCalendar calendar) {
        long[] date = calendar.date(Math.floorDiv(startMicros, TimeUnits.DAY_MICROS));
        return date[2] <= calendar.monthLength(year, (int) date[1]);
    }

    /** Returns what the same periods of all years have in common: month and day that they begin with. */
    static int ofYear(long startMicros, CfCalendar calendar) {
        long[] date = calendar.date(Math.floorDiv(startMicros, TimeUnits.DAY_MICROS));
        return (int) (date[1] * 100 + date[2]);
    }

    static long year(long micros, CfCalendar calendar) {
        return calendar.date(Math.floorDiv(micros, TimeUnits.DAY_MICROS))[0];
    }

    private static long month(long[] date) {
        return date[0] * 12 + date[1] - 1;
    }

    private static long[] days(long first, int count) {
        return new long[] {first * TimeUnits.DAY_MICROS, (first + count) * TimeUnits.DAY_MICROS};
    }

    private static long[] months(long first, int count, CfCalendar calendar) {
        return Arrays.stream(new long[] {first, first + count})
                .map(month -> calendar.day(Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1)
                        * TimeUnits.DAY_MICROS)
                .toArray();
    }

    /** Returns the text that {@link #parse} reads. */
    @Override
    public String toString() {
        String plural = count == 1 ? unit.title() : count + " " + unit.title() + "s";
        return climatology ? plural + " of year" : plural;
    }
}
