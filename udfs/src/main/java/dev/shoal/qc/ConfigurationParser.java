package dev.shoal.qc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the shapes of a QC configuration; every problem goes to one list, and reading goes on. */
final class ConfigurationParser {

    private static final List<String> CONTEXT_KEYS = List.of("streams", "window", "region", "attrs");

    private static final String ROLL_UP = "aggregate";

    private final List<String> problems;
    private final Map<String, List<QcTest>> tests = new LinkedHashMap<>();

    ConfigurationParser(List<String> problems) {
        this.problems = problems;
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

    private Optional<QcSuite> suite(String variable, List<QcTest> list) {
        try {
            return Optional.of(new QcSuite(list));
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
        for (String limit : List.of("window", "region")) {
            if (context.get(limit) != null) {
                problem(
                        join(path, limit),
                        "found a limit, expected none: tests run on all of a variable. Remove it, or split the input.");
            }
        }
        String streams = join(path, "streams");
        if (context.containsKey("streams")) {
            variables(streams, mapping(streams, context.get("streams")));
        } else {
            problem(path, "found no streams, expected them.");
        }
    }

    private void variables(String path, Map<String, Object> variables) {
        variables.forEach((variable, declared) -> {
            String place = join(path, variable);
            if (QcTests.isModule(variable)) {
                problem(place, "found a module of tests, expected a variable. Put it under the variable's name.");
            } else {
                variable(place, variable, mapping(place, declared));
            }
        });
    }

    private void variable(String path, String variable, Map<String, Object> declared) {
        List<QcTest> list = tests.computeIfAbsent(variable, name -> new ArrayList<>());
        declared.forEach((name, value) -> {
            String place = join(path, name);
            if (QcTests.isModule(name)) {
                module(place, name, mapping(place, value), list);
            } else {
                QcTests.named(name)
                        .ifPresentOrElse(
                                type -> test(place, type, mapping(place, value), list),
                                () -> unknown(place, "test", name, QcTests.names()));
            }
        });
    }

    private void module(String path, String module, Map<String, Object> declared, List<QcTest> list) {
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
                            () -> unknown(
                                    place,
                                    "test",
                                    function,
                                    types.stream().map(TestType::function).toList()));
        });
    }

    private void test(String path, TestType type, Map<String, Object> declared, List<QcTest> list) {
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
            check(path, parameter, values);
        }
        if (problems.size() == before) {
            make(path, type, new Arguments(values), list);
        }
    }

    private void check(String path, Parameter parameter, Map<String, Object> values) {
        Object value = values.get(parameter.name());
        if (value != null) {
            parameter.problem(value).ifPresent(text -> problem(join(path, parameter.name()), text));
        } else if (parameter.need() == Parameter.Need.REQUIRED) {
            problem(
                    path,
                    "found no " + parameter.name() + ", expected "
                            + parameter.kind().expected() + ".");
        }
    }

    private void make(String path, TestType type, Arguments arguments, List<QcTest> list) {
        try {
            list.add(type.maker().apply(arguments));
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
}
