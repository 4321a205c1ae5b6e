package dev.shoal.qc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the shapes of a QC configuration; every problem goes to one list, and reading goes on. */
final class ConfigurationParser {

    private static final List<String> CONTEXT_KEYS = List.of("streams", "window", "region", "platforms", "attrs");

    private static final List<String> WINDOW_KEYS = List.of("starting", "ending");

    /** Key of tests that take the place of the general ones for some platforms. */
    private static final String PLATFORMS = "platforms";

    private static final String ROLL_UP = "aggregate";

    private final List<String> problems;
    private final Map<String, List<Declared>> tests = new LinkedHashMap<>();
    private Scope scope;

    ConfigurationParser(List<String> problems) {
        this(problems, Scope.Outside.NEIGHBOURS);
    }

    /**
     * Makes a parser.
     *
     * @param outside what samples outside of a context are to those inside
     */
    ConfigurationParser(List<String> problems, Scope.Outside outside) {
        this.problems = problems;
        this.scope = Scope.EVERYWHERE.with(outside);
    }

    QcConfiguration parse(Object tree) {
        Map<String, Object> root = mapping("", tree);
        if (root.containsKey("contexts")) {
            contexts(root);
        } else if (root.containsKey("streams")) {
            context("", root);
        } else {
            variables("", root);
        }
        Map<String, QcSuite> suites = new LinkedHashMap<>();
        tests.forEach((variable, list) -> suite(variable, list).ifPresent(suite -> suites.put(variable, suite)));
        return new QcConfiguration(suites);
    }

    private Optional<QcSuite> suite(String variable, List<Declared> list) {
        try {
            return Optional.of(new QcSuite(
                    list.stream().map(Declared::test).toList(),
                    list.stream().map(Declared::scope).toList()));
        } catch (IllegalArgumentException e) {
            problem(variable, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void contexts(Map<String, Object> root) {
        unknownKeys("", root, List.of("contexts"));
        if (!(root.get("contexts") instanceof List<?> contexts)) {
            problem("contexts", "found " + root.get("contexts") + ", expected a list.");
            return;
        }
        for (int i = 0; i < contexts.size(); i++) {
            String path = "contexts[" + i + "]";
            context(path, mapping(path, contexts.get(i)));
        }
    }

    private void context(String path, Map<String, Object> context) {
        unknownKeys(path, context, CONTEXT_KEYS);
        Scope outer = scope;
        scope = scope(path, context);
        String streams = join(path, "streams");
        if (context.containsKey("streams")) {
            variables(streams, mapping(streams, context.get("streams")));
        } else {
            problem(path, "found no streams, expected them.");
        }
        scope = outer;
    }

    private Scope scope(String path, Map<String, Object> context) {
        long start = Long.MIN_VALUE;
        long end = Long.MAX_VALUE;
        String place = join(path, "window");
        if (context.get("window") != null) {
            Map<String, Object> window = mapping(place, context.get("window"));
            unknownKeys(place, window, WINDOW_KEYS);
            start = time(place, window, "starting", start);
            end = time(place, window, "ending", end);
        }
        List<String> platforms = texts(join(path, PLATFORMS), context.get(PLATFORMS));
        try {
            return scope.within(start, end).of(platforms).in(zone(join(path, "region"), context.get("region")));
        } catch (IllegalArgumentException e) {
            problem(place, String.valueOf(e.getMessage()));
            return scope;
        }
    }

    private Zone zone(String path, @Nullable Object region) {
        if (region == null) {
            return Zone.ANYWHERE;
        }
        try {
            return Zone.of(mapping(path, region));
        } catch (IllegalArgumentException e) {
            problem(path, String.valueOf(e.getMessage()));
            return Zone.ANYWHERE;
        }
    }

    private long time(String path, Map<String, Object> window, String end, long otherwise) {
        Object value = window.get(end);
        if (value == null) {
            return otherwise;
        }
        OptionalLong micros = TimeValue.micros(value);
        if (micros.isEmpty()) {
            problem(join(path, end), "found " + value + ", expected " + Parameter.Kind.TIME.expected() + ".");
        }
        return micros.orElse(otherwise);
    }

    private List<String> texts(String path, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            problem(path, "found " + value + ", expected a list of ids.");
            return List.of();
        }
        return list.stream().map(String::valueOf).toList();
    }

    /** Reads tests by platform, which take the place of tests of the same name and variable that are for all. */
    private void overrides(String path, Map<String, Object> byPlatform) {
        byPlatform.forEach((platform, declared) -> {
            Map<String, List<Declared>> general = new LinkedHashMap<>();
            tests.forEach((variable, list) -> general.put(variable, new ArrayList<>(list)));
            tests.clear();
            Scope outer = scope;
            scope = outer.of(List.of(platform));
            variables(join(path, platform), mapping(join(path, platform), declared));
            scope = outer;
            Map<String, List<Declared>> special = new LinkedHashMap<>(tests);
            tests.clear();
            tests.putAll(general);
            special.forEach((variable, list) -> give(platform, variable, list));
        });
    }

    private void give(String platform, String variable, List<Declared> special) {
        List<Declared> list = tests.computeIfAbsent(variable, name -> new ArrayList<>());
        list.replaceAll(general ->
                special.stream().anyMatch(test -> test.takesPlaceOf(general)) ? general.except(platform) : general);
        list.addAll(special);
    }

    private void variables(String path, Map<String, Object> variables) {
        variables.forEach((variable, declared) -> {
            String place = join(path, variable);
            if (variable.equals(PLATFORMS)) {
                return;
            }
            if (QcTests.isModule(variable)) {
                problem(place, "found a module of tests, expected a variable. Put it under the variable's name.");
            } else {
                variable(place, variable, mapping(place, declared));
            }
        });
        if (variables.containsKey(PLATFORMS)) {
            overrides(join(path, PLATFORMS), mapping(join(path, PLATFORMS), variables.get(PLATFORMS)));
        }
    }

    private void variable(String path, String variable, Map<String, Object> declared) {
        List<Declared> list = tests.computeIfAbsent(variable, name -> new ArrayList<>());
        declared.forEach((name, value) -> {
            String place = join(path, name);
            if (QcTests.isModule(name)) {
                module(place, name, mapping(place, value), list);
            } else {
                QcTests.named(name)
                        .ifPresentOrElse(
                                type -> test(place, type, mapping(place, value), list),
                                () -> unknownTest(place, name, QcTests.names()));
            }
        });
    }

    private void module(String path, String module, Map<String, Object> declared, List<Declared> list) {
        List<TestType> types = QcTests.ofModule(module);
        declared.forEach((function, value) -> {
            String place = join(path, function);
            if (function.equals(ROLL_UP)) {
                return;
            }
            types.stream()
                    .filter(type -> type.function().equals(function))
                    .findFirst()
                    .ifPresentOrElse(
                            type -> test(place, type, mapping(place, value), list),
                            () -> unknownTest(
                                    place,
                                    function,
                                    types.stream().map(TestType::function).toList()));
        });
    }

    private void test(String path, TestType type, Map<String, Object> declared, List<Declared> list) {
        int before = problems.size();
        Map<String, Object> values = new LinkedHashMap<>();
        declared.forEach((name, value) -> {
            if (!type.parameterNames().contains(name)) {
                unknown(join(path, name), "parameter", name, type.parameterNames());
            } else if (value != null) {
                values.put(name, value);
            }
        });
        for (Parameter parameter : type.parameters()) {
            check(path, parameter, values, declared);
        }
        if (problems.size() == before) {
            make(path, type, new Arguments(values), list);
        }
    }

    private void check(String path, Parameter parameter, Map<String, Object> values, Map<String, Object> declared) {
        Object value = values.get(parameter.name());
        boolean isNull = value == null && declared.containsKey(parameter.name());
        if (value != null) {
            parameter.problem(value).ifPresent(text -> problem(join(path, parameter.name()), text));
        } else if (parameter.need() == Parameter.Need.REQUIRED
                || (isNull && parameter.need() == Parameter.Need.DEFAULTED)) {
            problem(
                    path,
                    "found no " + parameter.name() + ", expected "
                            + parameter.kind().expected() + ".");
        }
    }

    private void make(String path, TestType type, Arguments arguments, List<Declared> list) {
        try {
            list.add(new Declared(type.maker().apply(arguments), scope));
        } catch (IllegalArgumentException e) {
            problem(path, String.valueOf(e.getMessage()));
        }
    }

    private void unknownKeys(String path, Map<String, Object> map, List<String> known) {
        map.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> unknown(join(path, key), "key", key, known));
    }

    private void unknown(String path, String what, String name, List<String> known) {
        problem(
                path,
                "found the unknown " + what + " " + name + ", expected one of " + String.join(", ", known) + "."
                        + NearestName.hint(name, known));
    }

    private void unknownTest(String path, String name, List<String> known) {
        problem(path, "found the unknown test " + name + "." + NearestName.hint(name, known));
    }

    private Map<String, Object> mapping(String path, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            problem(path, "found " + value + ", expected keys with values.");
            return Map.of();
        }
        Map<String, Object> mapping = new LinkedHashMap<>();
        map.forEach((key, entry) -> mapping.put(String.valueOf(key), entry));
        return mapping;
    }

    private void problem(String path, String text) {
        problems.add("Cannot read the QC configuration" + (path.isEmpty() ? "" : " at " + path) + ": " + text);
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /**
     * A test and where it applies.
     *
     * @param test with its parameters
     * @param scope where it applies
     */
    private record Declared(QcTest test, Scope scope) {

        boolean takesPlaceOf(Declared general) {
            return test.name().equals(general.test.name());
        }

        Declared except(String platform) {
            List<String> platforms = new ArrayList<>(scope.exceptPlatforms());
            platforms.add(platform);
            return new Declared(test, scope.except(platforms));
        }
    }
}
