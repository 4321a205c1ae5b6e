package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A test of QARTOD's manuals that ioos_qc does not have: of currents, waves, HF radar, and those of temperature,
 * salinity and gliders that look at other quantities, at the recent past or at the profile before.
 *
 * <p>A value that is there and that the test cannot judge, because another quantity is missing or has no past, is
 * {@link QcFlag#UNKNOWN}; one that is not finite is {@link QcFlag#MISSING}. Which tests there are, and their
 * parameters, says {@link QcCatalogue}; their numerics are {@link dev.shoal.qc.manual}.
 *
 * <p>Tests along time take a series as one sensor, one bin of a current profiler or one cell of a radar. Tests across
 * bins or cells (echo intensity, range drop-off, speed gradient; radial count, median and bearing, total median) take
 * the samples in a row that share a time as one profile or map, in the order from the transducer outward; one of a
 * single sample they do not compare. Wave tests of bursts take the samples between two multiples of the burst's length.
 *
 * @param name of the test
 * @param settings all of its parameters, those left out at their defaults
 */
public record QartodTest(String name, QartodSettings settings) implements SeriesTest {

    /** Refuses a name that no test has and parameters that cannot be right. */
    public QartodTest {
        QartodCheck check = QartodChecks.named(name);
        int columns = check.inputs().stream()
                .mapToInt(input -> Math.max(1, check.variables(input, settings).size()))
                .sum();
        check.maker().make(settings, new QartodSamples(new long[0], new double[columns][0], 0, Optional.empty()));
    }

    /**
     * Makes a test as a configuration does.
     *
     * @param name of the test
     * @param parameters by name: numbers, texts, or lists of them
     * @throws IllegalArgumentException where the test or a parameter is not known, or not of its kind
     */
    public static QartodTest of(String name, Map<String, ?> parameters) {
        QartodChecks.named(name);
        List<String> problems = new ArrayList<>();
        Map<String, Map<String, ?>> declared = Map.of(name, parameters);
        QcConfiguration made = new ConfigurationParser(problems).parse(Map.of(QartodCheck.VALUES, declared));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return made.suites().values().stream()
                .flatMap(suite -> suite.tests().stream())
                .map(QartodTest.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private QartodCheck check() {
        return QartodChecks.named(name);
    }

    @Override
    public SortedMap<String, String> parameters() {
        SortedMap<String, String> texts = new TreeMap<>();
        settings.words()
                .forEach((parameter, words) -> texts.put(
                        parameter,
                        json(words.stream().map(ParameterText::quoted).toList(), kind(parameter))));
        settings.numbers().forEach((parameter, numbers) -> {
            if (numbers.size() != 1 || !isOff(numbers.get(0))) {
                texts.put(parameter, json(numbers.stream().map(QartodTest::json).toList(), kind(parameter)));
            }
        });
        return texts;
    }

    private static boolean isOff(double number) {
        return Double.isInfinite(number) || number == Integer.MAX_VALUE;
    }

    private Parameter.Kind kind(String parameter) {
        return check().type().parameters().stream()
                .filter(known -> known.name().equals(parameter))
                .map(Parameter::kind)
                .findFirst()
                .orElseThrow();
    }

    private static String json(List<String> texts, Parameter.Kind kind) {
        boolean list = kind == Parameter.Kind.NUMBERS || kind == Parameter.Kind.SPAN || kind == Parameter.Kind.TEXTS;
        return list ? texts.stream().collect(Collectors.joining(", ", "[", "]")) : texts.get(0);
    }

    private static String json(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : ParameterText.json(number);
    }

    @Override
    public String describe() {
        String thresholds = parameters().entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + " " + parameter.getValue().replace("\"", ""))
                .collect(Collectors.joining(", "));
        return name.replace('_', ' ') + ": " + thresholds + " (QARTOD " + check().source() + ")";
    }

    @Override
    public List<String> needs() {
        return variables(Parameter.Need.REQUIRED);
    }

    @Override
    public List<String> uses() {
        return variables(Parameter.Need.OPTIONAL);
    }

    private List<String> variables(Parameter.Need need) {
        return check().inputs().stream()
                .filter(input -> input.need() == need)
                .flatMap(input -> check().variables(input, settings).stream())
                .filter(variable -> !variable.equals(QartodCheck.VALUES))
                .distinct()
                .toList();
    }

    @Override
    public boolean looksBack() {
        return name.equals(QartodChecks.PREVIOUS_PROFILE);
    }

    @Override
    public Optional<String> obstacle(Series series) {
        Optional<String> lack = SeriesTest.super.obstacle(series);
        if (lack.isPresent() || !looksBack()) {
            return lack;
        }
        Optional<Series> before = series.companions().before();
        if (before.isEmpty()) {
            return Optional.of("there is no profile before this one");
        }
        return needs().stream().allMatch(before.get().companions()::has)
                ? Optional.empty()
                : Optional.of("there is no " + String.join(" and no ", needs()) + " beside the profile before");
    }

    @Override
    public Reach reach(Cadence cadence) {
        return check().reach().apply(settings);
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        QartodCheck.Judge judge = check().maker().make(settings, samples(series));
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                byte flag = judge.flag(i);
                byte told = flag == QcFlag.MISSING ? QcFlag.UNKNOWN : flag;
                flags[i - start] = Double.isFinite(values[i]) ? told : QcFlag.MISSING;
            }
        };
    }

    private QartodSamples samples(Series series) {
        List<double[]> columns = new ArrayList<>();
        for (QartodCheck.Input input : check().inputs()) {
            List<String> variables = check().variables(input, settings);
            variables.forEach(variable -> columns.add(column(series, variable)));
            if (variables.isEmpty()) {
                columns.add(missing(series.size()));
            }
        }
        return new QartodSamples(
                series.timeMicros(),
                columns.toArray(double[][]::new),
                series.size(),
                series.companions().before());
    }

    private static double[] column(Series series, String variable) {
        if (variable.equals(QartodCheck.VALUES)) {
            return series.values();
        }
        double[] found = series.companions().numbers().get(variable);
        return found == null ? missing(series.size()) : found;
    }

    private static double[] missing(int size) {
        double[] column = new double[size];
        Arrays.fill(column, Double.NaN);
        return column;
    }
}
