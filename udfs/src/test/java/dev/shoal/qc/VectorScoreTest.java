package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VectorScoreTest {

    private static final String ROLL_UP = "qartod.qartod_compare";

    private final Map<String, Score> scores = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void givesTheFlagsOfIoosQcAndOfItsMendedCode() {
        for (Vector vector : Vector.of("ioos_qc.suite", "ioos_qc.fuzz", "ioos_qc.fixed")) {
            if (vector.test().equals(ROLL_UP)) {
                score(vector, rollsUp(vector));
            } else if (isKnown(vector.test())) {
                score(vector, flags(vector));
            }
        }
        System.out.print(table());
        assertThat(failures).isEmpty();
        assertThat(scores).hasSizeGreaterThanOrEqualTo(5);
    }

    private static boolean isKnown(String test) {
        return QcTests.ALL.stream().anyMatch(type -> test.equals(type.module() + "." + type.function()));
    }

    private static boolean flags(Vector vector) {
        String[] test = vector.test().split("\\.", 2);
        List<String> problems = new ArrayList<>();
        QcConfiguration configuration =
                QcConfiguration.parse(Map.of("x", Map.of(test[0], Map.of(test[1], vector.params()))), problems);
        if (!problems.isEmpty()) {
            return vector.expectsError();
        }
        double[] values = vector.doubles("inp");
        byte[] flags = new byte[values.length];
        ((SeriesTest) configuration.suite("x").orElseThrow().tests().get(0))
                .flag(new Series(vector.micros("tinp", values.length), values, values.length), flags);
        return vector.expectsError() ? isAllUnknown(flags) : isExpected(vector, flags);
    }

    private static boolean isAllUnknown(byte[] flags) {
        for (byte flag : flags) {
            if (flag != QcFlag.UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExpected(Vector vector, byte[] flags) {
        byte[] expected = vector.expectedFlags();
        for (int i = 0; i < flags.length; i++) {
            expected[i] = vector.isAmbiguous(i) ? flags[i] : expected[i];
        }
        return Arrays.equals(flags, expected);
    }

    private static boolean rollsUp(Vector vector) {
        JsonNode flags = vector.input("vectors");
        byte[] result = new byte[flags.get(0).path("data").size()];
        try {
            for (JsonNode vectorOfFlags : flags) {
                QcFlag.rollUp(Vector.bytes(vectorOfFlags.path("data")), result);
            }
        } catch (IllegalArgumentException e) {
            return vector.expectsError();
        }
        return isExpected(vector, result);
    }

    private void score(Vector vector, boolean right) {
        if (!vector.mustMatch() && !vector.set().equals("ioos_qc.fixed")) {
            return;
        }
        Score score = scores.computeIfAbsent(vector.test(), test -> new Score());
        score.add(vector.mustMatch(), right);
        if (!right) {
            failures.add(vector.id());
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder(String.format("%-30s %12s %12s%n", "test", "must match", "must beat"));
        scores.forEach((test, score) -> table.append(String.format(
                "%-30s %12s %12s%n",
                test,
                score.matched + "/" + score.toMatch,
                score.toBeat == 0 ? "-" : score.beaten + "/" + score.toBeat)));
        return table.toString();
    }

    private static final class Score {
        private int matched;
        private int toMatch;
        private int beaten;
        private int toBeat;

        private void add(boolean mustMatch, boolean right) {
            toMatch += mustMatch ? 1 : 0;
            matched += mustMatch && right ? 1 : 0;
            toBeat += mustMatch ? 0 : 1;
            beaten += !mustMatch && right ? 1 : 0;
        }
    }
}
