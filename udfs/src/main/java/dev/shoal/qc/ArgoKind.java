package dev.shoal.qc;

import dev.shoal.qc.argo.ArgoMode;
import dev.shoal.qc.argo.ArgoTest;
import dev.shoal.qc.argo.DepthLimit;
import dev.shoal.qc.argo.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A kind of an {@link ArgoSeriesTest}.
 *
 * @param word name without the prefix and suffix that its names in configurations have
 * @param argo Argo's test
 * @param needs what must be there beside the values
 * @param reach how far it looks
 * @param judge how it judges
 * @param settings the parameters that a configuration may give
 */
record ArgoKind(String word, ArgoTest argo, List<String> needs, Reach reach, Judge judge, List<Setting> settings) {

    private static final String PREFIX = "argo_";
    private static final String SUFFIX = "_test";

    private static final String IN_ORDER = "real_time_";

    private static final List<ArgoKind> SINGLE = List.of(
            of(
                    "pressure_reversal",
                    ArgoTest.PRESSURE_INCREASING,
                    List.of(),
                    Reach.WHOLE,
                    ArgoJudges::pressureReversal,
                    Setting.number("reversal", 20),
                    Setting.word("start", Parameter.wordOf("middle", "end"), "middle")),
            of(
                    "spike",
                    ArgoTest.SPIKE,
                    List.of(Role.PRESSURE),
                    Reach.samples(1, 1),
                    ArgoJudges::spike,
                    Setting.number("shallow"),
                    Setting.number("deep"),
                    Setting.number("boundary", DepthLimit.MIDWATER)),
            of(
                    "median_spike",
                    ArgoTest.SPIKE,
                    List.of(),
                    Reach.samples(2, 2),
                    ArgoJudges::medianSpike,
                    Setting.number("limit"),
                    Setting.number("share", 0)),
            of(
                    "gradient",
                    ArgoTest.GRADIENT,
                    List.of(Role.PRESSURE),
                    Reach.samples(1, 1),
                    ArgoJudges::gradient,
                    Setting.number("shallow"),
                    Setting.number("deep"),
                    Setting.number("boundary", DepthLimit.MIDWATER)),
            of(
                    "digit_rollover",
                    ArgoTest.DIGIT_ROLLOVER,
                    List.of(),
                    Reach.WHOLE,
                    ArgoJudges::digitRollover,
                    Setting.number("limit")),
            of("stuck_value", ArgoTest.STUCK_VALUE, List.of(), Reach.WHOLE, ArgoJudges::stuckValue),
            of(
                    "density_inversion",
                    ArgoTest.DENSITY_INVERSION,
                    ArgoSamples.WATER,
                    Reach.WHOLE,
                    ArgoJudges::densityInversion,
                    Setting.number("inversion", 0.03)),
            of(
                    "grey_list",
                    ArgoTest.GREY_LIST,
                    List.of(Role.PLATFORM),
                    Reach.NONE,
                    ArgoJudges::greyList,
                    Setting.word("parameter", Parameter.Kind.TEXT, ""),
                    Setting.word("list", Parameter.Kind.TEXTS, "")),
            of(
                    "gross_drift",
                    ArgoTest.GROSS_DRIFT,
                    List.of(Role.PRESSURE),
                    Reach.WHOLE,
                    ArgoJudges::grossDrift,
                    Setting.number("limit"),
                    Setting.number("span", 100)),
            of(
                    "frozen_profile",
                    ArgoTest.FROZEN_PROFILE,
                    List.of(Role.PRESSURE),
                    Reach.WHOLE,
                    ArgoJudges::frozenProfile,
                    Setting.number("mean"),
                    Setting.number("least", 0.001),
                    Setting.number("most", 0.3)),
            of(
                    "deepest_pressure",
                    ArgoTest.DEEPEST_PRESSURE,
                    List.of(Role.PRESSURE),
                    Reach.NONE,
                    ArgoJudges::deepestPressure,
                    Setting.number("profile_pressure")),
            of(
                    "air_water",
                    ArgoTest.AIR_WATER,
                    List.of(Role.PRESSURE),
                    Reach.NONE,
                    ArgoJudges::airWater,
                    Setting.number("pressure", 0.5)),
            of(
                    "deep_float",
                    ArgoTest.DEEP_FLOAT,
                    List.of(Role.PRESSURE),
                    Reach.NONE,
                    ArgoJudges::deepFloat,
                    Setting.number("deeper_than", 2000)),
            of(
                    "medd",
                    ArgoTest.MEDD,
                    ArgoSamples.WATER,
                    Reach.WHOLE,
                    ArgoJudges::medd,
                    Setting.word("variable", Parameter.wordOf("temperature", "salinity"), "")),
            of(
                    "medd_temperature",
                    ArgoTest.MEDD,
                    List.of(Role.PRESSURE, Role.LAT),
                    Reach.WHOLE,
                    ArgoJudges::meddTemperature,
                    Setting.number("equatorial", 10)),
            of(
                    "temp_cndc",
                    ArgoTest.TEMP_CNDC,
                    List.of(Role.PRESSURE, Role.TEMPERATURE),
                    Reach.WHOLE,
                    ArgoJudges::tempCndc,
                    Setting.number("shallow", 10),
                    Setting.number("deep", 1.5),
                    Setting.number("boundary", DepthLimit.MIDWATER),
                    Setting.number("levels", 2)),
            of(
                    "global_range",
                    ArgoTest.GLOBAL_RANGE,
                    List.of(),
                    Reach.NONE,
                    ArgoJudges::globalRange,
                    Setting.word("parameter", Parameter.Kind.TEXT, "")),
            of(
                    "regional_range",
                    ArgoTest.REGIONAL_RANGE,
                    List.of(Role.LAT, Role.LON),
                    Reach.NONE,
                    ArgoJudges::regionalRange,
                    Setting.word("parameter", Parameter.Kind.TEXT, "")),
            of(
                    "bbp",
                    ArgoTest.BBP,
                    List.of(Role.PRESSURE),
                    Reach.WHOLE,
                    ArgoJudges::bbp,
                    Setting.number("parking_pressure", Double.POSITIVE_INFINITY)));

    static final List<ArgoKind> ALL = Stream.concat(
                    SINGLE.stream(), ArgoRealTime.TESTS.stream().map(ArgoKind::inOrder))
            .toList();

    static final List<TestType> TYPES = ALL.stream().map(ArgoKind::type).toList();

    private static ArgoKind inOrder(ArgoTest test) {
        return of(
                IN_ORDER + test.name().toLowerCase(Locale.ROOT),
                test,
                List.of(Role.PRESSURE),
                Reach.WHOLE,
                (samples, settings) -> ArgoRealTime.flags(test, samples, settings),
                Setting.word(ArgoRealTime.PARAMETER, Parameter.Kind.TEXT, ""),
                Setting.word(ArgoRealTime.SAMPLING, Parameter.wordOf(Sampling.class), "primary"),
                Setting.word(ArgoRealTime.MODE, Parameter.wordOf(ArgoMode.class), "real_time"));
    }

    /** Tells whether all of Argo's tests before this one run first. */
    boolean isInOrder() {
        return word.startsWith(IN_ORDER);
    }

    private static ArgoKind of(
            String word, ArgoTest argo, List<String> needs, Reach reach, Judge judge, Setting... settings) {
        return new ArgoKind(word, argo, needs, reach, judge, List.of(settings));
    }

    /** Judges a whole series at once. */
    @FunctionalInterface
    interface Judge {

        /** Returns the flag of every sample; what it says of values that are not finite does not count. */
        byte[] flags(ArgoSamples samples, ArgoSettings settings);
    }

    /**
     * A parameter and what it is where it is left out.
     *
     * @param parameter as a configuration finds it
     * @param number where it is left out, NaN for none
     * @param word likewise, empty for none
     */
    record Setting(Parameter parameter, double number, String word) {

        static Setting number(String name) {
            return new Setting(Parameter.required(name, Parameter.Kind.NUMBER), Double.NaN, "");
        }

        static Setting number(String name, double otherwise) {
            return new Setting(Parameter.optional(name, Parameter.Kind.NUMBER), otherwise, "");
        }

        static Setting word(String name, Parameter.Kind kind, String otherwise) {
            Parameter parameter = otherwise.isEmpty() ? Parameter.required(name, kind) : Parameter.optional(name, kind);
            return new Setting(parameter, Double.NaN, otherwise);
        }
    }

    static ArgoKind named(String test) {
        List<String> known = ALL.stream().map(ArgoKind::test).toList();
        return ALL.stream()
                .filter(kind -> kind.test().equals(test))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot make a test of Argo: found " + test + "." + NearestName.hint(test, known)));
    }

    /** Returns the name of the test. */
    String test() {
        return PREFIX + word;
    }

    private TestType type() {
        return new TestType(
                test(),
                "argo",
                word + SUFFIX,
                settings.stream().map(Setting::parameter).toList(),
                this::make);
    }

    private QcTest make(Arguments arguments) {
        TreeMap<String, Double> numbers = new TreeMap<>();
        TreeMap<String, List<String>> words = new TreeMap<>();
        for (Setting setting : settings) {
            String name = setting.parameter().name();
            Object value = arguments.any(name).orElse(setting.word().isEmpty() ? setting.number() : setting.word());
            if (value instanceof Number number) {
                numbers.put(name, number.doubleValue());
            } else if (value instanceof List<?> list) {
                words.put(
                        name, new ArrayList<>(list.stream().map(String::valueOf).toList()));
            } else {
                words.put(name, List.of(String.valueOf(value)));
            }
        }
        return new ArgoSeriesTest(test(), new ArgoSettings(numbers, words));
    }
}
