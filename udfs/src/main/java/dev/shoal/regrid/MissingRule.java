package dev.shoal.regrid;

import java.io.Serializable;

/**
 * When a target value is missing.
 *
 * @param policy what missing source values do
 * @param leastValidWeight for {@link MissingPolicy#SHOAL} the share of the weights that must be on valid values, in [0,
 *     1]; with 0 one valid value is enough. Compared to within 1e-6, so that rounding does not decide about a cell that
 *     is half covered
 */
public record MissingRule(MissingPolicy policy, double leastValidWeight) implements Serializable {
    /** Renormalises, and wants half of the weights on valid values. */
    public static final MissingRule STANDARD = new MissingRule(MissingPolicy.SHOAL, 0.5);
    /** What CDO does. */
    public static final MissingRule CDO = new MissingRule(MissingPolicy.CDO, 1);

    private static final double ROUNDING = 1e-6;

    /** Refuses a share outside [0, 1]. */
    public MissingRule {
        if (!(leastValidWeight >= 0 && leastValidWeight <= 1)) {
            throw new IllegalArgumentException("Cannot make a rule for missing values: the least valid weight is "
                    + leastValidWeight + ", expected a number in [0, 1].");
        }
    }

    /** Tells whether this much of the weights on valid values makes a value. */
    boolean suffices(double validWeight) {
        return validWeight > 0 && validWeight >= leastValidWeight - ROUNDING;
    }
}
