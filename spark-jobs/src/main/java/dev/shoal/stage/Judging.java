package dev.shoal.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.catalog.AppliedTest;
import dev.shoal.catalog.UnrunTest;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.QcTest;
import dev.shoal.qc.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the values of a product were judged.
 *
 * @param suites tests by variable
 * @param own by platform, the tests by variable where they are others
 * @param unrun tests that could not judge series
 * @param platforms whose series were judged; absent for all
 */
record Judging(
        Map<String, QcSuite> suites,
        Map<String, Map<String, QcSuite>> own,
        SortedMap<UnrunCounts.Kind, UnrunCounts.Count> unrun,
        Optional<Set<String>> platforms) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the rows that say which tests a run put to which variable. */
    List<AppliedTest> applied(String run, String dataset, String configHash) {
        List<AppliedTest> applied = new ArrayList<>();
        suites.forEach((variable, suite) -> {
            for (int bit = 0; bit < suite.tests().size(); bit++) {
                Map<QcTest, List<String>> others =
                        others(variable, bit, suite.tests().get(bit));
                Scope scope = suite.scopes().get(bit);
                List<String> except = new ArrayList<>(scope.exceptPlatforms());
                others.values().forEach(except::addAll);
                int place = bit;
                applied.add(applied(
                        run, dataset, variable, place, suite.tests().get(bit), scope.except(except), configHash));
                others.forEach((test, platforms) ->
                        applied.add(applied(run, dataset, variable, place, test, scope.of(platforms), configHash)));
            }
        });
        return applied;
    }

    /** Returns the tests that some platforms have in the place of one, each with the platforms. */
    private Map<QcTest, List<String>> others(String variable, int bit, QcTest general) {
        Map<QcTest, List<String>> others = new LinkedHashMap<>();
        own.forEach((platform, tests) -> Optional.ofNullable(tests.get(variable))
                .map(suite -> suite.tests().get(bit))
                .filter(test -> !test.equals(general))
                .ifPresent(test ->
                        others.computeIfAbsent(test, any -> new ArrayList<>()).add(platform)));
        return others;
    }

    private static AppliedTest applied(
            String run, String dataset, String variable, int bit, QcTest test, Scope scope, String configHash) {
        return new AppliedTest(
                run,
                dataset,
                variable,
                bit,
                test.name(),
                QcSuite.parameters(test),
                scope(scope),
                scope.platforms(),
                scope.exceptPlatforms(),
                test.describe(),
                configHash,
                Version.TEXT);
    }

    private static String scope(Scope scope) {
        Map<String, Object> limits = new LinkedHashMap<>();
        if (scope.startMicros() != Long.MIN_VALUE) {
            limits.put("starting", time(scope.startMicros()));
        }
        if (scope.endMicros() != Long.MAX_VALUE) {
            limits.put("ending", time(scope.endMicros()));
        }
        if (!scope.platforms().isEmpty()) {
            limits.put("platforms", scope.platforms());
        }
        if (!scope.exceptPlatforms().isEmpty()) {
            limits.put("except_platforms", scope.exceptPlatforms());
        }
        try {
            if (!scope.zone().isAnywhere()) {
                limits.put("region", JSON.readTree(scope.zone().toString()));
            }
            if (scope.outside() == Scope.Outside.CUT_OFF) {
                limits.put("outside", "cut off");
            }
            return JSON.writeValueAsString(limits);
        } catch (JsonProcessingException error) {
            throw new IllegalStateException("Cannot write down where a test applies.", error);
        }
    }

    private static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    /** Returns the rows that say which tests could not run, and why. */
    List<UnrunTest> unrun(String run, String dataset) {
        List<UnrunTest> rows = new ArrayList<>();
        unrun.forEach((kind, count) -> rows.add(new UnrunTest(
                dataset,
                kind.platform(),
                kind.column(),
                name(kind),
                kind.test(),
                kind.reason(),
                count.series(),
                count.example(),
                run)));
        return rows;
    }

    private String name(UnrunCounts.Kind kind) {
        return Optional.ofNullable(suites.get(kind.column()))
                .map(suite -> suite.tests().get(kind.test()).name())
                .orElseThrow();
    }

    /** Returns how many series could not be judged, by variable, test and reason, {@code temp/spike: why}. */
    Map<String, Long> unrunSeries() {
        return unrun.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().column() + "/" + name(entry.getKey()) + ": "
                                + entry.getKey().reason(),
                        entry -> entry.getValue().series(),
                        Long::sum,
                        TreeMap::new));
    }
}
