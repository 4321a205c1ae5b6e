package dev.shoal.cf;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@link TimeUnits} from the two attributes that hold them. */
final class TimeUnitsParser {

    private static final Pattern SINCE =
            Pattern.compile("\\s*(\\S+)\\s+(?:since|after|from)\\s+(\\S.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE = Pattern.compile("([+-]?\\d{1,5})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?"
            + "(?:[Tt\\s]\\s*(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d*))?)?)?)?"
            + "\\s*([Zz]|[Uu][Tt][Cc]|[Gg][Mm][Tt]|[+-]\\d{1,2}(?::?\\d{2})?)?\\s*");
    private static final Pattern BASIC =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[Tt\\s]?(\\d{2})(\\d{2})(\\d{2})?)?((?:[^\\d].*)?)");
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long YEAR = 31_556_925_974_700_000L;

    private final String units;
    private final String calendarName;
    private final Consumer<String> problems;

    TimeUnitsParser(String units, String calendarName, Consumer<String> problems) {
        this.units = units;
        this.calendarName = calendarName;
        this.problems = problems;
    }

    Optional<TimeUnits> parse() {
        Optional<CfCalendar> calendar = calendar();
        if (calendar.isPresent() && DateNumbers.areUnits(units)) {
            return Optional.of(new TimeUnits(units, calendar.get(), 0, 0));
        }
        Matcher since = SINCE.matcher(units);
        if (calendar.isEmpty() || !since.matches()) {
            if (calendar.isPresent()) {
                problems.accept("Time units \"" + units + "\" have no reference, expected \"<unit> since <date>\".");
            }
            return Optional.empty();
        }
        long nanos = unitNanos(since.group(1).toLowerCase(Locale.ROOT), calendar.get());
        if (nanos == 0) {
            problems.accept(
                    "Time units \"" + units + "\" count in \"" + since.group(1) + "\", which is no unit of time.");
            return Optional.empty();
        }
        return reference(since.group(2), calendar.get())
                .map(reference -> new TimeUnits(units, calendar.get(), nanos, reference));
    }

    private Optional<CfCalendar> calendar() {
        if (calendarName.isBlank()) {
            return Optional.of(CfCalendar.STANDARD);
        }
        Optional<CfCalendar> calendar = CfCalendar.of(calendarName);
        if (calendar.isEmpty()) {
            problems.accept(
                    calendarName.trim().equalsIgnoreCase("none")
                            ? "Calendar \"none\" has no dates: times have no timestamps."
                            : "Calendar \"" + calendarName + "\" is not one of CF's: times have no timestamps.");
        }
        if (calendar.isPresent() && !CfCalendar.isKnown(calendarName)) {
            problems.accept("Calendar \"" + calendarName + "\" is none of CF's: it is read as "
                    + calendar.get().title() + ".");
        }
        if (calendar.isPresent() && calendar.get() == CfCalendar.JULIAN) {
            problems.accept("Calendar julian is 13 days behind the Gregorian since 1900; times are converted so. Files"
                    + " often name it and mean gregorian: compare with the file's own time coverage.");
        }
        return calendar;
    }

    private long unitNanos(String unit, CfCalendar calendar) {
        boolean equalMonths = calendar == CfCalendar.DAYS_360;
        return switch (unit) {
            case "nanoseconds", "nanosecond", "nanosec", "nsec", "nsecs", "ns" -> 1;
            case "microseconds", "microsecond", "microsec", "usec", "usecs", "us" -> 1_000;
            case "milliseconds", "millisecond", "millisec", "millisecs", "msec", "msecs", "ms" -> 1_000_000;
            case "seconds", "second", "secs", "sec", "s" -> SECOND;
            case "minutes", "minute", "mins", "min" -> 60 * SECOND;
            case "hours", "hour", "hrs", "hr", "h" -> 3600 * SECOND;
            case "days", "day", "d" -> DAY;
            case "weeks", "week" -> 7 * DAY;
            case "months", "month", "mon", "mons" -> equalMonths ? 30 * DAY : mean("month", YEAR / 12);
            case "years", "year", "yr", "yrs" -> equalMonths ? 360 * DAY : mean("year", YEAR);
            case "common_years", "common_year" -> 365 * DAY;
            case "leap_years", "leap_year" -> 366 * DAY;
            case "julian_years", "julian_year" -> 365 * DAY + DAY / 4;
            case "gregorian_years", "gregorian_year" -> 365 * DAY + DAY / 10_000 * 2425;
            default -> 0;
        };
    }

    private long mean(String name, long nanos) {
        problems.accept("Time units \"" + units + "\" count in mean " + name + "s of " + nanos / SECOND
                + " s (UDUNITS): dates do not fall on the same day of each " + name + ".");
        return nanos;
    }

    private Optional<Long> reference(String text, CfCalendar calendar) {
        Matcher matcher = REFERENCE.matcher(spread(text));
        if (!matcher.matches()) {
            return unreadable(text);
        }
        long year = year(Long.parseLong(matcher.group(1)), calendar);
        int month = number(matcher.group(2), 1);
        int day = number(matcher.group(3), 1);
        long seconds = number(matcher.group(4), 0) * 3600L + number(matcher.group(5), 0) * 60L;
        seconds += number(matcher.group(6), 0) - zoneSeconds(matcher.group(8));
        boolean inDay = number(matcher.group(4), 0) <= 24
                && number(matcher.group(5), 0) < 60
                && number(matcher.group(6), 0) <= 60;
        if (day < 1 || day > calendar.monthLength(year, month) || !inDay || isDropped(year, month, day, calendar)) {
            return unreadable(text);
        }
        return Optional.of(calendar.day(year, month, day) * TimeUnits.DAY_MICROS
                + seconds * 1_000_000
                + fractionMicros(matcher.group(7)));
    }

    /** Writes the digits of {@code YYYYMMDD}, alone or with {@code hhmm} or {@code hhmmss}, with marks between. */
    private static String spread(String text) {
        Matcher basic = BASIC.matcher(text);
        if (!basic.matches()) {
            return text;
        }
        String date = basic.group(1) + "-" + basic.group(2) + "-" + basic.group(3);
        String time = basic.group(4) == null ? "" : "T" + basic.group(4) + ":" + basic.group(5);
        String seconds = basic.group(6) == null ? "" : ":" + basic.group(6);
        return date + time + seconds + basic.group(7);
    }

    /** Ten days of October 1582 are in no standard calendar. */
    private static boolean isDropped(long year, int month, int day, CfCalendar calendar) {
        return calendar == CfCalendar.STANDARD && year == 1582 && month == 10 && day > 4 && day < 15;
    }

    /** The standard and the Julian calendar have no year 0, so that -1 is the year before 1, as for UDUNITS. */
    private long year(long year, CfCalendar calendar) {
        boolean historic = calendar == CfCalendar.STANDARD || calendar == CfCalendar.JULIAN;
        if (historic && year == 0) {
            problems.accept("Time units \"" + units + "\" refer to the year 0, which the calendar "
                    + calendar.title() + " does not have: it is taken as 1 BC. Compare with the file's own time"
                    + " coverage.");
        }
        return historic && year < 0 ? year + 1 : year;
    }

    private Optional<Long> unreadable(String text) {
        problems.accept("Time units \"" + units + "\" refer to \"" + text
                + "\", which is no date and time with UTC or an offset: times have no timestamps.");
        return Optional.empty();
    }

    private static int number(@Nullable String digits, int absent) {
        return digits == null ? absent : Integer.parseInt(digits);
    }

    private static long fractionMicros(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Math.round(Double.parseDouble("0." + digits) * 1e6);
    }

    private static long zoneSeconds(@Nullable String zone) {
        if (zone == null || Character.isLetter(zone.charAt(0))) {
            return 0;
        }
        String digits = zone.substring(1).replace(":", "");
        int hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
        int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
        return (zone.charAt(0) == '-' ? -1 : 1) * (hours * 3600L + minutes * 60L);
    }
}
