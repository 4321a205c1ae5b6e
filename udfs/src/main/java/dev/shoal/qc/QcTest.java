package dev.shoal.qc;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;

/**
 * One quality-control test with its parameters: a record, safe for any number of threads.
 *
 * <p>A {@link SeriesTest} judges the samples of one series, a {@link NeighbourhoodTest} those of many by what lies near
 * them in space and time.
 */
public sealed interface QcTest extends Serializable permits SeriesTest, NeighbourhoodTest {

    /** Returns the test's name in a configuration, such as {@code gross_range}. */
    String name();

    /** Returns the parameters that have an effect, by name, each as JSON text. */
    SortedMap<String, String> parameters();

    /**
     * Returns what tells the test from others of its kind: its parameters, but for times that are those of reading the
     * configuration. So reading a configuration again gives the same identity.
     */
    default SortedMap<String, String> identity() {
        return parameters();
    }

    /** Says in words what the test does with its thresholds. */
    String describe();

    /**
     * Returns the names of what must be there beside the values: those of {@link Role}, or variables'. Where one is
     * not, the test judges nothing: each sample is {@link dev.shoal.qc.flag.QcFlag#UNKNOWN}, and the reason is told.
     */
    default List<String> needs() {
        return List.of();
    }

    /** Returns the names of what the test looks at where it is there, and can do without. */
    default List<String> uses() {
        return List.of();
    }
}
