package dev.shoal.qc.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConformanceTest {

    private static final Map<String, ?> SPIKE = Map.of("suspect_threshold", 1, "fail_threshold", 3);

    @Test
    void tellsTheFirstDifference() {
        CaseResult right = score("ioos_qc", List.of(), flags(2, 4, 2));
        assertThat(right.outcome()).isEqualTo(CaseResult.Outcome.RIGHT);
        assertThat(right.isFailure()).isFalse();
        CaseResult wrong = score("ioos_qc", List.of(), flags(2, 3, 1));
        assertThat(wrong.outcome()).isEqualTo(CaseResult.Outcome.WRONG);
        assertThat(wrong.difference()).isEqualTo("found 4 at 1, expected 3");
        assertThat(score("ioos_qc", List.of(), flags(2, 4)).difference()).isEqualTo("found 3 values, expected 2");
    }

    @Test
    void passesOverAmbiguousPlaces() {
        Map<String, Object> call = call("ioos_qc", List.of(), flags(2, 3, 2));
        call.put("ambiguous", List.of(1));
        assertThat(Conformance.score(call).outcome()).isEqualTo(CaseResult.Outcome.RIGHT);
    }

    @Test
    void tellsTheSetByPeerAndTags() {
        assertThat(score("ioos_qc", List.of("nan"), flags(2, 4, 2)).set()).isEqualTo(CaseSet.MUST_MATCH);
        assertThat(score("ioos_qc+fixes", List.of(), flags(2, 4, 2)).set()).isEqualTo(CaseSet.MUST_BEAT);
        assertThat(score("cotede", List.of(), flags(2, 4, 2)).set()).isEqualTo(CaseSet.PROFILE);
        CaseResult bug = score("ioos_qc", List.of("upstream_bug"), flags(9, 9, 9));
        assertThat(bug.set()).isEqualTo(CaseSet.EXCLUDED);
        assertThat(bug.isFailure()).isFalse();
    }

    @Test
    void whereThePeerFailsNoFlagIsRight() {
        Map<String, Object> crash = call("ioos_qc", List.of(), Map.of("error", "IndexError", "message", "axis 0"));
        assertThat(Conformance.score(crash).difference()).isEqualTo("found 4 at 1, expected 2");
        Map<String, Object> refused = call("ioos_qc", List.of("bad_params"), Map.of("error", "ValueError"));
        assertThat(Conformance.score(refused).difference())
                .isEqualTo("found flags, expected that the parameters are refused");
        refused.put("params", Map.of("method", "no such"));
        assertThat(Conformance.score(refused).outcome()).isEqualTo(CaseResult.Outcome.RIGHT);
        Map<String, Object> refusal = call("ioos_qc", List.of(), flags(2, 4, 2));
        refusal.put("params", Map.of("suspect_treshold", 1));
        assertThat(Conformance.score(refusal).difference())
                .startsWith("found a refusal, expected flags: ")
                .endsWith("Did you mean suspect_threshold?");
    }

    @Test
    void aTestThatIsNotThereIsAFailure() {
        Map<String, Object> call = call("ioos_qc", List.of(), flags(1));
        call.put("test", "qartod.no_such_test");
        CaseResult result = Conformance.score(call);
        assertThat(result.outcome()).isEqualTo(CaseResult.Outcome.NOT_BUILT);
        assertThat(result.isFailure()).isTrue();
        assertThat(score("no peer", List.of(), flags(1)).outcome()).isEqualTo(CaseResult.Outcome.NOT_BUILT);
    }

    @Test
    void refusesATreeThatIsNoCase() {
        assertThatThrownBy(() -> Conformance.score(Map.of("id", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot score a conformance vector: found no system, expected a text. Leave the line out.");
    }

    @Test
    void countsByTestAndBySet() {
        Scoreboard board = new Scoreboard();
        board.add(score("ioos_qc", List.of(), flags(2, 4, 2)));
        board.add(score("ioos_qc", List.of(), flags(2, 3, 2)));
        board.add(score("ioos_qc", List.of("upstream_bug"), flags(9, 9, 9)));
        assertThat(board.sets().get(CaseSet.MUST_MATCH)).isEqualTo(new Scoreboard.Count(1, 1, 0));
        assertThat(board.failures()).hasSize(1);
        assertThat(board.table().lines().toList())
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).matches("must match +ioos_qc +qartod.spike_test +1 +2"))
                .anySatisfy(line -> assertThat(line).matches("excluded +ioos_qc +qartod.spike_test +- +1"));
    }

    private static CaseResult score(String system, List<String> tags, Map<String, ?> expected) {
        return Conformance.score(call(system, tags, expected));
    }

    private static Map<String, Object> call(String system, List<String> tags, Map<String, ?> expected) {
        Map<String, Object> call = new HashMap<>();
        call.put("id", "a");
        call.put("system", system);
        call.put("test", "qartod.spike_test");
        call.put("params", SPIKE);
        call.put("inputs", Map.of("inp", Map.of("dtype", "float64", "shape", List.of(3), "data", List.of(0, 9.5, 0))));
        call.put("expected", expected);
        call.put("tags", new ArrayList<>(tags));
        return call;
    }

    private static Map<String, ?> flags(Integer... flags) {
        return Map.of("flags", Arrays.asList(flags), "shape", List.of(flags.length));
    }
}
