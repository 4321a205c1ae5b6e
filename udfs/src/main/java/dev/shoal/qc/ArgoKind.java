package dev.shoal.qc;

import dev.shoal.qc.argo.ArgoTest;
import dev.shoal.qc.argo.DepthLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The kinds of an {@link ArgoSeriesTest}: names, what they need, parameters, and how they judge. */
enum ArgoKind {
    PRESSURE_REVERSAL(
            ArgoTest.PRESSURE_INCREASING,
            List.of(),
            Reach.WHOLE,
            ArgoJudges::pressureReversal,
            Setting.number("reversal", 20),
            Setting.word("start", Parameter.wordOf("middle", "end"), "middle")),
    SPIKE(
            ArgoTest.SPIKE,
            List.of(Role.PRESSURE),
            Reach.samples(1, 1),
            ArgoJudges::spike,
            Setting.number("shallow"),
            Setting.number("deep"),
            Setting.number("boundary", DepthLimit.MIDWATER)),
    MEDIAN_SPIKE(
            ArgoTest.SPIKE,
            List.of(),
            Reach.samples(2, 2),
            ArgoJudges::medianSpike,
            Setting.number("limit"),
            Setting.number("share", 0)),
    GRADIENT(
            ArgoTest.GRADIENT,
            List.of(Role.PRESSURE),
            Reach.samples(1, 1),
            ArgoJudges::gradient,
            Setting.number("shallow"),
            Setting.number("deep"),
            Setting.number("boundary", DepthLimit.MIDWATER)),
    DIGIT_ROLLOVER(ArgoTest.DIGIT_ROLLOVER, List.of(), Reach.WHOLE, ArgoJudges::digitRollover, Setting.number("limit")),
    STUCK_VALUE(ArgoTest.STUCK_VALUE, List.of(), Reach.WHOLE, ArgoJudges::stuckValue),
    DENSITY_INVERSION(
            ArgoTest.DENSITY_INVERSION,
            ArgoSamples.WATER,
            Reach.WHOLE,
            ArgoJudges::densityInversion,
            Setting.number("inversion", 0.03)),
    GREY_LIST(
            ArgoTest.GREY_LIST,
            List.of(Role.PLATFORM),
            Reach.NONE,
            ArgoJudges::greyList,
            Setting.word("parameter", Parameter.Kind.TEXT, ""),
            Setting.word("list", Parameter.Kind.TEXTS, "")),
    GROSS_DRIFT(
            ArgoTest.GROSS_DRIFT,
            List.of(Role.PRESSURE),
            Reach.WHOLE,
            ArgoJudges::grossDrift,
            Setting.number("limit"),
            Setting.number("span", 100)),
    FROZEN_PROFILE(
            ArgoTest.FROZEN_PROFILE,
            List.of(Role.PRESSURE),
            Reach.WHOLE,
            ArgoJudges::frozenProfile,
            Setting.number("mean"),
            Setting.number("least", 0.001),
            Setting.number("most", 0.3)),
    DEEPEST_PRESSURE(
            ArgoTest.DEEPEST_PRESSURE,
            List.of(Role.PRESSURE),
            Reach.NONE,
            ArgoJudges::deepestPressure,
            Setting.number("profile_pressure")),
    AIR_WATER(
            ArgoTest.AIR_WATER,
            List.of(Role.PRESSURE),
            Reach.NONE,
            ArgoJudges::airWater,
            Setting.number("pressure", 0.5)),
    DEEP_FLOAT(
            ArgoTest.DEEP_FLOAT,
            List.of(Role.PRESSURE),
            Reach.NONE,
            ArgoJudges::deepFloat,
            Setting.number("deeper_than", 2000)),
    MEDD(
            ArgoTest.MEDD,
            ArgoSamples.WATER,
            Reach.WHOLE,
            ArgoJudges::medd,
            Setting.word("variable", Parameter.wordOf("temperature", "salinity"), "")),
    MEDD_TEMPERATURE(
            ArgoTest.MEDD,
            List.of(Role.PRESSURE, Role.LAT),
            Reach.WHOLE,
            ArgoJudges::meddTemperature,
            Setting.number("equatorial", 10)),
    TEMP_CNDC(
            ArgoTest.TEMP_CNDC,
            List.of(Role.PRESSURE, Role.TEMPERATURE),
            Reach.WHOLE,
            ArgoJudges::tempCndc,
            Setting.number("shallow", 10),
            Setting.number("deep", 1.5),
            Setting.number("boundary", DepthLimit.MIDWATER),
            Setting.number("levels", 2)),
    GLOBAL_RANGE(
            ArgoTest.GLOBAL_RANGE,
            List.of(),
            Reach.NONE,
            ArgoJudges::globalRange,
            Setting.word("parameter", Parameter.Kind.TEXT, "")),
    REGIONAL_RANGE(
            ArgoTest.REGIONAL_RANGE,
            List.of(Role.LAT, Role.LON),
            Reach.NONE,
            ArgoJudges::regionalRange,
            Setting.word("parameter", Parameter.Kind.TEXT, "")),
    BBP(
            ArgoTest.BBP,
            List.of(Role.PRESSURE),
            Reach.WHOLE,
            ArgoJudges::bbp,
            Setting.number("parking_pressure", Double.POSITIVE_INFINITY));

    private static final String PREFIX = "argo_";
    private static final String SUFFIX = "_test";

    static final List<TestType> TYPES =
            Arrays.stream(values()).map(ArgoKind::type).toList();

    private final ArgoTest argo;
    private final List<String> needs;
    private final Reach reach;
    private final Judge judge;
    private final List<Setting> settings;

    ArgoKind(ArgoTest argo, List<String> needs, Reach reach, Judge judge, Setting... settings) {
        this.argo = argo;
        this.needs = needs;
        this.reach = reach;
        this.judge = judge;
        this.settings = List.of(settings);
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
        List<String> known = Arrays.stream(values()).map(ArgoKind::test).toList();
        return Arrays.stream(values())
                .filter(kind -> kind.test().equals(test))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot make a test of Argo: found " + test + "." + NearestName.hint(test, known)));
    }

    /** Returns the name of the test. */
    String test() {
        return PREFIX + name().toLowerCase(Locale.ROOT);
    }

    ArgoTest argo() {
        return argo;
    }

    List<String> needs() {
        return needs;
    }

    Reach reach() {
        return reach;
    }

    Judge judge() {
        return judge;
    }

    /** Returns the parameters that a configuration may give. */
    List<Setting> settings() {
        return settings;
    }

    private TestType type() {
        return new TestType(
                test(),
                "argo",
                name().toLowerCase(Locale.ROOT) + SUFFIX,
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
