package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tests of one variable, run together: while a block of values is in the processor's cache every test looks at it.
 *
 * <p>A value's flag is the roll-up of what the tests say ({@link QcFlag#worse}); a NaN is always
 * {@link QcFlag#MISSING}, and a value that no test looks at is {@link QcFlag#UNKNOWN}. Safe for any number of threads.
 *
 * @param tests at most {@value #MOST_TESTS}, in the order of the bits that name them
 * @param scopes where each test applies
 */
public record QcSuite(List<QcTest> tests, List<Scope> scopes) implements Serializable {

    /** The most tests a suite can hold: one bit each. */
    public static final int MOST_TESTS = 32;

    /** Refuses more tests than there are bits. */
    public QcSuite {
        tests = List.copyOf(tests);
        scopes = List.copyOf(scopes);
        if (tests.size() > MOST_TESTS) {
            throw new IllegalArgumentException("Cannot make a QC suite: found " + tests.size()
                    + " tests, expected at most " + MOST_TESTS + ". Join those that differ only in a threshold.");
        }
        if (tests.size() != scopes.size()) {
            throw new IllegalArgumentException("Cannot make a QC suite: found " + tests.size() + " tests and "
                    + scopes.size() + " scopes, expected one for each.");
        }
    }

    /** Makes a suite of tests that apply everywhere. */
    public QcSuite(List<? extends QcTest> tests) {
        this(List.copyOf(tests), Collections.nCopies(tests.size(), Scope.EVERYWHERE));
    }

    /**
     * Why a test judged nothing.
     *
     * @param test place in {@link #tests}
     * @param reason the second half of a sentence: "there is no depth beside the values"
     */
    public record Unrun(int test, String reason) implements Serializable {}

    /**
     * Flags every sample of one series. Tests of neighbourhoods say nothing here.
     *
     * @param flags at least as long as the series; overwritten with {@link QcFlag} codes
     * @param raised at least as long as the series; overwritten, bit {@code i} set where test {@code i} said
     *     {@link QcFlag#SUSPECT} or {@link QcFlag#FAIL}
     */
    public void flag(Series series, byte[] flags, int[] raised) {
        new FusedPass(series.values(), series.size(), flags, raised).run(running(series));
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
        List<FusedPass.RunningTest> running = new ArrayList<>();
        for (int test = 0; test < tests.size(); test++) {
            if (!(tests.get(test) instanceof PointwiseTest pointwise)
                    || !scopes.get(test).equals(Scope.EVERYWHERE)) {
                throw new IllegalArgumentException("Cannot run the test "
                        + tests.get(test).name()
                        + " on values without times: found a grid, expected a series. Leave the test out for grids.");
            }
            running.add(new FusedPass.RunningTest(pointwise.kernel(values), 1 << test));
        }
        new FusedPass(values, size, flags, raised).run(running);
    }

    private List<FusedPass.RunningTest> running(Series series) {
        List<FusedPass.RunningTest> running = new ArrayList<>();
        for (int test = 0; test < tests.size(); test++) {
            int bit = 1 << test;
            applying(test, series)
                    .ifPresent(scoped -> running.add(new FusedPass.RunningTest(scoped.kernel(series), bit)));
        }
        return running;
    }

    /** Returns a test with its scope where it is one of series that applies to the platform of one. */
    private Optional<ScopedTest> applying(int test, Series series) {
        String platform = series.companions().trait(Role.PLATFORM).orElse("");
        return tests.get(test) instanceof SeriesTest ofSeries
                        && scopes.get(test).holdsPlatform(platform)
                ? Optional.of(new ScopedTest(ofSeries, scopes.get(test)))
                : Optional.empty();
    }

    /** Returns the tests that cannot judge a series although they apply to its platform, each with the reason. */
    public List<Unrun> unrun(Series series) {
        List<Unrun> unrun = new ArrayList<>();
        for (int test = 0; test < tests.size(); test++) {
            int place = test;
            applying(test, series)
                    .flatMap(scoped -> scoped.obstacle(series))
                    .ifPresent(reason -> unrun.add(new Unrun(place, reason)));
        }
        return unrun;
    }

    /** Returns the names of the tests that need a series, so cannot run on a grid. */
    public List<String> testsOfSeries() {
        return IntStream.range(0, tests.size())
                .filter(test -> !(tests.get(test) instanceof PointwiseTest)
                        || !scopes.get(test).equals(Scope.EVERYWHERE))
                .mapToObj(test -> tests.get(test).name())
                .toList();
    }

    /** Returns the names of what the tests look at beside the values, needed or not. */
    public SortedSet<String> companions() {
        SortedSet<String> names = new TreeSet<>();
        tests.forEach(test -> {
            names.addAll(test.needs());
            names.addAll(test.uses());
        });
        scopes.forEach(scope -> names.addAll(scope.needs()));
        return names;
    }

    /** Tells whether a test asks for the series that the same platform took before. */
    public boolean looksBack() {
        return tests.stream().anyMatch(test -> test instanceof SeriesTest ofSeries && ofSeries.looksBack());
    }

    /** Returns how far around a sample the tests look along a series, all taken together. */
    public Reach reach(Cadence cadence) {
        Reach reach = Reach.NONE;
        for (ScopedTest test : ScopedTest.ofSeries(tests, scopes)) {
            reach = reach.and(test.reach(cadence));
        }
        return reach;
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
        return IntStream.range(0, tests.size()).mapToObj(this::canonical).collect(Collectors.joining(", ", "[", "]"));
    }

    private String canonical(int place) {
        QcTest test = tests.get(place);
        String scope = scopes.get(place).equals(Scope.EVERYWHERE)
                ? ""
                : ", \"scope\": " + ParameterText.quoted(scopes.get(place).toString());
        return "{" + ParameterText.quoted(test.name()) + ": " + json(test.identity()) + scope + "}";
    }

    /** Returns a test's parameters as a JSON object. */
    public static String parameters(QcTest test) {
        return json(test.parameters());
    }

    static String json(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> ParameterText.quoted(parameter.getKey()) + ": " + parameter.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
