package dev.shoal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {
    @TempDir
    Path folder;

    @Test
    void aStartThatEndsAtOnceIsToldWithItsLog() throws Exception {
        Daemon daemon = daemon("echo \"the port $PORT is taken\"; exit 3");
        daemon.start();
        assertThatThrownBy(() -> Deadline.in(Duration.ofSeconds(20)).await(List.of(daemon), () -> false))
                .isInstanceOf(ClusterException.class)
                .hasMessage("Cannot start daemon: it ended. The end of its log, " + daemon.log()
                        + ":\nthe port 7077 is taken\n");
    }

    @Test
    void aStartThatTakesTooLongIsGivenUp() throws Exception {
        Daemon daemon = daemon("sleep 300");
        daemon.start();
        try {
            assertThatThrownBy(() -> Deadline.in(Duration.ZERO).await(List.of(daemon), () -> false))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageStartingWith("Cannot start daemon: it does not work after 0 s.");
        } finally {
            daemon.pidFile().end(Duration.ofSeconds(5));
        }
    }

    @Test
    void startingALivingProcessChangesNothing() throws Exception {
        Daemon daemon = daemon("sleep 300");
        daemon.start();
        ProcessHandle first = daemon.process().orElseThrow();
        daemon.start();
        assertThat(daemon.process()).contains(first);
        daemon.pidFile().end(Duration.ofSeconds(5));
        assertThat(first.isAlive()).isFalse();
    }

    private Daemon daemon(String script) {
        return new Daemon(
                "daemon",
                List.of("/bin/sh", "-c", script),
                Map.of("PORT", "7077"),
                new PidFile(folder.resolve("daemon.pid")),
                folder.resolve("daemon.log"));
    }
}
