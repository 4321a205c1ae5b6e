package dev.shoal.udf;

import dev.shoal.qc.Cadence;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.QcTest;
import dev.shoal.qc.Reach;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of rows that are judged, and their tests. A row to judge has the columns that pass, then the numbers as
 * doubles, then its time in microseconds; a judged row has the flag and the bits of each variable behind those.
 *
 * @param kept columns that pass, by name; the series' are among them
 * @param series columns that tell the series
 * @param numbers columns that the tests look at
 * @param variables what is judged
 */
record JudgedTable(List<String> kept, List<String> series, List<String> numbers, List<Variable> variables)
        implements Serializable {

    static final String FLAG = "_qc";
    static final String TESTS = "_qc_tests";

    /** The time in microseconds. */
    static final String TIME = "shoal_time";

    /**
     * A column with tests.
     *
     * @param column its name
     * @param suite its tests
     * @param beside columns that the tests look at, by the name they ask by
     */
    record Variable(String column, QcSuite suite, Map<String, String> beside) implements Serializable {

        Variable {
            beside = new HashMap<>(beside);
        }
    }

    JudgedTable {
        kept = new ArrayList<>(kept);
        series = new ArrayList<>(series);
        numbers = new ArrayList<>(numbers);
        variables = new ArrayList<>(variables);
    }

    /**
     * Finds what the tests ask for among a table's columns.
     *
     * @param numeric columns that hold numbers
     * @param suites tests by column
     */
    static JudgedTable of(List<String> kept, List<String> series, List<String> numeric, Map<String, QcSuite> suites) {
        List<Variable> variables = new ArrayList<>();
        suites.forEach((column, suite) -> {
            Map<String, String> beside = new LinkedHashMap<>();
            for (String asked : suite.companions()) {
                CompanionColumns.column(asked, numeric).ifPresent(found -> beside.put(asked, found));
            }
            variables.add(new Variable(column, suite, beside));
        });
        return new JudgedTable(kept, series, numbers(variables), variables);
    }

    private static List<String> numbers(List<Variable> variables) {
        TreeSet<String> numbers = new TreeSet<>();
        for (Variable variable : variables) {
            numbers.add(variable.column());
            numbers.addAll(variable.beside().values());
        }
        return List.copyOf(numbers);
    }

    /** Returns the name of a number's column in a row to judge. */
    static String number(String column) {
        return "shoal_number_" + column;
    }

    /** Returns the names of the columns of a row to judge. */
    List<String> inputs() {
        List<String> inputs = new ArrayList<>(kept);
        numbers.forEach(number -> inputs.add(number(number)));
        inputs.add(TIME);
        return inputs;
    }

    /** Returns the names of the columns that come out. */
    List<String> outputs() {
        List<String> outputs = new ArrayList<>(kept);
        variables.forEach(variable -> {
            outputs.add(variable.column() + FLAG);
            outputs.add(variable.column() + TESTS);
        });
        return outputs;
    }

    /** Returns the same with only what is asked for: some of the columns that pass, and of those that are judged. */
    JudgedTable only(Set<String> wanted, Set<String> sortedBy) {
        List<Variable> judged = variables.stream()
                .filter(variable ->
                        wanted.contains(variable.column() + FLAG) || wanted.contains(variable.column() + TESTS))
                .toList();
        List<String> passing = kept.stream()
                .filter(name -> wanted.contains(name) || series.contains(name) || sortedBy.contains(name))
                .toList();
        return new JudgedTable(passing, series, numbers(judged), judged);
    }

    /** Returns where the numbers stand in a row to judge. */
    int firstNumber() {
        return kept.size();
    }

    /** Returns where the time stands in a row to judge. */
    int time() {
        return kept.size() + numbers.size();
    }

    /** Returns where the platform's name stands in a row to judge. */
    Optional<Integer> platform() {
        return IntStream.range(0, kept.size())
                .filter(i -> kept.get(i).equalsIgnoreCase("platform") && series.contains(kept.get(i)))
                .boxed()
                .findFirst();
    }

    /** Returns how far around a row all tests look together. */
    Reach reach() {
        return variables.stream()
                .map(variable -> variable.suite().reach(Cadence.UNMEASURED))
                .reduce(Reach.NONE, Reach::and);
    }

    /** Tells whether any part of a series can be judged as it comes: nothing about the whole must be known. */
    boolean isPiecewise() {
        Reach reach = reach();
        return variables.stream().allMatch(variable -> variable.beside().isEmpty())
                && reach.samplesBefore() < Integer.MAX_VALUE
                && reach.samplesAfter() < Integer.MAX_VALUE
                && Double.isFinite(reach.secondsBefore())
                && Double.isFinite(reach.secondsAfter());
    }

    @Override
    public String toString() {
        return variables.stream()
                .map(variable -> variable.column() + ": "
                        + variable.suite().tests().stream().map(QcTest::name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "qc_judge(", isPiecewise() ? ", in pieces)" : ", whole series)"));
    }
}
