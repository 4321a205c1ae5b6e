package dev.shoal.cf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The calendars of CF 1.11, section 4.4.1. Years are numbered astronomically: there is a year 0.
 *
 * <p>Days of {@link #STANDARD}, {@link #PROLEPTIC_GREGORIAN} and {@link #JULIAN} are counted from the one real day
 * 1970-01-01 (Gregorian); days of the model calendars from their own 1970-01-01.
 */
public enum CfCalendar {
    /** Julian before 1582-10-15, Gregorian from then on. */
    STANDARD("standard"),
    PROLEPTIC_GREGORIAN("proleptic_gregorian"),
    JULIAN("julian"),
    /** Every year has 365 days. */
    NOLEAP("noleap"),
    /** Every year has 366 days. */
    ALL_LEAP("all_leap"),
    /** Every month has 30 days. */
    DAYS_360("360_day");

    /** The first day of the Gregorian calendar, 1582-10-15. */
    static final long GREGORIAN_START = -141427;

    private static final int[] MONTH_STARTS = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    private static final int EPOCH_YEAR = 1970;
    private static final Map<String, CfCalendar> NAMES = names();

    private final String title;

    CfCalendar(String title) {
        this.title = title;
    }

    /** Returns CF's name of it. */
    public String title() {
        return title;
    }

    /** Tells whether its dates are days that were or will be. */
    public boolean isReal() {
        return this == STANDARD || this == PROLEPTIC_GREGORIAN || this == JULIAN;
    }

    /** Returns the calendar of a name, in any of the spellings that archives hold. */
    public static Optional<CfCalendar> of(String name) {
        String plain = Spelling.plain(name);
        CfCalendar exact = NAMES.get(plain);
        if (exact != null) {
            return Optional.of(exact);
        }
        return plain.chars().anyMatch(Character::isDigit)
                ? Optional.empty()
                : Spelling.nearest(plain, NAMES.keySet()).map(NAMES::get);
    }

    /** Tells whether a name is one that CF or an archive's habit knows, and not a misspelling of one. */
    static boolean isKnown(String name) {
        return NAMES.containsKey(Spelling.plain(name));
    }

    /** Returns the day of a date; see the class for where the count begins. */
    long day(long year, int month, int day) {
        return switch (this) {
            case PROLEPTIC_GREGORIAN -> gregorianDay(year, month, day);
            case JULIAN -> julianDay(year, month, day);
            case STANDARD -> {
                long gregorian = gregorianDay(year, month, day);
                yield gregorian >= GREGORIAN_START ? gregorian : julianDay(year, month, day);
            }
            case DAYS_360 -> (year - EPOCH_YEAR) * 360 + (month - 1) * 30L + day - 1;
            case NOLEAP -> (year - EPOCH_YEAR) * 365 + MONTH_STARTS[month - 1] + day - 1;
            case ALL_LEAP -> (year - EPOCH_YEAR) * 366 + MONTH_STARTS[month - 1] + (month > 2 ? 1 : 0) + day - 1;
        };
    }

    /** Returns year, month and day of a day. */
    long[] date(long day) {
        return switch (this) {
            case PROLEPTIC_GREGORIAN -> realDate(day, true);
            case JULIAN -> realDate(day, false);
            case STANDARD -> realDate(day, day >= GREGORIAN_START);
            case DAYS_360 -> {
                long ofYear = Math.floorMod(day, 360L);
                yield new long[] {EPOCH_YEAR + Math.floorDiv(day, 360L), ofYear / 30 + 1, ofYear % 30 + 1};
            }
            case NOLEAP -> modelDate(day, 365, 0);
            case ALL_LEAP -> modelDate(day, 366, 1);
        };
    }

    /** Returns the number of days of a month, or 0 where there is no such month. */
    int monthLength(long year, int month) {
        if (month < 1 || month > 12) {
            return 0;
        }
        if (this == DAYS_360) {
            return 30;
        }
        if (month == 12 || (this == STANDARD && year == 1582 && month == 10)) {
            return 31;
        }
        return (int) (day(year, month + 1, 1) - day(year, month, 1));
    }

    private static long[] modelDate(long day, int yearLength, int leap) {
        long year = EPOCH_YEAR + Math.floorDiv(day, (long) yearLength);
        int ofYear = (int) Math.floorMod(day, (long) yearLength);
        int month = 12;
        while (ofYear < MONTH_STARTS[month - 1] + (month > 2 ? leap : 0)) {
            month--;
        }
        return new long[] {year, month, ofYear - MONTH_STARTS[month - 1] - (month > 2 ? leap : 0) + 1};
    }

    /** Years begin in March, so that a leap day is the last of its year. */
    private static long gregorianDay(long year, int month, int day) {
        long y = month <= 2 ? year - 1 : year;
        long ofYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return y * 365 + Math.floorDiv(y, 4L) - Math.floorDiv(y, 100L) + Math.floorDiv(y, 400L) + ofYear - 719468;
    }

    private static long julianDay(long year, int month, int day) {
        long y = month <= 2 ? year - 1 : year;
        long ofYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return y * 365 + Math.floorDiv(y, 4L) + ofYear - 719470;
    }

    private static long[] realDate(long day, boolean gregorian) {
        long year = EPOCH_YEAR + Math.floorDiv(day * 400, gregorian ? 146097L : 146100L);
        while (first(year, gregorian) > day) {
            year--;
        }
        while (first(year + 1, gregorian) <= day) {
            year++;
        }
        int month = 12;
        while (real(year, month, gregorian) > day) {
            month--;
        }
        return new long[] {year, month, day - real(year, month, gregorian) + 1};
    }

    private static long first(long year, boolean gregorian) {
        return real(year, 1, gregorian);
    }

    private static long real(long year, int month, boolean gregorian) {
        return gregorian ? gregorianDay(year, month, 1) : julianDay(year, month, 1);
    }

    private static Map<String, CfCalendar> names() {
        Map<String, CfCalendar> names = new LinkedHashMap<>();
        for (String name : new String[] {"standard", "gregorian", "mixedgregorian", "mixed"}) {
            names.put(name, STANDARD);
        }
        for (String name : new String[] {"prolepticgregorian", "gregorianproleptic", "proleptic"}) {
            names.put(name, PROLEPTIC_GREGORIAN);
        }
        for (String name : new String[] {"noleap", "365day", "365days", "365"}) {
            names.put(name, NOLEAP);
        }
        for (String name : new String[] {"allleap", "366day", "366days", "366"}) {
            names.put(name, ALL_LEAP);
        }
        for (String name : new String[] {"360day", "360days", "360"}) {
            names.put(name, DAYS_360);
        }
        names.put("julian", JULIAN);
        return names;
    }
}
