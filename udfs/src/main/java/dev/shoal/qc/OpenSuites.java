package dev.shoal.qc;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is judged of series that still grow: the columns of their samples and the tests of those that have any.
 *
 * @param columns names of what each sample holds, in order: variables, and places and depths by their {@link Role}
 * @param variables columns with tests, in the order of the flags
 * @param suites tests of each of those
 * @param beside for each of those the columns that its tests look at, by the name they ask by
 */
public record OpenSuites(
        List<String> columns, List<String> variables, List<QcSuite> suites, List<Map<String, String>> beside)
        implements Serializable {

    /** Of a series that grows nobody knows the end: its times ascend, and its interval is not known. */
    private static final Cadence GROWING = new Cadence(Long.MAX_VALUE, Double.NaN);

    /** Copies the lists; refuses tests that only a whole series can answer. */
    public OpenSuites {
        columns = List.copyOf(columns);
        variables = List.copyOf(variables);
        suites = List.copyOf(suites);
        beside = beside.stream().map(HashMap::new).collect(Collectors.toCollection(ArrayList::new));
        if (variables.size() != suites.size() || variables.size() != beside.size() || !columns.containsAll(variables)) {
            throw new IllegalArgumentException(
                    "Cannot judge a growing series: found the variables " + variables + " with " + suites.size()
                            + " suites among the columns " + columns + ", expected a suite of each.");
        }
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            problems.addAll(problems(variables.get(i), suites.get(i)));
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** Makes suites whose tests ask for columns by their names. */
    public OpenSuites(List<String> columns, List<String> variables, List<QcSuite> suites) {
        this(
                columns,
                variables,
                suites,
                suites.stream().map(suite -> named(columns, suite)).toList());
    }

    private static Map<String, String> named(List<String> columns, QcSuite suite) {
        return suite.companions().stream()
                .filter(columns::contains)
                .collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    private static List<String> problems(String variable, QcSuite suite) {
        List<String> problems = new ArrayList<>();
        for (int place = 0; place < suite.tests().size(); place++) {
            QcTest test = suite.tests().get(place);
            Scope scope = suite.scopes().get(place);
            if (!(test instanceof SeriesTest ofSeries) || ofSeries.looksBack()) {
                problems.add("Cannot run " + test.name() + " on '" + variable
                        + "' of a stream: it looks at other series. Run it in batch, with 'shoal run'.");
            } else if (isUnbounded(new ScopedTest(ofSeries, scope).reach(Cadence.UNMEASURED))) {
                problems.add("Cannot run " + test.name() + " on '" + variable
                        + "' of a stream: it must know the whole series. Give its sampling interval where it takes one,"
                        + " or run it in batch, with 'shoal run'.");
            }
        }
        return problems;
    }

    private static boolean isUnbounded(Reach reach) {
        return reach.samplesBefore() == Long.MAX_VALUE
                || reach.samplesAfter() == Long.MAX_VALUE
                || Double.isInfinite(reach.secondsBefore())
                || Double.isInfinite(reach.secondsAfter());
    }

    /** Returns how far around a sample any of the tests looks. */
    Reach reach() {
        return suites.stream().map(suite -> suite.reach(GROWING)).reduce(Reach.NONE, Reach::and);
    }

    /** Returns samples of a variable with what its tests find beside them. */
    Series series(int variable, long[] times, Map<String, double[]> sampled, String platform) {
        Map<String, double[]> found = new TreeMap<>();
        beside.get(variable).forEach((asked, column) -> {
            double[] numbers = sampled.get(column);
            if (numbers != null) {
                found.put(asked, numbers);
            }
        });
        Companions companions = new Companions(found, Map.of(), Map.of(Role.PLATFORM, platform), Optional.empty());
        double[] values = sampled.getOrDefault(variables.get(variable), new double[times.length]);
        return new Series(times, values, times.length, GROWING, companions);
    }
}
