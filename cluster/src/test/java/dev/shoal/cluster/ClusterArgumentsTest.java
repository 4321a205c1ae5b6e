package dev.shoal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.cluster.ClusterArguments.Verb;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterArgumentsTest {
    @Test
    void takesSettingsByTheirNames() throws UsageException {
        ClusterArguments arguments = ClusterArguments.parse(
                List.of("start", "--data", "sea", "--workers", "3", "--s3-port", "9000", "--timeout", "5", "--json"));
        assertThat(arguments)
                .isEqualTo(new ClusterArguments(
                        Verb.START, Path.of("sea"), true, 5, Map.of("workers", "3", "s3-port", "9000")));
    }

    @Test
    void waitsForNinetySecondsAndPrintsForPeopleByDefault() throws UsageException {
        ClusterArguments arguments = ClusterArguments.parse(List.of("status", "--data", "sea"));
        assertThat(arguments).isEqualTo(new ClusterArguments(Verb.STATUS, Path.of("sea"), false, 90, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    launch | Cannot do launch: expected start, stop or status.
                    start --speed 2 | Cannot understand --speed.
                    start here | Cannot understand here.
                    start --workers | Cannot use --workers without a value.
                    stop --workers 2 | Cannot use --workers here: it belongs to start.
                    start --timeout soon | Cannot use --timeout soon: expected whole seconds, such as 90.
                    start --workers two | Cannot use workers two: expected a whole number, such as 2.
                    start --workers 0 | Cannot use workers 0: expected a number from 1 to 64.
                    start --s3-port 70000 | Cannot use s3-port 70000: expected a number from 0 to 65535.
                    start --memory lots | Cannot use memory lots: expected megabytes or gigabytes, such as 512m or 2g.
                    """)
    void saysWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> ClusterArguments.parse(Arrays.asList(line.split(" ", -1))))
                .hasMessage(message);
    }

    @Test
    void wantsAVerb() {
        assertThatThrownBy(() -> ClusterArguments.parse(List.of()))
                .hasMessage("Cannot do nothing: expected start, stop or status.");
    }
}
