package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.plan.Window;
import dev.shoal.stage.RunOutcome.Action;
import dev.shoal.testing.FaultyFileSystem;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run that writes its fields in several layouts. */
class LayoutsIT {

    private static final String SPEC = """
            qc: {sst: {gross_range: {fail_span: [0, 40], suspect_span: [5, 30]}}}
            output:
              codec: zlib:1
              layouts:
                maps: {chunks: {time: 1, lat: 7, lon: 9}}
                series: {chunks: {time: 4, lat: 5, lon: 6}, codec: none}
            """;
    private static final String SHARDED = SPEC.replace("output:", "output:\n  format: 3\n  task-memory: 16 MiB")
            .replace("lon: 6}, codec: none", "lon: 6}, shards: {time: 4, lat: 10, lon: 12}, codec: 'zstd:1,crc32c'")
            .replace("codec: zlib:1", "codec: gzip:1");
    private static final long SEED = 11;

    @TempDir
    private Path folder;

    private static SparkSession spark() {
        return SharedSpark.session();
    }

    private static Configuration conf() {
        return spark().sparkContext().hadoopConfiguration();
    }

    @AfterEach
    void mend() {
        conf().unset("fs.obs.full");
    }

    private ArchiveRuns archive(String name, int... days) throws IOException {
        for (int i = 0; i + 1 < days.length; i++) {
            Path file = folder.resolve("archive/day" + (100 + days[i]) + ".nc");
            SmallFiles.grids(file, SEED, days[i], days[i + 1], "degree_Celsius");
        }
        return new ArchiveRuns(name, folder.resolve("archive"));
    }

    private static String series(RunOutcome outcome) {
        assertThat(outcome.layouts()).containsOnlyKeys("series");
        return outcome.layouts().getOrDefault("series", "");
    }

    /** Returns every array's values as text, whatever its chunks. */
    private static Map<String, String> values(String root) throws IOException {
        ZarrStore store = ZarrStore.open(root, conf());
        Map<String, String> values = new TreeMap<>();
        for (ZarrArray array : store.arrays()) {
            ArrayBlock block = store.read(array, Window.whole(array.shape()));
            values.put(array.path() + array.attributes().list(), Arrays.toString(block.toDoubles()));
        }
        return values;
    }

    private static void isLikeFresh(ArchiveRuns runs, RunOutcome outcome, String spec) throws IOException {
        String fresh = runs.fresh(spec);
        assertThat(withoutMarker(outcome.location())).isEqualTo(withoutMarker(fresh));
        assertThat(withoutMarker(series(outcome))).isEqualTo(withoutMarker(fresh + "-series"));
        assertThat(values(series(outcome))).isEqualTo(values(outcome.location()));
    }

    private static Map<String, String> withoutMarker(String store) {
        Map<String, String> bytes = StoreFiles.bytes(store);
        bytes.keySet().removeIf(name -> name.endsWith(".shoal-rechunk") || name.equals("zarr.json"));
        return bytes;
    }

    private static long rows(String table) {
        return spark().sql("SELECT * FROM ocean.grids." + table + " WHERE temp IS NOT NULL")
                .count();
    }

    @Test
    void eachLayoutIsAStoreOfTheSameValuesAndAFileMoreChangesItsChunksAlone() throws IOException {
        ArchiveRuns runs = archive("layouts", 0, 3, 5);
        RunOutcome first = runs.run(SHARDED);
        assertThat(first.action()).isEqualTo(Action.CREATED);
        assertThat(first.location()).contains("layouts-maps-");
        assertThat(series(first)).contains("layouts-series-");
        assertThat(array(first.location(), "temp").chunk()).containsExactly(1, 1, 7, 9);
        assertThat(array(series(first), "temp").chunk()).containsExactly(4, 1, 10, 12);
        assertThat(array(series(first), "temp").inner()).containsExactly(4, 1, 5, 6);
        assertThat(values(series(first))).isEqualTo(values(first.location()));
        assertThat(rows("`layouts@series`")).isEqualTo(rows("layouts")).isPositive();

        Map<String, FileTime> times = StoreFiles.times(series(first));
        assertThat(runs.run(SHARDED).action()).isEqualTo(Action.NOTHING);
        assertThat(StoreFiles.times(series(first))).isEqualTo(times);

        archive("layouts", 5, 7);
        RunOutcome second = runs.run(SHARDED);
        assertThat(second.action()).isEqualTo(Action.EXTENDED);
        assertThat(second.read()).isEqualTo(1);
        assertThat(series(second)).isEqualTo(series(first));
        isLikeFresh(runs, second, SHARDED);
        TreeSet<String> untouched = new TreeSet<>();
        Map<String, FileTime> after = StoreFiles.times(series(second));
        times.forEach((name, time) -> {
            if (time.equals(after.get(name))) {
                untouched.add(name);
            }
        });
        assertThat(untouched)
                .contains("sst/c/0/0/0", "sst_qc/c/0/1/1", "temp/c/0/1/1/1", "lat/c/0")
                .noneMatch(name -> name.matches("(sst|sst_qc|temp)/c/1/.*"));

        RunOutcome third = runs.run("output: {chunks: {time: 1}}\n");
        assertThat(third.action()).isEqualTo(Action.REBUILT);
        assertThat(third.layouts()).isEmpty();
        assertThat(GridPointer.stores(spark(), "layouts").orElseThrow().others())
                .isEmpty();
        assertThatThrownBy(() -> rows("`layouts@series`"))
                .isInstanceOf(AnalysisException.class)
                .hasMessageContaining("layouts@series");
    }

    private static ZarrArray array(String store, String name) throws IOException {
        return ZarrStore.open(store, new Configuration()).array(name).orElseThrow();
    }

    @Test
    void aStoppedRunShowsNoneOfItsLayoutsAndTheNextMakesTheRest() throws IOException {
        conf().set("fs.obs.impl", FaultyFileSystem.class.getName());
        conf().set("fs.obs.impl.disable.cache", "true");
        ArchiveRuns runs = archive("layouts-stopped", 0, 3);
        String spec = SPEC.replace("  codec", "  path: \"obs://" + folder.resolve("out") + "\"\n  codec");
        conf().set("fs.obs.full", ".*-series-.*/temp/0\\.1\\.2\\.2");
        assertThatThrownBy(() -> runs.run(spec)).hasStackTraceContaining("No space left on device");
        assertThat(GridPointer.stores(spark(), "layouts-stopped")).isEmpty();
        mend();
        RunOutcome first = runs.run(spec);
        assertThat(first.action()).isEqualTo(Action.CREATED);

        archive("layouts-stopped", 3, 6);
        String before = StoreFiles.consolidated(first.location());
        conf().set("fs.obs.full", ".*-series-.*/temp/1\\.1\\.2\\.2");
        assertThatThrownBy(() -> runs.run(spec)).hasStackTraceContaining("No space left on device");
        assertThat(StoreFiles.consolidated(first.location())).isEqualTo(before);
        assertThat(StoreFiles.consolidated(series(first))).contains("3,");
        assertThat(values(series(first))).isEqualTo(values(first.location()));
        mend();
        RunOutcome second = runs.run(spec);
        assertThat(second.action()).isEqualTo(Action.EXTENDED);
        isLikeFresh(runs, second, SPEC);
    }

    @Test
    void aChunkThatNoTaskCanHoldIsRefusedBeforeAnythingIsWritten() throws IOException {
        ArchiveRuns runs = archive("layouts-large", 0, 3);
        String spec = SHARDED.replace("{time: 4, lat: 10, lon: 12}", "{time: 400000, lat: 10, lon: 12}");
        assertThatThrownBy(() -> runs.plan(spec))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("of layout 'series'")
                .hasMessageContaining("Choose smaller chunks or a larger output.task-memory.");
        assertThat(runs.plan(SHARDED).details())
                .contains("layout series, temp: [3, 2, 13, 17] in chunks of [4, 1, 10, 12], 2 units");
    }
}
