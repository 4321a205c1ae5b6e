package dev.shoal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.catalog.table.CatalogSettings;
import dev.shoal.job.demo.DemoArchive;
import dev.shoal.job.demo.Scale;
import dev.shoal.source.OceanCatalog;
import dev.shoal.spec.RunSpec;
import dev.shoal.stage.Progress;
import dev.shoal.stage.Reprocessing;
import dev.shoal.stage.RunOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main job by spark-submit, from an object store to an object store: the same chunks and rows as on this machine.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobIT {

    private static final String JOB_JAR = System.getProperty("shoal.job.jar", "../spark-jobs/target/shoal.jar");
    private static final Set<String> OF_THE_RUN = Set.of(".zattrs", ".zmetadata");
    private static final String GRIDS = """
            dataset: cluster-sst
            source: {paths: ["ARCHIVE/sst/2023/01"], kind: grids}
            qc: {analysed_sst: {gross_range: {fail_span: [271, 309]}}}
            regrid: {grid: {lat: {start: 17, end: 57, step: 0.5}, lon: {start: -78, end: -22, step: 0.5}}}
            output: {path: "WAREHOUSE/stores", chunks: {time: 2, lat: 30, lon: 40}}
            """;
    private static final String MOORINGS = """
            dataset: cluster-moorings
            source: {paths: ["ARCHIVE/moorings/44102", "ARCHIVE/moorings/44103"]}
            qc:
              sea_water_temperature:
                gross_range: {fail_span: [-2.5, 40]}
                spike: {suspect_threshold: 1, fail_threshold: 3}
                rate_of_change: {threshold: 0.001}
                flat_line: {tolerance: 0.001, suspect_threshold: 7200, fail_threshold: 18000}
            """;

    private LoopbackCluster cluster;
    private SparkSession spark;
    private String archive;
    private Map<String, String> expectedChunks;
    private List<String> expectedRows;

    @BeforeAll
    void runOnThisMachine() throws IOException {
        cluster = LoopbackCluster.fresh("main-job");
        java.nio.file.Path local = cluster.data().resolve("local");
        DemoArchive.write(local.resolve("archive"), 42, Scale.TINY);
        archive = cluster.s3Uri("archive");
        upload(local.resolve("archive"), archive);
        spark = session(local);
        RunOutcome grids = run(GRIDS, local);
        expectedChunks = chunks(grids.location());
        run(MOORINGS, local);
        expectedRows = rows(spark);
        assertThat(expectedChunks).hasSizeGreaterThan(20);
        assertThat(expectedRows).hasSizeGreaterThan(400);
    }

    @AfterAll
    void stop() {
        spark.stop();
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "cluster"})
    void givesTheSameChunksAndRows(String deployMode) throws IOException {
        String bucket = cluster.s3Uri("results-" + deployMode);
        String database = "jdbc:sqlite:" + cluster.data().resolve(deployMode + ".db");
        String catalog = "catalog: {uri: \"" + database + "\", warehouse: \"" + bucket + "/warehouse\"}\n";
        Submission grids = submit(deployMode, bucket + "/sst.yaml", GRIDS.replace("WAREHOUSE", bucket) + catalog);
        assertThat(grids.output()).contains("Dataset cluster-sst created", "3 of 3 files read");
        Submission moorings = submit(deployMode, bucket + "/moorings.yaml", MOORINGS + catalog);
        assertThat(moorings.output()).contains("Dataset cluster-moorings created", "4 of 4 files read");
        assertThat(chunks(store(bucket + "/stores"))).isEqualTo(expectedChunks);
        SparkSession reader = spark.newSession();
        reader.conf().set("spark.sql.catalog.ocean.uri", database);
        reader.conf().set("spark.sql.catalog.ocean.warehouse", bucket + "/warehouse");
        assertThat(rows(reader)).isEqualTo(expectedRows);
    }

    private Submission submit(String deployMode, String spec, String text) throws IOException {
        Path path = new Path(spec);
        try (FileSystem objects = path.getFileSystem(cluster.hadoopConf());
                FSDataOutputStream out = objects.create(path)) {
            out.write(text.replace("ARCHIVE", archive).getBytes(StandardCharsets.UTF_8));
        }
        Submission submission = cluster.submit(
                List.of(
                        "--deploy-mode",
                        deployMode,
                        "--class",
                        "dev.shoal.job.Main",
                        java.nio.file.Path.of(JOB_JAR)
                                .toAbsolutePath()
                                .normalize()
                                .toString(),
                        "run",
                        spec,
                        "--data",
                        cluster.data().resolve("driver").toString()),
                Map.of());
        assertThat(submission.exitCode()).as(submission.output()).isZero();
        return submission;
    }

    private RunOutcome run(String text, java.nio.file.Path local) {
        String spec = text.replace("ARCHIVE", local.resolve("archive").toString())
                .replace("WAREHOUSE", local.resolve("out").toString());
        return new Reprocessing(spark, RunSpec.parse(spec, "spec.yaml"), Progress.NONE, Clock.systemUTC()).run();
    }

    private SparkSession session(java.nio.file.Path data) {
        SparkSession.Builder builder = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "3")
                .config("spark.sql.session.timeZone", "UTC");
        cluster.hadoopConf().iterator().forEachRemaining(entry -> {
            if (entry.getKey().startsWith("fs.s3a.")) {
                builder.config("spark.hadoop." + entry.getKey(), entry.getValue());
            }
        });
        CatalogSettings.embedded("ocean", OceanCatalog.class.getName(), data)
                .sparkConf()
                .forEach(builder::config);
        return builder.getOrCreate();
    }

    private void upload(java.nio.file.Path from, String to) throws IOException {
        Path target = new Path(to);
        try (FileSystem objects = target.getFileSystem(cluster.hadoopConf())) {
            for (String folder : List.of("sst/2023/01", "moorings/44102", "moorings/44103")) {
                try (java.util.stream.Stream<java.nio.file.Path> files = Files.list(from.resolve(folder))) {
                    for (java.nio.file.Path file : files.toList()) {
                        objects.copyFromLocalFile(
                                new Path(file.toUri()), new Path(to + "/" + folder + "/" + file.getFileName()));
                    }
                }
            }
        }
    }

    private String store(String folder) throws IOException {
        Path path = new Path(folder);
        try (FileSystem objects = path.getFileSystem(cluster.hadoopConf())) {
            return java.util.Arrays.stream(objects.listStatus(path))
                    .map(status -> status.getPath().toString())
                    .filter(name -> name.endsWith(".zarr"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Returns the bytes of every object of a store, but not of those that name the run. */
    private Map<String, String> chunks(String store) throws IOException {
        Map<String, String> chunks = new TreeMap<>();
        Path root = new Path(store);
        Configuration conf = cluster.hadoopConf();
        conf.setBoolean("fs.file.impl.disable.cache", true);
        try (FileSystem fs = root.getFileSystem(conf)) {
            RemoteIterator<LocatedFileStatus> files = fs.listFiles(root, true);
            while (files.hasNext()) {
                Path file = files.next().getPath();
                String name =
                        file.toUri().getPath().substring(root.toUri().getPath().length() + 1);
                if (!OF_THE_RUN.contains(name)) {
                    try (FSDataInputStream in = fs.open(file)) {
                        chunks.put(name, HexFormat.of().formatHex(in.readAllBytes()));
                    }
                }
            }
        }
        return chunks;
    }

    /** Returns every row, without the run that wrote it, and with its file's name seen from the archive. */
    private static List<String> rows(SparkSession session) {
        List<String> rows = new ArrayList<>();
        session.table("ocean.obs.cluster_moorings")
                .drop("run")
                .orderBy("platform", "time", "source_index")
                .toLocalIterator()
                .forEachRemaining((Row row) -> rows.add(row.toString().replaceAll("[^,]*/(moorings/)", "$1")));
        return rows;
    }
}
