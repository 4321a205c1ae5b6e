package dev.shoal.qc.autoqc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.qc.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AutoqcVectorTest {

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

    private static boolean[] reject(Vector vector) {
        Map<String, double[]> inputs = Stream.of("depth", "temperature", "salinity", "pressure")
                .collect(Collectors.toMap(name -> name, vector::doubles));
        return new AutoqcCall(vector.test().substring("autoqc.".length()), vector.params(), inputs).reject();
    }

    private static boolean[] expected(Vector vector) {
        JsonNode reject = vector.line().path("expected").path("reject");
        boolean[] levels = new boolean[reject.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = reject.get(i).asBoolean();
        }
        return levels;
    }
}
