package dev.shoal.qc.cotede;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.qc.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CotedeVectorTest {

    private static final double RELATIVE = 1e-12;

    @Test
    void givesTheFlagsAndFeaturesOfCotede() {
        Map<String, int[]> scores = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (Vector vector : Vector.of("cotede.fuzz")) {
            boolean right = isRight(vector);
            int[] score = scores.computeIfAbsent(vector.test(), test -> new int[2]);
            score[0] += right ? 1 : 0;
            score[1]++;
            if (!right) {
                failures.add(vector.id());
            }
        }
        scores.forEach((test, score) -> System.out.printf("%-36s %d/%d%n", test, score[0], score[1]));
        assertThat(failures).isEmpty();
        assertThat(scores).hasSize(20);
    }

    private static boolean isRight(Vector vector) {
        JsonNode expected = vector.line().path("expected");
        Outcome outcome;
        try {
            outcome = outcome(vector);
        } catch (IllegalArgumentException e) {
            return expected.has("error");
        }
        return !expected.has("error") && hasFlags(outcome, expected) && hasFeatures(outcome, expected);
    }

    private static Outcome outcome(Vector vector) {
        Map<String, double[]> inputs = new HashMap<>();
        vector.line()
                .path("inputs")
                .fields()
                .forEachRemaining(input -> inputs.put(input.getKey(), numbers(input.getValue())));
        String function = vector.test().substring(vector.test().indexOf('.') + 1);
        return new CotedeCall(function, vector.params(), inputs).outcome();
    }

    private static boolean hasFlags(Outcome outcome, JsonNode expected) {
        byte[] flags = outcome.flags().values().iterator().next();
        boolean right = true;
        for (int i = 0; i < flags.length; i++) {
            right &= !expected.has("flags") || expected.path("flags").path(i).asInt() == flags[i];
            right &= !expected.has("valid")
                    || expected.path("valid").path(i).asBoolean() == (flags[i] == CotedeFlag.GOOD);
        }
        return right
                && (!expected.has("flags_by_name")
                        || outcome.flags()
                                .keySet()
                                .contains(expected.path("flags_by_name")
                                        .fieldNames()
                                        .next()));
    }

    private static boolean hasFeatures(Outcome outcome, JsonNode expected) {
        boolean right = true;
        for (Map.Entry<String, JsonNode> feature : (Iterable<Map.Entry<String, JsonNode>>)
                () -> expected.path("features").fields()) {
            double[] found = outcome.features().getOrDefault(feature.getKey(), new double[0]);
            right &= isNear(found, numbers(feature.getValue()));
        }
        return right;
    }

    private static boolean isNear(double[] found, double[] expected) {
        boolean near = found.length == expected.length;
        for (int i = 0; near && i < found.length; i++) {
            near = Double.compare(found[i], expected[i]) == 0
                    || Math.abs(found[i] - expected[i]) <= RELATIVE * Math.max(1, Math.abs(expected[i]));
        }
        return near;
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.path("data").size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode number = array.path("data").path(i);
            numbers[i] = number.isTextual()
                    ? Double.parseDouble(number.asText())
                    : number.isNull() ? Double.NaN : number.asDouble();
        }
        return numbers;
    }
}
