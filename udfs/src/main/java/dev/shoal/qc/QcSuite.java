package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tests of one variable, run together: while a block of values is in the processor's cache every test looks at it.
 *
 * <p>A value's flag is the roll-up of what the tests say ({@link QcFlag#worse}); a NaN is always
 * {@link QcFlag#MISSING}, and without any test every value is {@link QcFlag#UNKNOWN}. Safe for any number of threads.
 *
 * @param tests at most {@value #MOST_TESTS}, in the order of the bits that name them
 */
public record QcSuite(List<QcTest> tests) implements Serializable {

    /** The most tests a suite can hold: one bit each. */
    public static final int MOST_TESTS = 32;

    private static final int BLOCK = 4096;

    /** Refuses more tests than there are bits. */
    public QcSuite {
        tests = List.copyOf(tests);
        if (tests.size() > MOST_TESTS) {
            throw new IllegalArgumentException("Cannot make a QC suite: found " + tests.size()
                    + " tests, expected at most " + MOST_TESTS + ". Join those that differ only in a threshold.");
        }
    }

    /**
     * Flags every sample of one series.
     *
     * @param flags at least as long as the series; overwritten with {@link QcFlag} codes
     * @param raised at least as long as the series; overwritten, bit {@code i} set where test {@code i} said
     *     {@link QcFlag#SUSPECT} or {@link QcFlag#FAIL}
     */
    public void flag(Series series, byte[] flags, int[] raised) {
        List<QcKernel> kernels = tests.stream().map(test -> test.kernel(series)).toList();
        flag(kernels, series.values(), series.size(), flags, raised);
    }

    /**
     * Flags values that stand in no order, such as a block of a grid.
     *
     * @param values at least {@code size}, NaN where missing; not changed
     * @param size number of values
     * @param flags at least {@code size}; overwritten with {@link QcFlag} codes
     * @param raised at least {@code size}; overwritten as by the other form
     * @throws IllegalArgumentException if a test needs a series, see {@link #testsOfSeries}
     */
    public void flag(double[] values, int size, byte[] flags, int[] raised) {
        List<QcKernel> kernels = new ArrayList<>();
        for (QcTest test : tests) {
            if (!(test instanceof PointwiseTest pointwise)) {
                throw new IllegalArgumentException("Cannot run the test " + test.name()
                        + " on values without times: found a grid, expected a series. Leave the test out for grids.");
            }
            kernels.add(pointwise.kernel(values));
        }
        flag(kernels, values, size, flags, raised);
    }

    /** Returns the names of the tests that need a series, so cannot run on a grid. */
    public List<String> testsOfSeries() {
        return tests.stream()
                .filter(test -> !(test instanceof PointwiseTest))
                .map(QcTest::name)
                .toList();
    }

    /** Returns how far around a sample the tests look, all taken together. */
    public Reach reach(Cadence cadence) {
        return tests.stream().map(test -> test.reach(cadence)).reduce(Reach.NONE, Reach::and);
    }

    /** Returns the names of the tests whose bits are set, in the order of the bits. */
    public List<String> names(int raised) {
        List<String> names = new ArrayList<>();
        for (int test = 0; test < tests.size(); test++) {
            if ((raised >>> test & 1) != 0) {
                names.add(tests.get(test).name());
            }
        }
        return names;
    }

    /** Returns the tests and their parameters as JSON text, the same for equal suites. */
    public String canonical() {
        return tests.stream().map(QcSuite::canonical).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String canonical(QcTest test) {
        String parameters = test.parameters().entrySet().stream()
                .map(parameter -> ParameterText.quoted(parameter.getKey()) + ": " + parameter.getValue())
                .collect(Collectors.joining(", "));
        return "{" + ParameterText.quoted(test.name()) + ": {" + parameters + "}}";
    }

    private static void flag(List<QcKernel> kernels, double[] values, int size, byte[] flags, int[] raised) {
        byte[] scratch = new byte[Math.min(BLOCK, size)];
        byte untested = kernels.isEmpty() ? QcFlag.UNKNOWN : QcFlag.MISSING;
        for (int start = 0; start < size; start += BLOCK) {
            int end = Math.min(size, start + BLOCK);
            Arrays.fill(flags, start, end, untested);
            Arrays.fill(raised, start, end, 0);
            for (int test = 0; test < kernels.size(); test++) {
                kernels.get(test).flag(start, end, scratch);
                rollUp(scratch, start, end, 1 << test, flags, raised);
            }
            markMissing(values, start, end, flags);
        }
    }

    private static void rollUp(byte[] from, int start, int end, int bit, byte[] flags, int[] raised) {
        for (int i = start; i < end; i++) {
            byte flag = from[i - start];
            if (flag != flags[i]) {
                flags[i] = QcFlag.worse(flag, flags[i]);
            }
            if (flag == QcFlag.SUSPECT || flag == QcFlag.FAIL) {
                raised[i] |= bit;
            }
        }
    }

    private static void markMissing(double[] values, int start, int end, byte[] flags) {
        for (int i = start; i < end; i++) {
            if (Double.isNaN(values[i])) {
                flags[i] = QcFlag.MISSING;
            }
        }
    }
}
