package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.UnreadableException;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.stage.Workers;
import dev.shoal.testing.FaultyFileSystem;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.OutsideProgram;
import dev.shoal.zarr.ZarrFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendJobIT {

    @TempDir
    static Path folder;

    private static List<String> files = new ArrayList<>();

    @BeforeAll
    static void makeFiles() throws Exception {
        OutsideProgram.requirePython();
        files = DayFiles.make(folder.resolve("days"), 0, 4, 3);
        files.addAll(DayFiles.make(folder.resolve("days"), 12, 3, 1, "hours since 2019-06-01 00:00:00"));
    }

    private static StoreOutcome send(List<String> paths, String store) {
        return new SendJob(
                        Workers.cluster(SharedSpark.session()),
                        DayFiles.request(paths, store, 2),
                        CommitRequest.STANDARD,
                        Progress.NONE)
                .run();
    }

    @Test
    void xarrayReadsFromTheStoreWhatItReadsFromTheFiles() throws Exception {
        Path store = folder.resolve("days.zarr");
        StoreOutcome outcome = send(List.of(folder.resolve("days") + "/*.nc"), store.toString());
        assertThat(outcome.done()).isTrue();
        assertThat(outcome.steps().appended()).isEqualTo(15);
        DayFiles.check(store, files);
        assertThat(send(List.of(folder.resolve("days") + "/*.nc"), store.toString())
                        .done())
                .isFalse();
        assertThatThrownBy(() -> send(files.subList(0, 2), store.toString()))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("found a store or other files there")
                .hasMessageContaining("shoal zarr update");
    }

    @Test
    void whatWasInterruptedDoesNotOpenAndIsFinishedToTheSameBytes() throws Exception {
        Path whole = folder.resolve("whole.zarr");
        send(files, whole.toString());
        Path broken = folder.resolve("broken.zarr");
        SparkSession spark = SharedSpark.session();
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        conf.set("fs.obs.impl", FaultyFileSystem.class.getName());
        conf.setBoolean("fs.obs.impl.disable.cache", true);
        for (String full : List.of(".*/chl/3\\..*", ".*broken.zarr/time/.zarray", ".*broken.zarr/.zgroup")) {
            conf.set("fs.obs.full", full);
            assertThatThrownBy(() -> send(files, "obs://" + broken))
                    .isInstanceOf(StageException.class)
                    .hasMessageContaining("No space left");
            assertThatThrownBy(() -> ZarrFile.open(broken.toString(), new Configuration()))
                    .isInstanceOf(UnreadableException.class);
        }
        conf.set("fs.obs.full", "");
        assertThat(send(files, "obs://" + broken).done()).isTrue();
        assertThat(DayFiles.contents(broken)).isEqualTo(DayFiles.contents(whole));
        assertThat(broken.resolve(StoreJournal.FOLDER).toFile().list()).containsExactly("done.json");
    }

    @Test
    void filesThatDifferInPackingAreNamedOrDecoded() throws Exception {
        List<String> odd = new ArrayList<>(files.subList(0, 2));
        odd.addAll(DayFiles.make(folder.resolve("odd"), 8, 2, 1, "days since 2020-01-01", "0.02"));
        assertThatThrownBy(() -> send(odd, folder.resolve("odd.zarr").toString()))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("odd/day-0008.nc, variable sst: found scale_factor [0.02], expected [0.01]")
                .hasMessageContaining("--unpack sst");
    }

    @Test
    void filesThatHoldTheSameStepAreRefused() throws Exception {
        List<String> twice = new ArrayList<>(files);
        twice.addAll(DayFiles.make(folder.resolve("twice"), 2, 3, 1));
        assertThatThrownBy(() -> send(twice, folder.resolve("twice.zarr").toString()))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("found time from 2020-01-03T00:00:00, expected it after 2020-01-04T00:00:00");
    }
}
