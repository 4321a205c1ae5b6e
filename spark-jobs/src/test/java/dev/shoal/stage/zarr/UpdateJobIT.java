package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.stage.Workers;
import dev.shoal.testing.FaultyFileSystem;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.OutsideProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateJobIT {

    @TempDir
    static Path folder;

    private static List<String> first = new ArrayList<>();
    private static List<String> later = new ArrayList<>();
    private static List<String> all = new ArrayList<>();

    /** Nine days in files of three; then days 7 to 13 anew, in other units of time: two over what is there. */
    @BeforeAll
    static void makeFiles() throws Exception {
        OutsideProgram.requirePython();
        first = DayFiles.make(folder.resolve("first"), 0, 3, 3);
        later = DayFiles.make(folder.resolve("later"), 7, 7, 1, "hours since 2019-12-31 12:00");
        all = new ArrayList<>(DayFiles.make(folder.resolve("all"), 0, 7, 2));
    }

    private static void send(List<String> files, String store) {
        new SendJob(SharedSpark.session(), DayFiles.request(files, store, 4), Progress.NONE).run();
    }

    private static UpdateJob update(List<String> files, String store) {
        return new UpdateJob(
                Workers.cluster(SharedSpark.session()),
                StoreRequest.of(files, store),
                UpdateOptions.NONE,
                CommitRequest.STANDARD,
                Progress.NONE);
    }

    private static List<String> problems(String store) {
        return new CheckJob(SharedSpark.session(), store, Progress.NONE)
                .run(CheckJob.Depth.CHUNKS)
                .problems();
    }

    @Test
    void replacesAndAppendsAndIsTheSameAsSendingAllAtOnce() throws Exception {
        Path store = folder.resolve("days.zarr");
        send(first, store.toString());
        StoreOutcome would = update(later, store.toString()).plan();
        assertThat(would.steps().replaced()).isEqualTo(2);
        assertThat(would.steps().appended()).isEqualTo(5);
        DayFiles.check(store, first);
        assertThat(update(later, store.toString()).run().done()).isTrue();
        DayFiles.check(store, all);
        Path whole = folder.resolve("whole.zarr");
        send(all, whole.toString());
        assertThat(DayFiles.contents(store)).isEqualTo(DayFiles.contents(whole));
        assertThat(problems(store.toString())).isEmpty();
        assertThat(update(later, store.toString()).run().done()).isFalse();
    }

    @Test
    void whatIsInterruptedLeavesTheStoreAsItWasAndIsFinished() throws Exception {
        Path store = folder.resolve("broken.zarr");
        String root = "obs://" + store;
        Configuration conf = SharedSpark.session().sparkContext().hadoopConfiguration();
        conf.set("fs.obs.impl", FaultyFileSystem.class.getName());
        conf.setBoolean("fs.obs.impl.disable.cache", true);
        conf.set("fs.obs.full", "");
        send(first, root);
        Map<String, String> whole = DayFiles.contents(store);
        for (String full : List.of(".*/sst/3\\..*", ".*staged/chl/1\\..*", ".*documents/.*metadata")) {
            conf.set("fs.obs.full", full);
            assertThatThrownBy(() -> update(later, root).run())
                    .isInstanceOf(StageException.class)
                    .hasMessageContaining("No space left");
            DayFiles.check(store, first);
            assertThat(problems(store.toString()))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("Unfinished: update of 1 file");
            assertThatThrownBy(() -> update(all, root).run())
                    .isInstanceOf(StageException.class)
                    .hasMessageContaining("found an unfinished update of 1 file there");
            update(later, root).restart();
            assertThat(problems(store.toString())).isEmpty();
        }
        conf.set("fs.obs.full", ".*broken.zarr/chl/1\\..*");
        assertThatThrownBy(() -> update(later, root).run()).hasMessageContaining("No space left");
        assertThat(problems(store.toString())).first().asString().contains("some chunks replaced and others not");
        conf.set("fs.obs.full", "");
        update(later, root).run();
        assertThat(problems(store.toString())).isEmpty();
        DayFiles.check(store, all);
        assertThat(whole).isNotEqualTo(DayFiles.contents(store));
    }

    @Test
    void refusesWhatTheRulesForbid() throws Exception {
        Path store = folder.resolve("rules.zarr");
        assertThatThrownBy(() -> update(later, store.toString()).run())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("found nothing there, expected a Zarr store");
        send(first.subList(1, 3), store.toString());
        assertThatThrownBy(() -> update(first, store.toString()).run())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("lies before the store's first");
        List<String> coarse = DayFiles.make(folder.resolve("coarse"), 9, 2, 1, "days since 2020-01-01", "0.5");
        assertThatThrownBy(() -> update(coarse, store.toString()).run())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("found scale_factor [0.5], expected [0.01]");
        assertThatThrownBy(() -> new UpdateJob(
                                SharedSpark.session(), DayFiles.request(later, store.toString(), 5), Progress.NONE)
                        .plan())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("found chunks of 4 along time, expected 5");
    }
}
