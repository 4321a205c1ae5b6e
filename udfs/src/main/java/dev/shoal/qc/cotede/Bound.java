package dev.shoal.qc.cotede;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One bound of a layer, such as {@code > 25}.
 *
 * @param relation how a number must lie to the limit
 * @param limit the limit
 */
public record Bound(Relation relation, double limit) implements Serializable {

    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?\\s*");

    private static final Pattern TEXT = Pattern.compile("\\s*(<=|>=|==|!=|<|>)(" + NUMBER + ")");

    /** How a number may lie to a limit. */
    public enum Relation {
        /** Below it. */
        LESS("<"),
        /** Below or at it. */
        AT_MOST("<="),
        /** Above it. */
        MORE(">"),
        /** Above or at it. */
        AT_LEAST(">="),
        /** At it. */
        EQUAL("=="),
        /** Not at it. */
        UNEQUAL("!=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        private static Relation of(String sign) {
            for (Relation relation : values()) {
                if (relation.sign.equals(sign)) {
                    return relation;
                }
            }
            throw new IllegalArgumentException("Cannot compare by " + sign + ".");
        }
    }

    /** Reads a bound as CoTeDe writes it: a sign of comparison and a number. */
    public static Bound parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Cannot read the bound of a layer: found \"" + text
                    + "\", expected a comparison with a number such as \"> 25\" or \"<= 50\".");
        }
        return new Bound(Relation.of(parts.group(1)), limit(parts.group(2)));
    }

    /** Reads a number. */
    static double limit(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("Cannot read a layer: found \"" + text + "\", expected a number.");
        }
        return Double.parseDouble(text);
    }

    /** Tells whether a number lies within the bound. */
    boolean holds(double number) {
        return switch (relation) {
            case LESS -> number < limit;
            case AT_MOST -> number <= limit;
            case MORE -> number > limit;
            case AT_LEAST -> number >= limit;
            case EQUAL -> number == limit;
            case UNEQUAL -> number != limit;
        };
    }
}
