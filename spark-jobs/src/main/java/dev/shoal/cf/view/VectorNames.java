package dev.shoal.cf.view;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CF's standard names of components along a grid's directions, and of those towards east and north. */
final class VectorNames {

    private static final Pattern ALONG = Pattern.compile("(.*_)?([xy])_(wind|velocity|transport|stress|flux)(.*)");

    private VectorNames() {}

    /** Returns the name of the other component of a name of one along x; nothing for other names. */
    static Optional<String> partner(String name) {
        Matcher words = ALONG.matcher(name);
        return words.matches() && words.group(2).equals("x")
                ? Optional.of(before(words) + "y_" + words.group(3) + words.group(4))
                : Optional.empty();
    }

    /**
     * Returns the name of a component towards east or north; nothing for names of which that is not known.
     *
     * @param way {@code eastward} or {@code northward}
     */
    static Optional<String> turned(String name, String way) {
        Matcher words = ALONG.matcher(name);
        if (!words.matches()) {
            return Optional.empty();
        }
        String quantity = words.group(3) + words.group(4);
        return Optional.of(
                quantity.startsWith("velocity")
                        ? way + "_" + before(words) + quantity
                        : before(words) + way + "_" + quantity);
    }

    private static String before(Matcher words) {
        return words.group(1) == null ? "" : words.group(1);
    }
}
