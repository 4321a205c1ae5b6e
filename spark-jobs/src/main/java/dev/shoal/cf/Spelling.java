package dev.shoal.cf;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reading of words that people wrote by hand. */
final class Spelling {

    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]");
    private static final int MOST_EDITS = 2;
    private static final int LETTERS_PER_EDIT = 3;

    private Spelling() {}

    /** Returns the lower-case letters and digits of a text. */
    static String plain(String text) {
        return SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** Returns the known word nearest to a plain one, where at most two letters differ and most agree. */
    static Optional<String> nearest(String plain, Collection<String> known) {
        String best = "";
        int least = Math.min(MOST_EDITS, plain.length() / LETTERS_PER_EDIT) + 1;
        for (String word : known) {
            int edits = Math.abs(plain.length() - word.length());
            edits = edits < least ? edits(plain, word) : edits;
            if (edits < least) {
                least = edits;
                best = word;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Levenshtein's distance. */
    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int swap = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[to.length()];
    }
}
