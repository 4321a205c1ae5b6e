package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QcConformanceTest {

    @TempDir
    Path folder;

    @Test
    void passesWhereEveryCallGivesWhatIsExpected() throws IOException {
        write("deeper/any-name.jsonl", call("a", "2, 2, 9, 9"), "", call("b", "2, 2, 9, 9"));
        CommandLineRun run = run();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.output().lines().toList())
                .anySatisfy(line -> assertThat(line).matches("must match +ioos_qc +qartod.spike_test +2 +2 +pass"))
                .contains("must match: 2 of 2 calls right.");
    }

    @Test
    void endsWithOneAndTellsWhatDiffers() throws IOException {
        write("a.jsonl", call("a", "2, 2, 9, 9"), call("b", "2, 1, 9, 9"));
        CommandLineRun run = run();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("b: found 2 at 1, expected 1", "must match: 1 of 2 calls right.");
        JsonNode json = new ObjectMapper().readTree(run("--json").output());
        assertThat(json.path("passed").asBoolean()).isFalse();
        assertThat(json.at("/tests/0/right").asInt()).isEqualTo(1);
        assertThat(json.at("/failures/0/id").asText()).isEqualTo("b");
    }

    @Test
    void refusesWhatIsNoVector() throws IOException {
        assertThat(run().messages()).contains("found no *.jsonl, expected one at least.");
        write("a.jsonl", call("a", "2, 2, 9, 9"), "{");
        CommandLineRun run = run();
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.messages()).contains("Cannot read line 2 of '").contains("Expected one JSON object a line.");
    }

    private CommandLineRun run(String... more) {
        String[] arguments = {"qc", "conformance", folder.toString()};
        return CommandLineRun.of(
                Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private void write(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static String call(String id, String flags) {
        return "{\"id\": \"" + id + "\", \"system\": \"ioos_qc\", \"test\": \"qartod.spike_test\","
                + " \"params\": {\"suspect_threshold\": 1}, \"inputs\": {\"inp\": {\"dtype\": \"float64\","
                + " \"shape\": [4], \"data\": [0, 5, null, \"Infinity\"]}}, \"expected\": {\"flags\": [" + flags
                + "], \"shape\": [4]}, \"tags\": []}";
    }
}
