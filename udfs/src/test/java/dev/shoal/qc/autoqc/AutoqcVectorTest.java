package dev.shoal.qc.autoqc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.qc.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AutoqcVectorTest {

    /** Country of all profiles in AutoQC's own tests. */
    private static final String JAPAN = "JP";

    private final Map<String, int[]> scores = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void rejectsTheLevelsThatAutoqcRejects() {
        for (Vector vector : Vector.of("autoqc.suite", "autoqc.fuzz")) {
            boolean right = Arrays.equals(expected(vector), reject(vector));
            int[] score = scores.computeIfAbsent(vector.test(), test -> new int[2]);
            score[0] += right ? 1 : 0;
            score[1]++;
            if (!right) {
                failures.add(vector.id());
            }
        }
        scores.forEach((test, score) -> System.out.printf("%-44s %d/%d%n", test, score[0], score[1]));
        assertThat(failures).isEmpty();
        assertThat(scores).hasSize(AutoqcCheck.values().length);
    }

    static boolean[] reject(Vector vector) {
        String name = vector.test().substring("autoqc.".length());
        AutoqcCheck check = vector.params().containsKey("suspect")
                ? AutoqcCheck.EN_SPIKE_AND_STEP_SUSPECT
                : AutoqcCheck.named(name).orElseThrow();
        return check.reject(profile(vector));
    }

    /** Makes a vector's profile; one of AutoQC's tests gives a depth too many, which its check never sees. */
    private static AutoqcProfile profile(Vector vector) {
        double[] temperature = vector.doubles("temperature");
        int size = temperature.length;
        return new AutoqcProfile(
                cast(vector.line().path("params")),
                Arrays.copyOf(vector.doubles("depth"), size),
                temperature,
                Arrays.copyOf(vector.doubles("salinity"), size),
                Arrays.copyOf(vector.doubles("pressure"), size));
    }

    private static AutoqcCast cast(JsonNode params) {
        return new AutoqcCast(
                number(params, "lat"),
                number(params, "lon"),
                params.path("year").asInt(),
                params.path("month").asInt(),
                params.path("day").asInt(),
                number(params, "time"),
                params.path("probe_type").asInt(AutoqcCast.UNKNOWN_PROBE),
                JAPAN);
    }

    private static double number(JsonNode params, String name) {
        return params.path(name).asDouble(Double.NaN);
    }

    static boolean[] expected(Vector vector) {
        JsonNode reject = vector.line().path("expected").path("reject");
        boolean[] levels = new boolean[reject.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = reject.get(i).asBoolean();
        }
        return levels;
    }
}
