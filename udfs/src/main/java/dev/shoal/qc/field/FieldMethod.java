package dev.shoal.qc.field;

/** What a field is at a place that is none of its nodes. */
public enum FieldMethod {
    /** The value of the nearest node, in time of the step that holds the time; half-way, of the first stored. */
    NEAREST,
    /**
     * Linear between the nodes around the place along each axis (Press et al., Numerical Recipes, 3rd edition, section
     * 3.6), in time between the middles of steps. Nodes without a value are left out and the weights of the others made
     * to add up to 1 (xESMF's {@code skipna} with {@code na_thres} 0.5); where these are less than half of the weight
     * there is no value.
     */
    LINEAR
}
