package dev.shoal.job;

import dev.shoal.stage.zarr.StoreOutcome;
import java.util.ArrayList;
import java.util.List;
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

    /** Returns what becomes of one array. */
    static String change(StoreOutcome.ArrayChange array) {
        List<String> acts = new ArrayList<>();
        add(acts, array.written(), "written");
        add(acts, array.replaced(), "replaced");
        add(acts, array.copied(), "copied byte by byte");
        return "  " + array.name() + ": " + String.join(", ", acts) + ", " + bytes(array.bytes()) + " decoded";
    }

    private static void add(List<String> acts, long chunks, String act) {
        if (chunks > 0) {
            acts.add(Counted.of(chunks, "chunk") + " " + act);
        }
    }
}
