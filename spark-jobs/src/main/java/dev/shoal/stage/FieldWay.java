package dev.shoal.stage;

import dev.shoal.regrid.Extrapolation;
import dev.shoal.regrid.MissingRule;
import dev.shoal.spec.RegridSpec;
import java.io.Serializable;

/**
 * How the fields of one array come to the target grid.
 *
 * @param weights between its grid and the target; shared by all arrays that have the same
 * @param rule when a target value is missing
 * @param extrapolation how target cells are filled that are missing
 * @param report whether integrals are reported
 * @param companions what is written beside the values
 */
record FieldWay(
        TargetWeights weights,
        MissingRule rule,
        Extrapolation extrapolation,
        RegridSpec.IntegralReport report,
        Companions companions)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /** What is written beside the values of a target. */
    enum Companions {
        /** Nothing. */
        NONE,
        /** The share of each cell that was made of valid values. */
        VALID_FRACTION
    }

    /** Tells whether the valid share is written beside the values. */
    boolean tellsFraction() {
        return companions == Companions.VALID_FRACTION;
    }

    /** Returns the same way with weights in another state. */
    FieldWay with(TargetWeights other) {
        return new FieldWay(other, rule, extrapolation, report, companions);
    }
}
