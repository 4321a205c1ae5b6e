package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.qc.conformance.CaseSet;
import dev.shoal.qc.conformance.Conformance;
import dev.shoal.qc.conformance.Scoreboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VectorScoreTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void givesTheFlagsOfThePeersAndOfTheirMendedCode() throws IOException {
        Scoreboard board = new Scoreboard();
        for (Path file : Vector.files()) {
            try (Stream<String> lines = Files.lines(file)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    board.add(Conformance.score(JSON.readValue(line, Map.class)));
                }
            }
        }
        System.out.print(board.table());
        assertThat(board.failures()).isEmpty();
        assertThat(board.sets().keySet()).containsAll(List.of(CaseSet.MUST_MATCH, CaseSet.MUST_BEAT, CaseSet.PROFILE));
    }
}
