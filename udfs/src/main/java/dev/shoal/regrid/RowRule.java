package dev.shoal.regrid;

/**
 * What a rule for missing values means for the weights of one method.
 *
 * @param strict whether one missing contribution is enough to make the target missing, even of weight 0
 * @param renormalises whether the sum is divided by the valid weights
 * @param ofOverlap whether the least share is one of the cell's weights together, not of 1
 * @param least that share, less what rounding may take away
 */
record RowRule(boolean strict, boolean renormalises, boolean ofOverlap, double least) {
    private static final double ROUNDING = 1e-6;
    private static final double MOST_CANCELLED = 8;

    static RowRule of(MissingRule rule, Method method) {
        rule.check(method);
        return switch (rule.policy()) {
            case SHOAL -> renormalised(rule, false, rule.leastValidWeight() - ROUNDING);
            case CDO -> cdo(rule, method);
            case XESMF -> xesmf(rule, method);
        };
    }

    private static RowRule cdo(MissingRule rule, Method method) {
        return switch (method) {
            case NEAREST, BILINEAR, BICUBIC -> new RowRule(true, false, false, 0);
            case NEAREST_D2S, INVERSE_DISTANCE -> renormalised(rule, false, 0);
            case CONSERVATIVE, CONSERVATIVE2, LARGEST_AREA ->
                renormalised(rule, true, rule.leastValidWeight() - ROUNDING);
        };
    }

    /** xESMF divides by the valid weights also where they are shares of the whole cell. */
    private static RowRule xesmf(MissingRule rule, Method method) {
        boolean ofOverlap = method.isByArea() && rule.normalisation() == Normalisation.FRACAREA;
        double least = Math.max(ROUNDING, Math.min(1 - ROUNDING, rule.leastValidWeight()));
        return new RowRule(false, true, ofOverlap, least);
    }

    private static RowRule renormalised(MissingRule rule, boolean ofOverlap, double least) {
        return new RowRule(false, rule.normalisation() == Normalisation.FRACAREA, ofOverlap, least);
    }

    /**
     * Tells whether this much of the weights on valid values makes a value.
     *
     * @param valid sum of the weights on valid values
     * @param magnitude the same of their magnitudes
     * @param total sum of all of the cell's weights
     */
    boolean suffices(double valid, double magnitude, double total) {
        return valid > 0 && valid >= (ofOverlap ? least * total : least) && magnitude <= MOST_CANCELLED * valid;
    }
}
