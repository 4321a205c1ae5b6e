package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.io.Serializable;
import java.util.SortedMap;

/**
 * One quality-control test with its parameters.
 *
 * <p>A test is a record; it is safe for any number of threads. Whatever part of a series it is given, together with the
 * samples within its {@link #reach} and the {@link Cadence} of the whole, its flags are those it gives to the whole.
 */
public sealed interface QcTest extends Serializable permits PointwiseTest, Spike, RateOfChange, FlatLine {

    /** Returns the test's name in a configuration, such as {@code gross_range}. */
    String name();

    /** Returns the parameters that have an effect, by name, each as JSON text. */
    SortedMap<String, String> parameters();

    /** Says in words what the test does with its thresholds. */
    String describe();

    /**
     * Returns how far around a sample the test looks.
     *
     * @param cadence of the whole series; with {@link Cadence#UNMEASURED} a test that depends on it asks for the whole
     */
    Reach reach(Cadence cadence);

    /** Sets the test to work on one series. */
    QcKernel kernel(Series series);

    /**
     * Flags every sample of one series.
     *
     * @param flags at least as long as the series; overwritten with {@link QcFlag} codes
     */
    default void flag(Series series, byte[] flags) {
        kernel(series).flag(0, series.size(), flags);
    }
}
