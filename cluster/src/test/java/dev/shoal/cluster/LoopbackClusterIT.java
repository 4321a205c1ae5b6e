package dev.shoal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoopbackClusterIT {
    private static final String PROGRAMS = System.getProperty("shoal.test.jar", "target/cluster-tests.jar");

    private LoopbackCluster cluster;

    @BeforeAll
    void startCluster() {
        cluster = LoopbackCluster.fresh("a name with spaces");
    }

    @AfterAll
    void stoppingLeavesNoProcessAndNoKey() {
        cluster.close();
        assertThat(cluster.processes()).isEmpty();
        assertThat(cluster.conf()).isEmptyDirectory();
        assertThat(cluster.control("status").output()).contains("is stopped");
        assertThat(cluster.control("stop").exitCode()).isZero();
    }

    @Test
    void saysThatItWorks() {
        JsonNode status = cluster.status();
        assertThat(status.get("state").asText()).isEqualTo("running");
        assertThat(status.get("registeredWorkers").asInt()).isEqualTo(2);
        assertThat(status.get("daemons").findValuesAsText("name"))
                .containsExactly("s3", "master", "worker-1", "worker-2");
        assertThat(cluster.control("status").exitCode()).isZero();
    }

    @Test
    void startingAgainChangesNothing() {
        JsonNode before = cluster.status();
        assertThat(cluster.control("start").exitCode()).isZero();
        assertThat(cluster.status()).isEqualTo(before);
        Submission other = cluster.control("start", "--workers", "3");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.output()).contains("{workers=3}: it runs with other settings. Stop it first.");
    }

    @Test
    void keysAreForTheirOwnerOnly() throws IOException {
        for (String file : List.of("core-site.xml", "s3proxy.properties", "cluster.properties")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(cluster.conf().resolve(file))))
                    .isEqualTo("rw-------");
        }
        String key = cluster.hadoopConf().get("fs.s3a.secret.key");
        assertThat(Files.readString(cluster.conf().resolve("spark-defaults.conf")))
                .doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "cluster"})
    void programsWriteAndReadTheObjectStore(String deployMode) throws IOException {
        String bucket = cluster.s3Uri("round-trip-" + deployMode);
        Submission submission = cluster.submit(
                List.of(
                        "--deploy-mode",
                        deployMode,
                        "--class",
                        "dev.shoal.cluster.program.RoundTrip",
                        PROGRAMS,
                        bucket + "/numbers",
                        cluster.data().resolve(deployMode + ".db").toString(),
                        bucket + "/warehouse"),
                Map.of());
        assertThat(submission.output()).contains("parquet count=1000 sum=499500", "iceberg count=1000 sum=499500");
        assertThat(submission.exitCode()).isZero();
        org.apache.hadoop.fs.Path written = new org.apache.hadoop.fs.Path(bucket + "/numbers/_SUCCESS");
        try (FileSystem objects = written.getFileSystem(cluster.hadoopConf())) {
            assertThat(objects.exists(written)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "cluster"})
    void aProgramThatFailsIsSeenToFail(String deployMode) {
        Submission submission = cluster.submit(
                List.of("--deploy-mode", deployMode, "--class", "dev.shoal.cluster.program.RoundTrip", PROGRAMS),
                Map.of());
        assertThat(submission.output()).contains("Expected PARQUET CATALOG WAREHOUSE, found []");
        assertThat(submission.exitCode()).isEqualTo(1);
    }

    @Test
    void aDeadWorkerCostsNoResultAndStartBringsItBack() throws Exception {
        Path started = Files.createDirectories(cluster.data().resolve("started"));
        CompletableFuture<Submission> running = CompletableFuture.supplyAsync(() -> cluster.submit(
                List.of("--class", "dev.shoal.cluster.program.SlowSum", PROGRAMS, started.toString()), Map.of()));
        while (tasks(started) < 8 && !running.isDone()) {
            Thread.sleep(100);
        }
        long pid = cluster.status().get("daemons").get(3).get("pid").asLong();
        ProcessHandle worker = ProcessHandle.of(pid).orElseThrow();
        worker.destroyForcibly();
        worker.onExit().get();
        assertThat(cluster.status().get("state").asText()).isEqualTo("degraded");
        Submission submission = running.get();
        assertThat(submission.output()).contains("sum=780");
        assertThat(submission.exitCode()).isZero();
        assertThat(cluster.control("start").exitCode()).isZero();
        assertThat(cluster.status().get("state").asText()).isEqualTo("running");
    }

    private static long tasks(Path started) throws IOException {
        try (Stream<Path> files = Files.list(started)) {
            return files.count();
        }
    }
}
