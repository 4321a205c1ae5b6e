package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;
import static dev.shoal.qc.Parameter.Kind.NUMBERS;
import static dev.shoal.qc.Parameter.Kind.SPAN;
import static dev.shoal.qc.Parameter.Kind.TEXT;
import static dev.shoal.qc.Parameter.Kind.TEXTS;
import static dev.shoal.qc.Parameter.Kind.WHOLE;

import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One test of QARTOD's manuals, as a line of a table: its names, what it looks at, its parameters, and how it judges.
 *
 * <p>An input is a parameter that names a variable. The first is the values themselves where it is left out, and so is
 * any that is given the name {@value #VALUES}.
 *
 * @param name in Shoal's configuration
 * @param module in ioos_qc's way of writing
 * @param function in ioos_qc's way of writing
 * @param source manual and test, for people
 * @param inputs in the order of {@link QartodSamples#columns}
 * @param parameters those that are not inputs
 * @param defaults numbers of parameters that may be left out
 * @param reach how far it looks
 * @param maker sets it to work; refuses parameters that cannot be right, whatever the samples
 */
record QartodCheck(
        String name,
        String module,
        String function,
        String source,
        List<Input> inputs,
        List<Parameter> parameters,
        Map<String, Double> defaults,
        Function<QartodSettings, Reach> reach,
        Maker maker) {

    /** The name of a series' own values among variables. */
    static final String VALUES = "values";

    static final String SUSPECT = "suspect_threshold";
    static final String FAIL = "fail_threshold";
    static final double OFF = Double.POSITIVE_INFINITY;
    static final double OFF_BELOW = Double.NEGATIVE_INFINITY;

    /** Reach of a test of all samples of one time. */
    static final Reach ENSEMBLE = Reach.seconds(1e-6, 1e-6);

    /** Flags the samples of a series one after the other. */
    @FunctionalInterface
    interface Judge {

        /** Returns the flag of a sample; called for each, in their order. */
        byte flag(int i);
    }

    /** Sets a check to work. */
    @FunctionalInterface
    interface Maker {

        /** Returns what judges the samples; refuses settings that cannot be right, also where there is no sample. */
        Judge make(QartodSettings settings, QartodSamples samples);
    }

    /**
     * A parameter that names a variable.
     *
     * @param name of the parameter
     * @param kind {@code TEXT} for one variable, {@code TEXTS} for any number
     * @param otherwise variable where the parameter is left out; empty where it must not be
     * @param need whether the variable must be there
     */
    record Input(String name, Parameter.Kind kind, String otherwise, Parameter.Need need) {}

    static QartodCheck of(String module, String name, String function, String source) {
        return new QartodCheck(
                name,
                module,
                function,
                source,
                List.of(),
                List.of(),
                Map.of(),
                settings -> Reach.NONE,
                (settings, samples) -> i -> QcFlag.UNKNOWN);
    }

    /** Adds an input that is the series' values where it is left out. */
    QartodCheck values(String input) {
        return input(new Input(input, TEXT, VALUES, Parameter.Need.REQUIRED));
    }

    /** Adds an input that must be named. */
    QartodCheck beside(String input) {
        return input(new Input(input, TEXT, "", Parameter.Need.REQUIRED));
    }

    /** Adds an input that has a name of its own where it is left out. */
    QartodCheck beside(String input, String otherwise) {
        return input(new Input(input, TEXT, otherwise, Parameter.Need.REQUIRED));
    }

    /** Adds an input that the test can do without. */
    QartodCheck maybeBeside(String input) {
        return input(new Input(input, TEXT, "", Parameter.Need.OPTIONAL));
    }

    /** Adds an input of any number of variables; it must be the last. */
    QartodCheck manyBeside(String input) {
        return input(new Input(input, TEXTS, "", Parameter.Need.REQUIRED));
    }

    /** Adds a number that must be given. */
    QartodCheck number(String parameter) {
        return parameter(Parameter.required(parameter, NUMBER), Map.of());
    }

    /** Adds a number that may be left out. */
    QartodCheck number(String parameter, double otherwise) {
        return parameter(Parameter.optional(parameter, NUMBER), Map.of(parameter, otherwise));
    }

    /** Adds a number without a fraction that must be given. */
    QartodCheck whole(String parameter) {
        return parameter(Parameter.required(parameter, WHOLE), Map.of());
    }

    /** Adds a number without a fraction that may be left out. */
    QartodCheck whole(String parameter, int otherwise) {
        return parameter(Parameter.optional(parameter, WHOLE), Map.of(parameter, (double) otherwise));
    }

    /** Adds two numbers that must be given. */
    QartodCheck span(String parameter) {
        return parameter(Parameter.required(parameter, SPAN), Map.of());
    }

    /** Adds two numbers that may be left out. */
    QartodCheck maybeSpan(String parameter) {
        return parameter(Parameter.optional(parameter, SPAN), Map.of());
    }

    /** Adds any number of numbers that must be given. */
    QartodCheck numbers(String parameter) {
        return parameter(Parameter.required(parameter, NUMBERS), Map.of());
    }

    /** Adds any number of numbers that may be left out. */
    QartodCheck maybeNumbers(String parameter) {
        return parameter(Parameter.optional(parameter, NUMBERS), Map.of());
    }

    QartodCheck reaching(Function<QartodSettings, Reach> looks) {
        return new QartodCheck(name, module, function, source, inputs, parameters, defaults, looks, maker);
    }

    QartodCheck judging(Maker made) {
        return new QartodCheck(name, module, function, source, inputs, parameters, defaults, reach, made);
    }

    private QartodCheck input(Input input) {
        List<Input> more = new ArrayList<>(inputs);
        more.add(input);
        return new QartodCheck(
                name, module, function, source, Collections.unmodifiableList(more), parameters, defaults, reach, maker);
    }

    private QartodCheck parameter(Parameter parameter, Map<String, Double> otherwise) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        Map<String, Double> all = new TreeMap<>(defaults);
        all.putAll(otherwise);
        return new QartodCheck(
                name,
                module,
                function,
                source,
                inputs,
                Collections.unmodifiableList(more),
                Collections.unmodifiableMap(all),
                reach,
                maker);
    }

    /** Returns how configurations find it. */
    TestType type() {
        List<Parameter> all = new ArrayList<>();
        for (Input input : inputs) {
            boolean required = input.otherwise().isEmpty() && input.need() == Parameter.Need.REQUIRED;
            all.add(
                    required
                            ? Parameter.required(input.name(), input.kind())
                            : Parameter.optional(input.name(), input.kind()));
        }
        all.addAll(parameters);
        return new TestType(name, module, function, Collections.unmodifiableList(all), this::make);
    }

    private QartodTest make(Arguments arguments) {
        TreeMap<String, List<Double>> numbers = new TreeMap<>();
        TreeMap<String, List<String>> words = new TreeMap<>();
        defaults.forEach((parameter, number) -> numbers.put(parameter, List.of(number)));
        arguments.values().forEach((parameter, value) -> {
            if (value instanceof Number number) {
                numbers.put(parameter, List.of(number.doubleValue()));
            } else if (value instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
                numbers.put(
                        parameter,
                        list.stream()
                                .map(number -> ((Number) number).doubleValue())
                                .toList());
            } else if (value instanceof List<?> list) {
                words.put(parameter, list.stream().map(String::valueOf).toList());
            } else {
                words.put(parameter, List.of(String.valueOf(value)));
            }
        });
        return new QartodTest(name, new QartodSettings(numbers, words));
    }

    /** Returns the variables of one input: none where it may be left out and is. */
    List<String> variables(Input input, QartodSettings settings) {
        List<String> given = settings.words().getOrDefault(input.name(), List.of());
        return given.isEmpty() && !input.otherwise().isEmpty() ? List.of(input.otherwise()) : given;
    }
}
