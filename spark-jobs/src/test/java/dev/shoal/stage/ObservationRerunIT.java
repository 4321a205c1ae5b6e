package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.stage.RunOutcome.Action;
import dev.shoal.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 2 for observations: a run does what has changed, and the flags are those of series judged whole. */
class ObservationRerunIT {

    private static final String SPEC = """
            qc:
              sea_water_temperature:
                gross_range: {fail_span: [0, 22], suspect_span: [12, 20]}
                spike: {suspect_threshold: 2, fail_threshold: 4}
                rate_of_change: {threshold: 0.005}
                flat_line: {tolerance: 0.01, suspect_threshold: 600, fail_threshold: 1800}
            """;
    private static final double[] SERIES = SmallFiles.series(3, 90);
    private static final double[] OTHER = SmallFiles.series(4, 90);

    @TempDir
    private Path folder;

    private Path part(String name, double[] series, int first, int end) throws IOException {
        return SmallFiles.mooring(folder.resolve("archive/" + name + first + ".nc"), name, series, first, end);
    }

    /** Returns every row without the run that wrote it, in columns by name. */
    private static List<String> rows(String dataset) {
        Dataset<Row> table = SharedSpark.session()
                .table(ObservationProduct.table(dataset))
                .drop("run", "dataset")
                .orderBy("platform", "time", "source_file", "source_index");
        List<String> rows = new ArrayList<>();
        table.selectExpr(Arrays.stream(table.columns()).sorted().toArray(String[]::new))
                .toLocalIterator()
                .forEachRemaining(row -> rows.add(row.toString()));
        return rows;
    }

    private static void isLikeFresh(ArchiveRuns runs) {
        isLikeFresh(runs, SPEC);
    }

    private static void isLikeFresh(ArchiveRuns runs, String spec) {
        ArchiveRuns fresh = new ArchiveRuns(runs.name() + "-fresh" + System.nanoTime() % 100_000, runs.archive());
        fresh.run(spec);
        assertThat(rows(runs.name())).isEqualTo(rows(fresh.name()));
    }

    @Test
    void filesComeAndGoAndTheFlagsAtTheirSeamsFollow() throws IOException {
        ArchiveRuns runs = new ArchiveRuns("rerun-moorings", folder.resolve("archive"));
        part("A", SERIES, 0, 30);
        part("A", SERIES, 60, 90);
        part("B", OTHER, 0, 90);
        RunOutcome first = runs.run(SPEC);
        assertThat(first.action()).isEqualTo(Action.CREATED);
        assertThat(first.amount()).isEqualTo(150);
        List<String> before = rows("rerun-moorings");
        Map<String, String> snapshots = ArchiveRuns.snapshots("ocean.obs.rerun_moorings");
        RunOutcome again = runs.run(SPEC);
        assertThat(again.action()).isEqualTo(Action.NOTHING);
        assertThat(again.seconds()).isLessThan(5);
        assertThat(ArchiveRuns.snapshots("ocean.obs.rerun_moorings")).isEqualTo(snapshots);

        part("A", SERIES, 30, 60);
        RunOutcome middle = runs.run(SPEC);
        assertThat(middle.action()).isEqualTo(Action.EXTENDED);
        assertThat(middle.read()).isEqualTo(1);
        assertThat(middle.amount()).as("new rows and those at the seams").isBetween(30L, 36L);
        isLikeFresh(runs);
        List<Row> ofB = SharedSpark.session()
                .sql("SELECT DISTINCT run FROM ocean.obs.rerun_moorings WHERE platform = 'B'")
                .collectAsList();
        assertThat(ofB).extracting(row -> row.getString(0)).containsExactly(first.run());

        Files.delete(folder.resolve("archive/A30.nc"));
        RunOutcome removed = runs.run(SPEC);
        assertThat(removed.action()).isEqualTo(Action.EXTENDED);
        assertThat(rows("rerun-moorings")).isEqualTo(before);

        Path changed = part("A", SmallFiles.series(9, 90), 60, 90);
        Files.setLastModifiedTime(changed, FileTime.fromMillis(1_600_000_000_000L));
        assertThat(runs.run(SPEC).read()).isEqualTo(1);
        isLikeFresh(runs);

        String other = SPEC.replace("0.005", "0.004");
        RunOutcome judged = runs.run(other);
        assertThat(judged.action()).isEqualTo(Action.JUDGED);
        assertThat(judged.read()).isZero();
        isLikeFresh(runs, other);
        assertThat(runs.run(other).action()).isEqualTo(Action.NOTHING);
    }

    @Test
    void aFileOfFieldsIsRefusedAndChangesNothing() throws IOException {
        ArchiveRuns runs = new ArchiveRuns("rerun-obs-misfit", folder.resolve("archive"));
        part("A", SERIES, 0, 30);
        runs.run(SPEC);
        SmallFiles.grids(folder.resolve("archive/grid.nc"), 1, 0, 2, "degree_Celsius");
        RunOutcome outcome = runs.run(SPEC);
        assertThat(outcome.action()).isEqualTo(Action.NOTHING);
        assertThat(outcome.rejected().values())
                .singleElement()
                .asString()
                .contains("grid.nc' to dataset 'rerun-obs-misfit': it holds no observations");
        assertThat(runs.run(SPEC).rejected()).isEqualTo(outcome.rejected());
    }

    @Test
    void aVariableThatComesLaterIsMissingInTheRowsBefore() throws IOException {
        ArchiveRuns runs = new ArchiveRuns("rerun-wider", folder.resolve("archive"));
        part("A", SERIES, 0, 30);
        part("B", OTHER, 0, 30);
        runs.run(SPEC);
        Path salty = folder.resolve("archive/A30.nc");
        SmallFiles.mooring(salty, "A", SERIES, 30, 60, "salt");
        assertThat(runs.run(SPEC).action()).isEqualTo(Action.EXTENDED);
        isLikeFresh(runs);
        Files.delete(salty);
        assertThat(runs.run(SPEC).action()).isEqualTo(Action.REBUILT);
        isLikeFresh(runs);
        assertThat(SharedSpark.session().table("ocean.obs.rerun_wider").columns())
                .doesNotContain("salt");
    }

    @Test
    void aTableThatHasGoneIsMadeAnew() throws IOException {
        ArchiveRuns runs = new ArchiveRuns("rerun-dropped", folder.resolve("archive"));
        part("A", SERIES, 0, 30);
        runs.run(SPEC);
        SharedSpark.session().sql("DROP TABLE ocean.obs.rerun_dropped");
        assertThat(runs.run(SPEC).action()).isEqualTo(Action.REBUILT);
        assertThat(rows("rerun-dropped")).hasSize(30);
    }

    @Test
    void aCompactedTableIsStillTheRegisteredOne() throws IOException {
        ArchiveRuns runs = new ArchiveRuns("rerun-compacted", folder.resolve("archive"));
        part("A", SERIES, 0, 30);
        runs.run(SPEC);
        SharedSpark.session()
                .sql("CALL ocean.system.rewrite_data_files(table => 'obs.rerun_compacted', options =>"
                        + " map('rewrite-all', 'true'))");
        assertThat(runs.run(SPEC).action()).isEqualTo(Action.NOTHING);
    }

    @Test
    void aNameThatWouldShareATableIsRefused() throws IOException {
        part("A", SERIES, 0, 30);
        new ArchiveRuns("rerun-twin", folder.resolve("archive")).run(SPEC);
        ArchiveRuns twin = new ArchiveRuns("rerun_twin", folder.resolve("archive"));
        assertThatThrownBy(() -> twin.run(SPEC))
                .hasMessage("Cannot make dataset 'rerun_twin': the dataset 'rerun-twin' has the same table, rerun_twin."
                        + " Choose another name.");
        assertThat(rows("rerun-twin")).hasSize(30);
    }
}
