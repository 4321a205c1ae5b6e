package dev.shoal.stage;

/** The arrays that a unit works with, made once and used for every field of it. */
final class FieldScratch {

    private final double[] source;
    private final byte[] sourceFlags;
    private final int[] raised;
    private final double[] target;
    private final byte[] targetFlags;
    private final double[] fractions;
    private double[] read = new double[0];

    /**
     * Makes the arrays.
     *
     * @param sourceSize cells of the source window
     * @param targetSize cells of the target window
     */
    FieldScratch(int sourceSize, int targetSize) {
        source = new double[sourceSize];
        sourceFlags = new byte[sourceSize];
        raised = new int[sourceSize];
        target = new double[targetSize];
        targetFlags = new byte[targetSize];
        fractions = new double[targetSize];
    }

    /** Returns an array for so many fields of the source window. */
    double[] read(int fields) {
        int size = Math.multiplyExact(fields, source.length);
        if (read.length < size) {
            read = new double[size];
        }
        return read;
    }

    /** Makes one of the fields read the source field. */
    void take(int field) {
        System.arraycopy(read, field * source.length, source, 0, source.length);
    }

    double[] source() {
        return source;
    }

    byte[] sourceFlags() {
        return sourceFlags;
    }

    int[] raised() {
        return raised;
    }

    double[] target() {
        return target;
    }

    /** Returns the share of each target cell that is made of valid values. */
    double[] fractions() {
        return fractions;
    }

    byte[] targetFlags() {
        return targetFlags;
    }
}
