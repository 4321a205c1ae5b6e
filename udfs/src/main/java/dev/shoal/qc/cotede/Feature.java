package dev.shoal.qc.cotede;

/**
 * One measure of each sample of a profile, a block at a time. The blocks must follow each other from the first sample
 * on, and a feature belongs to one thread.
 */
@FunctionalInterface
public interface Feature {

    /**
     * Measures one block of samples.
     *
     * @param start first sample
     * @param end one past the last sample
     * @param into the first {@code end - start} are overwritten; NaN where there is nothing to measure
     */
    void fill(int start, int end, double[] into);

    /** Returns the measure of every sample of a profile; the caller's own array. */
    default double[] ofAll(int size) {
        double[] feature = new double[size];
        fill(0, size, feature);
        return feature;
    }
}
