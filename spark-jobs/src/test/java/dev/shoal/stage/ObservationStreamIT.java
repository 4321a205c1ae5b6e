package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.job.demo.DemoArchive;
import dev.shoal.job.demo.Scale;
import dev.shoal.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 1 for streams: whatever files come in whatever batches, the table is that of a run over all of them. */
class ObservationStreamIT {

    private static final String SPEC = """
            qc:
              sea_water_temperature:
                gross_range: {fail_span: [-2.5, 40], suspect_span: [-2, 35]}
                spike: {suspect_threshold: 1.5, fail_threshold: 3}
                rate_of_change: {threshold: 0.002}
                flat_line: {tolerance: 0.001, suspect_threshold: 7200, fail_threshold: 18000, interval: 1800}
              sea_water_practical_salinity:
                gross_range: {fail_span: [2, 41], suspect_span: [20, 40]}
                spike: {suspect_threshold: 0.5, fail_threshold: 1}
                density_inversion: {suspect_threshold: 0.03}
            """;
    private static final StreamOptions WEEK =
            new StreamOptions(Duration.ofDays(7), Optional.empty(), Integer.MAX_VALUE);

    @TempDir
    private static Path demo;

    private static List<Path> moorings = List.of();

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeTheDemo() throws IOException {
        DemoArchive.write(demo, 1, Scale.TINY);
        try (Stream<Path> files = Files.walk(demo.resolve("moorings"))) {
            moorings = files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void come(Path archive, List<Path> files) throws IOException {
        for (Path file : files) {
            Path place = archive.resolve(demo.resolve("moorings").relativize(file));
            Files.createDirectories(place.getParent());
            Path part = place.resolveSibling(place.getFileName() + ".part");
            Files.copy(file, part);
            Files.move(part, place);
        }
    }

    private static void stream(ArchiveRuns runs, String more, StreamOptions options, Progress progress)
            throws Exception {
        new ObservationStream(SharedSpark.session(), runs.spec(more), options, progress, Clock.systemUTC())
                .start()
                .awaitTermination();
    }

    /** Returns every row of the table but for what tells the run. */
    private static Map<String, String> rows(String dataset) {
        Map<String, String> rows = new TreeMap<>();
        for (Row row : SharedSpark.session()
                .table(ObservationProduct.table(dataset))
                .drop("run", "dataset")
                .collectAsList()) {
            String key = row.getAs("source_file") + " " + row.<Long>getAs("source_index");
            assertThat(rows.put(key, row.json())).as(key).isNull();
        }
        return rows;
    }

    @Test
    void theTableOfFilesThatComeInAnyOrderIsThatOfARunOverAll() throws Exception {
        Path archive = Files.createDirectories(folder.resolve("archive"));
        ArchiveRuns runs = new ArchiveRuns("streamed", archive);
        List<Path> order = new ArrayList<>(moorings);
        Collections.shuffle(order, new Random(5));
        come(archive, order.subList(0, 9));
        assertThatThrownBy(() -> stream(runs, SPEC, WEEK, dyingBatch()))
                .isInstanceOf(StreamingQueryException.class)
                .hasMessageContaining("killed");
        come(archive, order.subList(9, order.size()));
        stream(runs, SPEC, WEEK, Progress.NONE);

        ArchiveRuns batch = new ArchiveRuns("streamed-batch", archive);
        RunOutcome outcome = batch.run(SPEC);
        assertThat(rows("streamed")).hasSizeGreaterThan(2000).isEqualTo(rows("streamed-batch"));
        assertThat(outcome.rejected()).hasSize(1);
        assertThat(runs.run(SPEC).action()).isEqualTo(RunOutcome.Action.NOTHING);
        isJudgedAlikeInSql("ocean.obs.streamed");
    }

    /** Returns a progress that dies when the batch is in the table and in the catalogue, but not yet ended. */
    private static Progress dyingBatch() {
        return (what, units) -> what.startsWith("Batch") ? ObservationStreamIT::die : Progress.NONE.begin(what, units);
    }

    private static void die(long done, long bytes) {
        throw new IllegalStateException("killed");
    }

    @Test
    void whatComesTooLateIsARejectAndARunTakesItIn() throws Exception {
        Path archive = Files.createDirectories(folder.resolve("archive"));
        ArchiveRuns runs = new ArchiveRuns("streamed-late", archive);
        List<Path> first = moorings.stream()
                .filter(file -> file.toString().endsWith("_d1.nc"))
                .limit(2)
                .toList();
        List<Path> second = moorings.stream()
                .filter(file -> file.toString().endsWith("_d2.nc"))
                .limit(2)
                .toList();
        StreamOptions hour = new StreamOptions(Duration.ofHours(1), Optional.empty(), Integer.MAX_VALUE);
        come(archive, second);
        stream(runs, SPEC, hour, Progress.NONE);
        int there = rows("streamed-late").size();
        come(archive, first.subList(0, 1));
        stream(runs, SPEC, hour, Progress.NONE);
        assertThat(rows("streamed-late")).hasSize(there);
        List<Row> rejects = SharedSpark.session()
                .sql("SELECT stage, reason FROM ocean.catalog.rejects WHERE dataset = 'streamed-late'")
                .collectAsList();
        assertThat(rejects).singleElement().satisfies(row -> {
            assertThat(row.getString(0)).isEqualTo("late");
            assertThat(row.getString(1)).contains("observations in '", "_d1.nc'", "came when others", "'shoal run'");
        });
        assertThat(runs.run(SPEC).action()).isEqualTo(RunOutcome.Action.EXTENDED);
        assertThat(rows("streamed-late")).hasSizeGreaterThan(there);
        Map<String, String> judged = rows("streamed-late");
        stream(runs, SPEC, hour, Progress.NONE);
        assertThat(rows("streamed-late")).isEqualTo(judged);
        assertThat(SharedSpark.session()
                        .sql("SELECT * FROM ocean.catalog.rejects WHERE dataset = 'streamed-late'")
                        .collectAsList())
                .isEmpty();
    }

    @Test
    void whatAStreamCannotDoIsRefusedBeforeAnythingRuns() throws Exception {
        Path archive = Files.createDirectories(folder.resolve("archive"));
        come(archive, moorings.subList(1, 3));
        ArchiveRuns runs = new ArchiveRuns("streamed-never", archive);
        assertThatThrownBy(() -> stream(runs, SPEC.replace(", interval: 1800", ""), WEEK, Progress.NONE))
                .isInstanceOf(StageException.class)
                .hasMessage(
                        "Cannot run flat_line on 'temp' of a stream: it must know the whole series. Give its sampling"
                                + " interval where it takes one, or run it in batch, with 'shoal run'.");
        assertThat(SharedSpark.session().catalog().tableExists("ocean.obs.streamed_never"))
                .isFalse();
    }

    /** Judges the rows of a dataset once more, by one of its tests, which is the second of its variable. */
    private static void isJudgedAlikeInSql(String table) {
        String spike = "{\"temp\": {\"spike\": {\"suspect_threshold\": 1.5, \"fail_threshold\": 3}}}";
        Dataset<Row> again = SharedSpark.session()
                .sql("SELECT t.temp_qc_tests & 2 <> 0, j.temp_qc_tests <> 0 FROM " + table + " t JOIN qc_judge('"
                        + table
                        + "', '" + spike + "') j ON t.source_file = j.source_file AND t.source_index = j.source_index"
                        + " WHERE j.platform = '44102'");
        assertThat(again.queryExecution().executedPlan().toString())
                .contains("qc_judge(temp: spike, in pieces)", "platform = '44102'");
        assertThat(again.collectAsList())
                .hasSizeGreaterThan(200)
                .allSatisfy(row -> assertThat(row.getBoolean(0)).isEqualTo(row.getBoolean(1)));
    }
}
