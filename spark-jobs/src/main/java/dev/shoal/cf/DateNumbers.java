package dev.shoal.cf;

/** Dates written as numbers, {@code YYYYMMDD} and the fraction of the day: units {@code day as %Y%m%d.%f} of CDO. */
final class DateNumbers {

    private static final String UNITS = "day as %y%m%d.%f";

    private DateNumbers() {}

    /** Tells whether units are these. */
    static boolean areUnits(String units) {
        return units.length() >= UNITS.length()
                && units.indexOf('%') > 0
                && units.trim().replaceAll("\\s+", " ").equalsIgnoreCase(UNITS);
    }

    /**
     * Returns microseconds from the calendar's 1970-01-01, or {@link TimeUnits#MISSING} where there is no such date.
     */
    static long micros(double number, CfCalendar calendar) {
        if (!(Math.abs(number) < 1e9)) {
            return TimeUnits.MISSING;
        }
        double sign = number < 0 ? -1 : 1;
        long date = (long) Math.floor(Math.abs(number));
        long year = ((long) sign) * (date / 10_000);
        int month = (int) (date / 100 % 100);
        int day = (int) (date % 100);
        if (day < 1 || day > calendar.monthLength(year, month)) {
            return TimeUnits.MISSING;
        }
        double fraction = Math.abs(number) - date;
        return calendar.day(year, month, day) * TimeUnits.DAY_MICROS + Math.round(fraction * TimeUnits.DAY_MICROS);
    }
}
