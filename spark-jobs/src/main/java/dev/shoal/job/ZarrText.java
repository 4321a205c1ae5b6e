package dev.shoal.job;

import java.util.Locale;

/** What is said of stores for people. */
final class ZarrText {

    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};
    private static final double STEP = 1000;

    private ZarrText() {}

    /** Returns a number of bytes with three digits or so. */
    static String bytes(long count) {
        double number = (double) count;
        int unit = 0;
        while (number >= STEP && unit < UNITS.length - 1) {
            number /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || number >= 100 ? "%.0f %s" : "%.1f %s", number, UNITS[unit]);
    }
}
