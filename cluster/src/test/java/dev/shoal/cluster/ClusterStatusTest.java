package dev.shoal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.cluster.ClusterStatus.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterStatusTest {
    private static final ClusterFolder FOLDER = new ClusterFolder(Path.of("/sea \"north\""));
    private static final ClusterStatus DEGRADED = new ClusterStatus(
            State.DEGRADED,
            FOLDER,
            ClusterSettings.DEFAULT.with(Map.of("master-port", "7077", "web-port", "8080", "s3-port", "9000")),
            List.of(
                    new DaemonStatus("s3", Optional.of(12L), Path.of("/logs/s3.log")),
                    new DaemonStatus("master", Optional.empty(), Path.of("/logs/master.log"))),
            1);

    @Test
    void tellsProgramsAll() throws Exception {
        JsonNode json = new ObjectMapper().readTree(DEGRADED.json());
        assertThat(json.get("state").asText()).isEqualTo("degraded");
        assertThat(json.get("data").asText()).isEqualTo("/sea \"north\"");
        assertThat(json.get("master").asText()).isEqualTo("spark://127.0.0.1:7077");
        assertThat(json.get("s3Endpoint").asText()).isEqualTo("http://127.0.0.1:9000");
        assertThat(json.get("registeredWorkers").asInt()).isEqualTo(1);
        assertThat(json.get("daemons").get(0).get("pid").asInt()).isEqualTo(12);
        assertThat(json.get("daemons").get(1).get("alive").asBoolean()).isFalse();
        assertThat(json.get("daemons").get(1).has("pid")).isFalse();
    }

    @Test
    void tellsPeopleWhatDoesNotRun() {
        assertThat(DEGRADED.text())
                .contains("is degraded.", "workers    1 of 2", "master     not running      log /logs/master.log");
    }

    @Test
    void aStoppedClusterHasNoAddresses() throws Exception {
        ClusterStatus stopped = ClusterStatus.stopped(FOLDER);
        assertThat(stopped.text()).isEqualTo("The cluster of /sea \"north\" is stopped.\n");
        assertThat(new ObjectMapper().readTree(stopped.json()).has("master")).isFalse();
    }
}
