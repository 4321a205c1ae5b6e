package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.stage.RunOutcome.Action;
import dev.shoal.testing.FaultyFileSystem;
import dev.shoal.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laws 2 and 3 for grids: a run does what has changed and no more, and one that is stopped goes on where it was. */
class GridRerunIT {

    private static final String SPEC = """
            qc: {sst: {gross_range: {fail_span: [0, 40], suspect_span: [5, 30]}}}
            output: {codec: zlib:1, chunks: {time: 2, lat: 7, lon: 9}}
            """;
    private static final String OTHER = SPEC.replace("[5, 30]", "[6, 30]");
    private static final long SEED = 7;
    private static final String CELSIUS = "degree_Celsius";

    @TempDir
    private Path folder;

    @BeforeEach
    void registerFaults() {
        conf().set("fs.obs.impl", FaultyFileSystem.class.getName());
        conf().set("fs.obs.impl.disable.cache", "true");
    }

    @AfterEach
    void mend() {
        conf().unset("fs.obs.full");
    }

    private static Configuration conf() {
        return SharedSpark.session().sparkContext().hadoopConfiguration();
    }

    private ArchiveRuns archive(String name, int... days) throws IOException {
        for (int i = 0; i + 1 < days.length; i++) {
            SmallFiles.grids(file(days[i]), SEED, days[i], days[i + 1], CELSIUS);
        }
        return new ArchiveRuns(name, folder.resolve("archive"));
    }

    private Path file(int day) {
        return folder.resolve("archive/day" + (100 + day) + ".nc");
    }

    private static void isLikeFresh(ArchiveRuns runs, RunOutcome outcome, String spec) {
        assertThat(StoreFiles.bytes(outcome.location())).isEqualTo(StoreFiles.bytes(runs.fresh(spec)));
    }

    @Test
    void nothingIsDoneTwice() throws IOException {
        ArchiveRuns runs = archive("rerun-nothing", 0, 3, 5);
        RunOutcome first = runs.run(SPEC);
        assertThat(first.action()).isEqualTo(Action.CREATED);
        assertThat(first.read()).isEqualTo(2);
        isLikeFresh(runs, first, SPEC);
        Map<String, FileTime> times = StoreFiles.times(first.location());
        Map<String, String> snapshots = ArchiveRuns.snapshots();
        RunOutcome second = runs.run(SPEC);
        assertThat(second.action()).isEqualTo(Action.NOTHING);
        assertThat(second.read()).isZero();
        assertThat(second.seconds()).isLessThan(5);
        assertThat(StoreFiles.times(first.location())).isEqualTo(times);
        assertThat(ArchiveRuns.snapshots()).isEqualTo(snapshots);
    }

    @Test
    void aLaterFileIsAddedAloneAndTakingItAwayRebuilds() throws IOException {
        ArchiveRuns runs = archive("rerun-later", 0, 3, 5);
        RunOutcome first = runs.run(SPEC);
        Map<String, FileTime> times = StoreFiles.times(first.location());
        archive("rerun-later", 5, 8);
        RunOutcome second = runs.run(SPEC);
        assertThat(second.action()).isEqualTo(Action.EXTENDED);
        assertThat(second.read()).isEqualTo(1);
        assertThat(second.location()).isEqualTo(first.location());
        isLikeFresh(runs, second, SPEC);
        Map<String, FileTime> after = StoreFiles.times(second.location());
        times.keySet().removeIf(name -> !name.matches("(sst|temp|sst_qc)/[01]\\..*|l(at|on)/0|depth/0"));
        assertThat(times).isNotEmpty();
        assertThat(after).containsAllEntriesOf(times);
        Files.delete(file(5));
        RunOutcome third = runs.run(SPEC);
        assertThat(third.action()).isEqualTo(Action.REBUILT);
        assertThat(third.location()).isNotEqualTo(second.location());
        isLikeFresh(runs, third, SPEC);
        assertThat(runs.run(SPEC).action()).isEqualTo(Action.NOTHING);
    }

    @Test
    void anEarlierAChangedFileAndAnotherConfigurationRebuild() throws IOException {
        ArchiveRuns runs = archive("rerun-rebuild", 2, 4, 6);
        runs.run(SPEC);
        archive("rerun-rebuild", 0, 2);
        RunOutcome earlier = runs.run(SPEC);
        assertThat(earlier.action()).isEqualTo(Action.REBUILT);
        isLikeFresh(runs, earlier, SPEC);
        SmallFiles.grids(file(2), SEED + 1, 2, 4, CELSIUS);
        Files.setLastModifiedTime(file(2), FileTime.fromMillis(1_600_000_000_000L));
        RunOutcome changed = runs.run(SPEC);
        assertThat(changed.action()).isEqualTo(Action.REBUILT);
        isLikeFresh(runs, changed, SPEC);
        RunOutcome other = runs.run(OTHER);
        assertThat(other.action()).isEqualTo(Action.REBUILT);
        isLikeFresh(runs, other, OTHER);
        RunOutcome back = runs.run(SPEC);
        assertThat(back.action()).isEqualTo(Action.REBUILT);
        isLikeFresh(runs, back, SPEC);
    }

    @Test
    void aFileThatDoesNotFitIsRefusedAndCostsNoRebuild() throws IOException {
        ArchiveRuns runs = archive("rerun-misfit", 0, 3);
        RunOutcome first = runs.run(SPEC);
        Map<String, FileTime> times = StoreFiles.times(first.location());
        SmallFiles.mooring(folder.resolve("archive/mooring.nc"), "M1", SmallFiles.series(1, 20), 0, 20);
        SmallFiles.grids(file(50), SEED, 50, 52, "kelvin");
        RunOutcome second = runs.run(SPEC);
        assertThat(second.action()).isEqualTo(Action.NOTHING);
        assertThat(second.rejected()).hasSize(2);
        assertThat(String.join(" ", second.rejected().values()))
                .contains("mooring.nc' to dataset 'rerun-misfit': it holds no field over latitude and longitude")
                .contains("variable 'sst' is in 'kelvin', the dataset has 'degree_Celsius'");
        assertThat(StoreFiles.times(first.location())).isEqualTo(times);
        Map<String, String> snapshots = ArchiveRuns.snapshots();
        RunOutcome third = runs.run(SPEC);
        assertThat(third.rejected()).isEqualTo(second.rejected());
        assertThat(ArchiveRuns.snapshots()).isEqualTo(snapshots);
    }

    @Test
    void aFileWithoutOneOfTheVariablesRebuilds() throws IOException {
        ArchiveRuns runs = archive("rerun-fewer", 0, 3);
        runs.run(SPEC);
        SmallFiles.sst(file(3), SEED, 3, 5, CELSIUS);
        RunOutcome second = runs.run(SPEC);
        assertThat(second.action()).isEqualTo(Action.REBUILT);
        isLikeFresh(runs, second, SPEC);
    }

    @Test
    void aFileOfTheDatasetThatCannotBeReadAnyMoreLeavesItWithAReject() throws IOException {
        ArchiveRuns runs = archive("rerun-unreadable", 0, 2, 4, 6);
        runs.run(SPEC);
        byte[] whole = Files.readAllBytes(file(2));
        FileTime time = Files.getLastModifiedTime(file(2));
        Files.write(file(2), Arrays.copyOf(new byte[] {'C', 'D', 'F', 1}, whole.length));
        Files.setLastModifiedTime(file(2), time);
        assertThat(runs.run(SPEC).action())
                .as("a file of the same size and time is not looked at")
                .isEqualTo(Action.NOTHING);
        Files.delete(file(4));
        RunOutcome rebuilt = runs.run(SPEC);
        assertThat(rebuilt.action()).isEqualTo(Action.REBUILT);
        assertThat(rebuilt.rejected()).hasSize(1);
        assertThat(rebuilt.rejected().keySet().iterator().next()).endsWith("day102.nc");
        assertThat(granules("rerun-unreadable")).singleElement().asString().contains("day100.nc");
        isLikeFresh(runs, rebuilt, SPEC);
        RunOutcome again = runs.run(SPEC);
        assertThat(again.action()).isEqualTo(Action.NOTHING);
        assertThat(again.rejected()).isEqualTo(rebuilt.rejected());
    }

    @Test
    void ofTwoFilesOfOneTimeTheOtherIsTakenOnceTheFirstHasGone() throws IOException {
        ArchiveRuns runs = archive("rerun-twice", 0, 2, 4);
        runs.run(SPEC);
        Path other = folder.resolve("archive/other.nc");
        SmallFiles.grids(other, SEED + 1, 2, 4, CELSIUS);
        RunOutcome refused = runs.run(SPEC);
        assertThat(refused.rejected().values())
                .singleElement()
                .asString()
                .contains("has the same time at step 0 as 'file:" + file(2) + "'. Remove one of the two");
        Files.delete(file(2));
        RunOutcome taken = runs.run(SPEC);
        assertThat(taken.rejected()).isEmpty();
        isLikeFresh(runs, taken, SPEC);
        assertThat(granules("rerun-twice")).hasSize(2);
        assertThat(SharedSpark.session()
                        .sql("SELECT * FROM ocean.catalog.rejects WHERE dataset = 'rerun-twice'")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aStoreThatHasGoneIsMadeAnew() throws IOException {
        ArchiveRuns runs = archive("rerun-gone", 0, 2);
        RunOutcome first = runs.run(SPEC);
        FileUtils.deleteDirectory(StoreFiles.root(first.location()).toFile());
        RunOutcome second = runs.run(SPEC);
        assertThat(second.action()).isEqualTo(Action.REBUILT);
        isLikeFresh(runs, second, SPEC);
        assertThat(runs.run(SPEC).action()).isEqualTo(Action.NOTHING);
    }

    private static List<String> granules(String dataset) {
        List<String> paths = new ArrayList<>();
        SharedSpark.session()
                .sql("SELECT path FROM ocean.catalog.granules WHERE dataset = '" + dataset + "'")
                .toLocalIterator()
                .forEachRemaining(row -> paths.add(row.getString(0)));
        return paths;
    }

    @Test
    void aStoppedBuildGoesOnWhereItWas() throws IOException {
        ArchiveRuns runs = archive("rerun-stopped", 0, 3, 5, 8);
        String spec = SPEC.replace("output: {", "output: {path: \"obs://" + folder.resolve("out") + "\", ");
        conf().set("fs.obs.full", ".*/temp/2\\.1\\.0\\.0");
        assertThatThrownBy(() -> runs.run(spec)).hasStackTraceContaining("No space left on device");
        Path store;
        try (java.util.stream.Stream<Path> found = Files.list(folder.resolve("out"))) {
            store = found.filter(path -> path.toString().endsWith(".zarr"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(store.resolve(".zmetadata")).doesNotExist();
        Map<String, FileTime> times = StoreFiles.times(store.toString());
        times.keySet().removeIf(name -> !name.matches("sst.*/[0-9.]+"));
        assertThat(times).hasSizeGreaterThan(10);
        mend();
        RunOutcome outcome = runs.run(spec);
        assertThat(StoreFiles.root(outcome.location())).isEqualTo(store);
        isLikeFresh(runs, outcome, SPEC);
        assertThat(StoreFiles.times(outcome.location())).containsAllEntriesOf(times);
        assertThat(outcome.amount()).isEqualTo(8L * SmallFiles.NY * SmallFiles.NX * 3);
    }

    @Test
    void readersSeeTheOldOrTheNewWhileAFileIsAdded() throws IOException {
        ArchiveRuns runs = archive("rerun-readers", 0, 3);
        String spec = SPEC.replace("output: {", "output: {path: \"obs://" + folder.resolve("out") + "\", ");
        RunOutcome first = runs.run(spec);
        String before = StoreFiles.consolidated(first.location());
        archive("rerun-readers", 3, 6);
        conf().set("fs.obs.full", ".*/temp/2\\.1\\.0\\.0");
        assertThatThrownBy(() -> runs.run(spec)).hasStackTraceContaining("No space left on device");
        assertThat(StoreFiles.consolidated(first.location())).isEqualTo(before).contains("13");
        mend();
        RunOutcome second = runs.run(spec);
        assertThat(second.action()).isEqualTo(Action.EXTENDED);
        assertThat(StoreFiles.consolidated(first.location())).isNotEqualTo(before);
        isLikeFresh(runs, second, SPEC);
    }

    @Test
    void aRunStoppedBeforeItIsRegisteredIsRegisteredByTheNext() throws IOException {
        ArchiveRuns runs = archive("rerun-unregistered", 0, 3);
        String spec = SPEC.replace("output: {", "output: {path: \"" + folder.resolve("out") + "\", ");
        String out = "file:" + folder.resolve("out");
        Produced built = new GridProduct(SharedSpark.session(), runs.spec(spec), Progress.NONE, out, "")
                .build(ArchiveRuns.described(file(0)));
        Map<String, FileTime> times = chunkTimes(built.location());
        RunOutcome first = runs.run(spec);
        assertThat(first.action()).isEqualTo(Action.CREATED);
        assertThat(first.location()).isEqualTo(built.location());
        assertThat(chunkTimes(first.location())).isEqualTo(times);
        assertThat(first.amount()).isEqualTo(built.amount());
        assertThat(first.flags()).isEqualTo(built.flags());
        archive("rerun-unregistered", 3, 6);
        new GridProduct(SharedSpark.session(), runs.spec(spec), Progress.NONE, out, first.location())
                .extend(ArchiveRuns.described(file(3)), List.of());
        times = chunkTimes(first.location());
        RunOutcome second = runs.run(spec);
        assertThat(second.action()).isEqualTo(Action.EXTENDED);
        assertThat(chunkTimes(first.location())).isEqualTo(times);
        isLikeFresh(runs, second, SPEC);
        assertThat(folder.resolve("out/_units")).isEmptyDirectory();
    }

    private static Map<String, FileTime> chunkTimes(String store) {
        Map<String, FileTime> times = StoreFiles.times(store);
        times.keySet().removeIf(name -> !name.matches("(sst|temp|sst_qc)/[0-9.]+"));
        assertThat(times).isNotEmpty();
        return times;
    }
}
