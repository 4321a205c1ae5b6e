package dev.shoal.cf;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes lower-case SQL identifiers out of variables' names, no two alike and none that observations have already. */
final class SqlNames {

    private static final Set<String> TAKEN = Set.of(
            "dataset",
            "platform",
            "series",
            "time",
            "lat",
            "lon",
            "depth",
            "index",
            "source",
            "file",
            "chunk",
            "flag",
            "qc",
            "cell",
            "run",
            "source_file",
            "source_index",
            "source_chunk",
            "time_micros");

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9](?:[a-z0-9_]*[a-z0-9])?");

    private final Set<String> used = new HashSet<>(TAKEN);

    /** Returns a name; a second variable of the same name gets {@code _2}, and so on. */
    String name(String variable) {
        String lower = variable.toLowerCase(Locale.ROOT);
        String plain = PLAIN.matcher(lower).matches()
                ? lower
                : lower.replaceAll("[^a-z0-9_]+", "_").replaceAll("^_+|_+$", "");
        String start = plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "v_" + plain : plain;
        String name = start;
        for (int number = 2; !used.add(name); number++) {
            name = start + "_" + number;
        }
        return name;
    }
}
