package dev.shoal.spec;

import dev.shoal.qc.NearestName;
import dev.shoal.qc.QcConfiguration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Thresholds that a query gives: each row takes the place of one parameter of a test that the configuration has, for
 * one platform or for all.
 *
 * @param sql gives the columns platform, variable, test, parameter and value; absent where there is no query
 * @param tree the configuration that the rows change, as maps, lists, texts and numbers
 * @param byPlatform the configuration of each platform that has thresholds of its own; empty before the query has run
 */
public record PlatformThresholds(
        Optional<String> sql, Map<String, Object> tree, SortedMap<String, QcConfiguration> byPlatform) {

    /** Key of the query among the configuration's. */
    static final String KEY = "thresholds";

    /** No query. */
    public static final PlatformThresholds NONE = new PlatformThresholds(Optional.empty(), Map.of(), new TreeMap<>());

    private static final String PLATFORMS = "platforms";
    private static final String STREAMS = "streams";

    /**
     * A row of the query.
     *
     * @param platform empty for all platforms
     * @param variable as the configuration names it
     * @param test as the configuration names it
     * @param parameter its name
     * @param value as YAML: a number, a word, a list
     */
    public record Threshold(String platform, String variable, String test, String parameter, String value) {}

    /** Copies the map. */
    public PlatformThresholds {
        byPlatform = new TreeMap<>(byPlatform);
    }

    /** Returns the same with each platform's configuration turned into another. */
    public PlatformThresholds each(UnaryOperator<QcConfiguration> turn) {
        SortedMap<String, QcConfiguration> turned = new TreeMap<>();
        byPlatform.forEach((platform, qc) -> turned.put(platform, turn.apply(qc)));
        return new PlatformThresholds(sql, tree, turned);
    }

    /** Tells whether there is a query whose rows are not known yet. */
    public boolean isOpen() {
        return sql.isPresent() && byPlatform.isEmpty();
    }

    /** Returns what decides flags beside the general tests, as text. */
    String canonical() {
        StringBuilder text = new StringBuilder();
        byPlatform.forEach(
                (platform, qc) -> text.append('\n').append(platform).append(' ').append(qc.canonical()));
        return text.toString();
    }

    /**
     * Returns the general configuration with the rows of the query, under the empty name, and that of each platform.
     *
     * @param problems receives each row that does not fit
     */
    SortedMap<String, QcConfiguration> configurations(List<Threshold> rows, List<String> problems) {
        SortedMap<String, List<Threshold>> byName = new TreeMap<>();
        byName.put("", new ArrayList<>());
        Set<List<String>> places = new HashSet<>();
        for (Threshold row : rows) {
            byName.computeIfAbsent(row.platform(), any -> new ArrayList<>()).add(row);
            if (!places.add(List.of(row.platform(), row.variable(), row.test(), row.parameter()))) {
                problems.add(of(row) + "found two values, expected one.");
            }
        }
        Map<String, Object> general = changed(tree, byName.getOrDefault("", List.of()), problems);
        SortedMap<String, QcConfiguration> configurations = new TreeMap<>();
        byName.forEach((platform, own) -> {
            Map<String, Object> changed = platform.isEmpty() ? general : changed(general, own, problems);
            List<String> found = new ArrayList<>();
            configurations.put(platform, QcConfiguration.parse(changed, found));
            found.forEach(problem -> problems.add(
                    platform.isEmpty() ? problem : "With the thresholds of platform " + platform + ": " + problem));
        });
        return configurations;
    }

    private static Map<String, Object> changed(Map<String, Object> tree, List<Threshold> rows, List<String> problems) {
        Map<String, Object> copy = copy(tree);
        for (Threshold row : rows) {
            Optional<Map<String, Object>> test = parameters(copy, row, problems);
            test.ifPresent(
                    parameters -> value(row, problems).ifPresent(value -> parameters.put(row.parameter(), value)));
        }
        return copy;
    }

    private static Optional<Object> value(Threshold row, List<String> problems) {
        try {
            return Optional.ofNullable(new Load(LoadSettings.builder().build()).loadFromString(row.value()));
        } catch (YamlEngineException error) {
            problems.add(of(row) + "found the value '" + row.value() + "', expected a number, a word or a list.");
            return Optional.empty();
        }
    }

    /** Returns the parameters of a row's test where the configuration has it. */
    private static Optional<Map<String, Object>> parameters(
            Map<String, Object> tree, Threshold row, List<String> problems) {
        Optional<Map<String, Object>> special = below(tree, PLATFORMS)
                .flatMap(platforms -> below(platforms, row.platform()))
                .flatMap(variables -> below(variables, row.variable()))
                .flatMap(tests -> test(tests, row.test()));
        if (special.isPresent()) {
            return special;
        }
        Map<String, Object> variables = below(tree, STREAMS).orElse(tree);
        Optional<Map<String, Object>> tests = below(variables, row.variable());
        if (tests.isEmpty()) {
            problems.add(of(row) + "found the variable " + row.variable() + ", expected one that the tests name."
                    + NearestName.hint(row.variable(), variables.keySet()));
            return Optional.empty();
        }
        Optional<Map<String, Object>> test = test(tests.get(), row.test());
        if (test.isEmpty()) {
            problems.add(of(row) + "found the test " + row.test() + ", expected one that " + row.variable() + " has."
                    + NearestName.hint(row.test(), tests.get().keySet()) + " Add it to the configuration.");
        }
        return test;
    }

    private static Optional<Map<String, Object>> test(Map<String, Object> tests, String name) {
        return below(tests, name)
                .or(() -> tests.keySet().stream()
                        .flatMap(module -> below(tests, module).flatMap(functions -> below(functions, name)).stream())
                        .findFirst());
    }

    @SuppressWarnings("unchecked") // Made by copy(), so of maps with texts for keys.
    private static Optional<Map<String, Object>> below(Map<String, Object> map, String key) {
        return map.get(key) instanceof Map<?, ?> found ? Optional.of((Map<String, Object>) found) : Optional.empty();
    }

    private static String of(Threshold row) {
        return "Cannot take the threshold of platform '" + row.platform() + "', variable " + row.variable() + ", test "
                + row.test() + ", parameter " + row.parameter() + ": ";
    }

    static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), copied(value)));
        return copy;
    }

    private static @Nullable Object copied(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? copy(map) : value;
    }
}
