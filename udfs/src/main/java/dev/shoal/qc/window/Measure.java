package dev.shoal.qc.window;

/**
 * A number for each sample of a series, such as how far it stands out, a block at a time. The blocks must follow each
 * other from the first sample on, and a measure belongs to one thread.
 */
@FunctionalInterface
public interface Measure {

    /**
     * Measures one block of samples.
     *
     * @param start first sample
     * @param end one past the last sample
     * @param into the first {@code end - start} are overwritten; NaN where there is nothing to measure
     */
    void fill(int start, int end, double[] into);

    /** Returns the measure of every sample of a series; the caller's own array. */
    default double[] ofAll(int size) {
        double[] measured = new double[size];
        fill(0, size, measured);
        return measured;
    }
}
