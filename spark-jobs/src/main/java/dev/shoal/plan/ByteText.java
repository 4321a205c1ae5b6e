package dev.shoal.plan;

import java.util.Locale;

/** Numbers of bytes as people say them. */
final class ByteText {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private ByteText() {}

    /** Returns the number with the largest unit that leaves at least 1 of it. */
    static String of(long bytes) {
        double rest = (double) bytes;
        int unit = 0;
        while (rest >= 1024 && unit < UNITS.length - 1) {
            rest /= 1024;
            unit++;
        }
        return unit == 0
                ? String.format(Locale.ROOT, "%.0f B", rest)
                : String.format(Locale.ROOT, "%.1f %s", rest, UNITS[unit]);
    }
}
