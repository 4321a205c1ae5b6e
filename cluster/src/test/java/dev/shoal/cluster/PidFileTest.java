package dev.shoal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {
    @TempDir
    Path folder;

    private PidFile pidFile = new PidFile(Path.of("unset"));

    @BeforeEach
    void nameFile() {
        pidFile = new PidFile(folder.resolve("daemon.pid"));
    }

    @Test
    void endsAProcessWithItsChildren() throws Exception {
        Process process = new ProcessBuilder("/bin/sh", "-c", "sleep 300 & wait").start();
        while (process.toHandle().descendants().findAny().isEmpty()) {
            Thread.sleep(20);
        }
        ProcessHandle child = process.toHandle().descendants().findAny().orElseThrow();
        pidFile.write(process.toHandle());
        assertThat(pidFile.process()).contains(process.toHandle());
        pidFile.end(Duration.ofSeconds(5));
        assertThat(process.isAlive()).isFalse();
        assertThat(child.isAlive()).isFalse();
        assertThat(pidFile.file()).doesNotExist();
    }

    @Test
    void endsAProcessThatDoesNotListen() throws Exception {
        Process process =
                new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done").start();
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        pidFile.write(process.toHandle());
        pidFile.end(Duration.ofMillis(200));
        assertThat(process.waitFor()).isNotZero();
    }

    @Test
    void leavesAloneALaterProcessOfTheSameNumber() throws Exception {
        Process process = new ProcessBuilder("/bin/sleep", "300").start();
        try {
            long minuteBefore = process.info().startInstant().orElseThrow().toEpochMilli() - 60_000;
            Files.writeString(pidFile.file(), process.pid() + " " + minuteBefore + "\n");
            assertThat(pidFile.process()).isEmpty();
            pidFile.end(Duration.ofSeconds(5));
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "one 2", "-1 5", "1 2 3"})
    void knowsNoProcessWhereTheFileSaysNone(String text) throws IOException {
        Files.writeString(pidFile.file(), text);
        assertThat(pidFile.process()).isEmpty();
    }

    @Test
    void knowsNoProcessWithoutAFile() throws IOException {
        assertThat(pidFile.process()).isEmpty();
        pidFile.end(Duration.ofSeconds(1));
    }
}
