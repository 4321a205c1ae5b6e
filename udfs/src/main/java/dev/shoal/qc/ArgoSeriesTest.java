package dev.shoal.qc;

import dev.shoal.qc.argo.ArgoTest;
import dev.shoal.qc.argo.Medd;
import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * One of Argo's real-time tests of one variable: by itself, or, as {@code argo_real_time_...}, after all that come
 * before it in Argo's order, so that values and pressures they found bad are left out. Bad is {@link QcFlag#FAIL},
 * probably bad {@link QcFlag#SUSPECT}; a value that the test cannot judge is {@link QcFlag#UNKNOWN}, one that is not
 * finite {@link QcFlag#MISSING}.
 *
 * <p>Argo's own run over all parameters of a profile is {@link dev.shoal.qc.argo.ArgoQc}. Which tests there are, and
 * their parameters, says {@link QcCatalogue}.
 *
 * @param test name of the test
 * @param settings all of its parameters
 */
public record ArgoSeriesTest(String test, ArgoSettings settings) implements SeriesTest {

    static final List<TestType> TYPES = ArgoKind.TYPES;

    /** Refuses a name that no test has and parameters that cannot be right. */
    public ArgoSeriesTest {
        Series nothing = new Series(new long[0], new double[0], 0);
        ArgoKind kind = ArgoKind.named(test);
        ArgoJudges.refuse(kind, settings);
        kind.judge().flags(new ArgoSamples(nothing), settings);
    }

    /**
     * Makes a test as a configuration does.
     *
     * @param test name of the test
     * @param parameters by name: numbers, texts, or lists of texts
     * @throws IllegalArgumentException where the test or a parameter is not known, or not of its kind
     */
    public static ArgoSeriesTest of(String test, Map<String, ?> parameters) {
        ArgoKind.named(test);
        List<String> problems = new ArrayList<>();
        QcConfiguration made = new ConfigurationParser(problems).parse(Map.of("variable", Map.of(test, parameters)));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return made.suites().values().stream()
                .flatMap(suite -> suite.tests().stream())
                .map(ArgoSeriesTest.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private ArgoKind kind() {
        return ArgoKind.named(test);
    }

    @Override
    public String name() {
        return test;
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text = new ParameterText();
        settings.numbers().forEach((name, number) -> {
            if (Double.isFinite(number)) {
                text.with(name, number);
            }
        });
        kind().settings().forEach(setting -> {
            String name = setting.parameter().name();
            if (setting.parameter().kind() == Parameter.Kind.TEXTS) {
                text.with(name, settings.words(name));
            } else if (settings.words().containsKey(name)) {
                text.with(name, settings.word(name));
            }
        });
        return text.byName();
    }

    @Override
    public String describe() {
        String thresholds = settings.numbers().entrySet().stream()
                .filter(number -> Double.isFinite(number.getValue()))
                .map(number -> ", " + number.getKey() + " " + number.getValue())
                .collect(Collectors.joining());
        return test.replace('_', ' ') + ": Argo's test " + kind().argo().number() + thresholds;
    }

    @Override
    public List<String> needs() {
        boolean isPressure =
                kind().isInOrder() && settings.word(ArgoRealTime.PARAMETER).equals(ArgoRealTime.PRES);
        return isPressure ? List.of() : kind().needs();
    }

    @Override
    public List<String> uses() {
        return kind().isInOrder() ? List.of(Role.TEMPERATURE, Role.SALINITY, Role.LAT, Role.LON) : List.of();
    }

    @Override
    public boolean looksBack() {
        return kind().argo() == ArgoTest.GROSS_DRIFT || kind().argo() == ArgoTest.FROZEN_PROFILE;
    }

    @Override
    public Optional<String> obstacle(Series series) {
        Optional<String> lack = SeriesTest.super.obstacle(series);
        if (!kind().isInOrder() && kind().argo() == ArgoTest.MEDD && series.size() > Medd.MOST) {
            return Optional.of("a profile of " + series.size() + " levels is longer than " + Medd.MOST);
        }
        if (lack.isPresent() || !looksBack()) {
            return lack;
        }
        Optional<Series> before = series.companions().before();
        if (before.isEmpty()) {
            return Optional.of("there is no profile before this one");
        }
        return before.get().companions().has(Role.PRESSURE)
                ? Optional.empty()
                : Optional.of("there is no " + Role.PRESSURE + " beside the profile before");
    }

    @Override
    public Reach reach(Cadence cadence) {
        return kind().reach();
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        byte[] judged = kind().judge().flags(new ArgoSamples(series), settings);
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                flags[i - start] = Double.isFinite(values[i]) ? judged[i] : QcFlag.MISSING;
            }
        };
    }
}
