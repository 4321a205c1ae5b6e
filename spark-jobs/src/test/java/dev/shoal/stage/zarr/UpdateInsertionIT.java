package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.UnreadableException;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.stage.Workers;
import dev.shoal.stage.zarr.UpdateOptions.Insertion;
import dev.shoal.testing.FaultyFileSystem;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.OutsideProgram;
import dev.shoal.zarr.ZarrFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateInsertionIT {

    @TempDir
    static Path folder;

    private static List<String> days = new ArrayList<>();

    /** Days 0 to 14 in files of one. */
    @BeforeAll
    static void makeFiles() throws Exception {
        OutsideProgram.requirePython();
        days = DayFiles.make(folder.resolve("days"), 0, 1, 15);
    }

    private static void send(List<String> files, String store) {
        new SendJob(SharedSpark.session(), DayFiles.request(files, store, 4), Progress.NONE).run();
    }

    private static UpdateJob update(List<String> files, String store, Insertion... insertions) {
        return new UpdateJob(
                Workers.of(SharedSpark.session()),
                StoreRequest.of(files, store),
                new UpdateOptions(Set.of(insertions), List.of()),
                CommitRequest.STANDARD,
                Progress.NONE);
    }

    private static List<String> problems(String store) {
        return new CheckJob(SharedSpark.session(), store, Progress.NONE)
                .run(CheckJob.Depth.CHUNKS)
                .problems();
    }

    private static StoreOutcome.ArrayChange change(StoreOutcome outcome, String name) {
        return outcome.arrays().stream()
                .filter(array -> array.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void putsStepsInFrontByCopyingWholeChunksAndIntoGapsByWritingThemAnew() throws Exception {
        Path store = folder.resolve("front.zarr");
        List<String> standing = new ArrayList<>(days.subList(4, 13));
        standing.remove(6);
        send(standing, store.toString());
        StoreOutcome would =
                update(days.subList(0, 4), store.toString(), Insertion.PREPEND).plan();
        assertThat(would.steps()).isEqualTo(new StoreOutcome.Steps(0, 0, 4, 0));
        assertThat(change(would, "sst").copied())
                .isEqualTo(2 * change(would, "sst").written());
        assertThat(change(would, "time").replaced()).isOne();
        update(days.subList(0, 4), store.toString(), Insertion.PREPEND).run();
        List<String> files = new ArrayList<>(days.subList(0, 4));
        files.addAll(standing);
        DayFiles.check(store, files);
        assertThatThrownBy(() -> update(days.subList(9, 15), store.toString()).run())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("--fill-gaps");
        update(days.subList(9, 15), store.toString(), Insertion.FILL_GAPS).run();
        DayFiles.check(store, days);
        assertThat(problems(store.toString())).isEmpty();
        SweepJob sweep = new SweepJob(SharedSpark.session(), store.toString(), Progress.NONE);
        SweepJob.Litter litter = sweep.plan();
        assertThat(litter.objects()).isPositive();
        assertThat(sweep.run()).isEqualTo(litter);
        assertThat(sweep.plan().objects()).isZero();
        DayFiles.check(store, days);
        assertThat(DayFiles.contents(store).keySet()).contains("sst/0.0.0").noneMatch(key -> key.equals("sst/0/0/0"));
    }

    @Test
    void whatIsInterruptedIsTheOldStoreOrNoneAndIsFinished() throws Exception {
        Path store = folder.resolve("broken.zarr");
        String root = "obs://" + store;
        Configuration conf = SharedSpark.session().sparkContext().hadoopConfiguration();
        conf.set("fs.obs.impl", FaultyFileSystem.class.getName());
        conf.setBoolean("fs.obs.impl.disable.cache", true);
        conf.set("fs.obs.full", "");
        send(days.subList(3, 12), root);
        Map<String, String> before = DayFiles.contents(store);
        for (String full : List.of(".*/sst/1/.*", ".*staged/time/0", ".*documents/.*metadata")) {
            conf.set("fs.obs.full", full);
            assertThatThrownBy(() ->
                            update(days.subList(0, 3), root, Insertion.PREPEND).run())
                    .isInstanceOf(StageException.class)
                    .hasMessageContaining("No space left");
            DayFiles.check(store, days.subList(3, 12));
            assertThat(DayFiles.contents(store)).containsAllEntriesOf(before);
            update(days, root).restart();
        }
        for (String full : List.of(".*broken.zarr/time/0", ".*broken.zarr/.zgroup")) {
            conf.set("fs.obs.full", full);
            assertThatThrownBy(() ->
                            update(days.subList(0, 3), root, Insertion.PREPEND).run())
                    .hasMessageContaining("No space left");
            assertThatThrownBy(() -> ZarrFile.open(store.toString(), new Configuration()))
                    .isInstanceOf(UnreadableException.class);
            assertThat(problems(store.toString())).first().asString().contains("readers find no store");
        }
        conf.set("fs.obs.full", "");
        update(days.subList(12, 15), root).run();
        DayFiles.check(store, days);
        assertThat(problems(store.toString())).isEmpty();
    }
}
