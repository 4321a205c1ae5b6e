package dev.shoal.spec;

import dev.shoal.regrid.Extrapolation;
import dev.shoal.regrid.Filling;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Normalisation;
import dev.shoal.regrid.Scheme;
import java.io.Serializable;

/**
 * How one variable is brought to another grid.
 *
 * @param scheme how weights are made
 * @param rule when a target value is missing
 * @param extrapolation how target cells are filled that are missing
 * @param choice who chose the method
 */
public record FieldRegrid(Scheme scheme, MissingRule rule, Extrapolation extrapolation, Choice choice)
        implements Serializable {

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
        return new FieldRegrid(other, rule, extrapolation, choice);
    }

    /** Returns the same with values that are taken whole, and never added up or filled in by a mean: of categories. */
    public FieldRegrid ofCategories() {
        boolean means = extrapolation.filling() == Filling.INVERSE_DISTANCE || extrapolation.filling() == Filling.CREEP;
        return new FieldRegrid(
                scheme,
                rule.normalised(Normalisation.FRACAREA),
                means ? Extrapolation.nearest().within(extrapolation.reachDegrees()) : extrapolation,
                choice);
    }

    /** Returns what decides which values come out. */
    String canonical() {
        return scheme.key() + " " + rule + " " + extrapolation.key();
    }
}
