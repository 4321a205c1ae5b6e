package dev.shoal.spec;

import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Scheme;
import java.io.Serializable;

/**
 * How one variable is brought to another grid.
 *
 * @param scheme how weights are made
 * @param rule when a target value is missing
 * @param choice who chose the method
 */
public record FieldRegrid(Scheme scheme, MissingRule rule, Choice choice) implements Serializable {

    private static final long serialVersionUID = 1;

    /** Who chose a method. */
    public enum Choice {
        /** It is that of all variables: one that has no mean gets another. */
        FOR_ALL,
        /** The user, for this variable by its name. */
        BY_NAME
    }

    /** Returns the same with another scheme. */
    public FieldRegrid with(Scheme other) {
        return new FieldRegrid(other, rule, choice);
    }

    /** Returns what decides which values come out. */
    String canonical() {
        return scheme.key() + " " + rule;
    }
}
