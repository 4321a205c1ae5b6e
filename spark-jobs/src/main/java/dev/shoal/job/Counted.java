package dev.shoal.job;

import java.util.Locale;

/** Numbers with the things that they count. */
final class Counted {

    private Counted() {}

    /** Returns a number and its noun, which takes an s where there is not one: {@code 1 file}, {@code 1,204 files}. */
    static String of(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** Returns a number with its thousands apart, {@code 1,204}. */
    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
