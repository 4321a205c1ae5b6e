package dev.shoal.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Refuses options that nobody knows, since a misspelt one would silently change nothing. */
final class OptionNames {

    /** Written beside the options by Spark itself, for tables of its own catalogues. */
    private static final Set<String> SPARK =
            Set.of("provider", "owner", "location", "comment", "external", "is_managed_location", "collation");

    private OptionNames() {}

    /** Refuses names that are none of those known. */
    static void check(String source, List<String> known, Collection<String> found) {
        for (String name : found.stream().sorted().toList()) {
            String plain = plain(name);
            boolean ours = known.stream().anyMatch(option -> plain(option).equals(plain));
            if (!ours && !SPARK.contains(plain) && !plain.startsWith("option.")) {
                throw new SourceException("Cannot read " + source + " with the option '" + name
                        + "': there is none of that name. Did you mean '" + nearest(known, plain) + "'? Known are "
                        + String.join(", ", known) + ".");
            }
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String nearest(List<String> known, String name) {
        return known.stream()
                .min(Comparator.comparingInt(option -> distance(plain(option), name)))
                .orElseThrow();
    }

    /** Returns how many letters must be put in, taken out or changed (Levenshtein). */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[before.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[other.length()];
    }
}
