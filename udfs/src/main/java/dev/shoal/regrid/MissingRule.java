package dev.shoal.regrid;

import java.io.Serializable;
import java.util.Locale;

/**
 * When a target value is missing, and what it is divided by.
 *
 * @param policy what missing source values do
 * @param normalisation for methods by area, what the sum is divided by
 * @param leastValidWeight the share of the weights that must be on valid values, in [0, 1], of what
 *     {@link MissingPolicy} says; with 0 one valid value is enough. Compared to within 1e-6, so that rounding does not
 *     decide about a cell that is half covered; for {@link MissingPolicy#XESMF} as xESMF does
 */
public record MissingRule(MissingPolicy policy, Normalisation normalisation, double leastValidWeight)
        implements Serializable {
    /** Renormalises, and wants half of the weights on valid values. */
    public static final MissingRule STANDARD = of(MissingPolicy.SHOAL);
    /** What CDO does. */
    public static final MissingRule CDO = of(MissingPolicy.CDO);

    /** Refuses a share outside [0, 1], and a normalisation that the policy's model does not have. */
    public MissingRule {
        if (!(leastValidWeight >= 0 && leastValidWeight <= 1)) {
            throw new IllegalArgumentException("Cannot make a rule for missing values: the least valid weight is "
                    + leastValidWeight + ", expected a number in [0, 1].");
        }
        if (policy == MissingPolicy.XESMF && normalisation == Normalisation.NONE) {
            throw new IllegalArgumentException("Cannot make a rule for missing values: policy xesmf with normalisation "
                    + "none, expected fracarea or destarea. Take policy shoal or cdo.");
        }
    }

    /** Makes a rule with the mean over what is valid. */
    public MissingRule(MissingPolicy policy, double leastValidWeight) {
        this(policy, Normalisation.FRACAREA, leastValidWeight);
    }

    /** Returns the rule of a policy, with the mean over what is valid and the policy's own least valid weight. */
    public static MissingRule of(MissingPolicy policy) {
        return new MissingRule(policy, policy.leastValidWeight());
    }

    /** Returns the same rule with another normalisation. */
    public MissingRule normalised(Normalisation other) {
        return new MissingRule(policy, other, leastValidWeight);
    }

    /** Returns the same rule with another least valid weight. */
    public MissingRule wanting(double share) {
        return new MissingRule(policy, normalisation, share);
    }

    /**
     * Refuses a method that the normalisation has no meaning for: anything but the mean needs weights that are areas.
     */
    public void check(Method method) {
        boolean mean = method == Method.CONSERVATIVE || method == Method.CONSERVATIVE2;
        if (normalisation != Normalisation.FRACAREA && !mean) {
            throw new IllegalArgumentException("Cannot regrid by " + name(method) + " with normalisation "
                    + name(normalisation)
                    + ", expected fracarea. Others have a meaning for conservative and conservative2 only.");
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
