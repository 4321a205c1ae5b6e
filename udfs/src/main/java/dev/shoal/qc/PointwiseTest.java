package dev.shoal.qc;

/** A test that judges each value by itself, so that it needs neither times nor an order and also fits grids. */
public sealed interface PointwiseTest extends SeriesTest permits GrossRange, ValidRange {

    /**
     * Flags one block of values.
     *
     * @param values NaN where missing; not changed
     * @param start first value
     * @param end one past the last value
     * @param flags the first {@code end - start} are overwritten with {@link dev.shoal.qc.flag.QcFlag} codes
     */
    void flag(double[] values, int start, int end, byte[] flags);

    @Override
    default Reach reach(Cadence cadence) {
        return Reach.NONE;
    }

    @Override
    default QcKernel kernel(Series series) {
        return kernel(series.values());
    }

    /** Sets the test to work on values without times. */
    default QcKernel kernel(double[] values) {
        return (start, end, flags) -> flag(values, start, end, flags);
    }
}
