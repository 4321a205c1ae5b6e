package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.OutsideProgram;
import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.ZarrStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Characters, texts and truth values, versions, shards and codecs through send, update, check and consolidate. */
final class StoreFormsIT {

    private static final Path SCRIPTS = Path.of("src/test/resources/dev/shoal/stage/zarr");

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeFiles() throws Exception {
        OutsideProgram.requirePython();
        OutsideProgram.python(SCRIPTS.resolve("make_texts.py"), folder.toString());
    }

    private static String file(int number) {
        return folder.resolve("texts-" + number + ".nc").toString();
    }

    private static StoreRequest request(Path store, StoreForm form, String... files) {
        return StoreRequest.of(List.of(files), store.toString())
                .chunked(Map.of("time", 2L, "station", 2L))
                .withForm(form);
    }

    private static void send(Path store, StoreForm form) {
        new SendJob(SharedSpark.session(), request(store, form, file(0), file(1)), Progress.NONE).run();
    }

    private static StoreOutcome update(Path store, String... files) {
        return new UpdateJob(SharedSpark.session(), StoreRequest.of(List.of(files), store.toString()), Progress.NONE)
                .run();
    }

    private static CheckJob.Findings check(Path store) {
        return new CheckJob(SharedSpark.session(), store.toString(), Progress.NONE).run(CheckJob.Depth.CHUNKS);
    }

    @Test
    void textsInV2AreWhatXarrayReadsFromTheFiles() throws Exception {
        Path store = folder.resolve("v2.zarr");
        send(store, StoreForm.STANDARD);
        OutsideProgram.python(SCRIPTS.resolve("check_texts.py"), store.toString(), file(0), file(1));

        assertThat(update(store, file(1), file(2)).steps().appended()).isEqualTo(4);

        OutsideProgram.python(SCRIPTS.resolve("check_texts.py"), store.toString(), file(0), file(1), file(2));
        assertThat(check(store).problems()).isEmpty();
    }

    @Test
    void shardsOfV3GrowAndHoldTheSame() throws Exception {
        OutsideProgram.requireZarrita();
        Path store = folder.resolve("v3.zarr");
        send(store, new StoreForm(ZarrFormat.V3, Map.of("time", 6L, "station", 4L), "blosc:lz4:5,crc32c"));
        OutsideProgram.node(SCRIPTS.resolve("check_texts.mjs"), store.toString(), "8");
        byte[] root = Files.readAllBytes(store.resolve("zarr.json"));
        assertThat(Consolidation.of(store.toString(), new Configuration())).isEqualTo(10);
        assertThat(store.resolve("zarr.json")).hasBinaryContent(root);

        assertThat(update(store, file(1), file(2)).steps().appended()).isEqualTo(4);

        OutsideProgram.node(SCRIPTS.resolve("check_texts.mjs"), store.toString(), "12");
        ZarrStore opened = ZarrStore.open(store.toString(), new Configuration());
        assertThat(opened.unreadable()).isEmpty();
        assertThat(opened.array("depth").orElseThrow().chunk()).containsExactly(6, 4);
        assertThat(opened.array("depth").orElseThrow().inner()).containsExactly(2, 2);
        CheckJob.Findings findings = check(store);
        assertThat(findings.problems()).isEmpty();
        assertThat(findings.absent()).isZero();
    }

    @Test
    void bothVersionsHoldTheSameNumbers() throws Exception {
        Path v2 = folder.resolve("numbers-v2.zarr");
        Path v3 = folder.resolve("numbers-v3.zarr");
        send(v2, new StoreForm(ZarrFormat.V2, Map.of(), "delta,shuffle,zlib:6"));
        send(v3, new StoreForm(ZarrFormat.V3, Map.of(), "transpose,gzip:1"));

        try (ArrayFile one = ArrayStores.open(v2.toString(), new Configuration());
                ArrayFile other = ArrayStores.open(v3.toString(), new Configuration())) {
            for (String name : List.of("time", "depth", "bottle", "remark", "name")) {
                VariableHeader here = one.header().variable(name).orElseThrow();
                VariableHeader there = other.header().variable(name).orElseThrow();
                assertThat(other.read(there).values()).isEqualTo(one.read(here).values());
                assertThat(there.attributes()).isEqualTo(here.attributes());
            }
        }
    }

    @Test
    void refusesShardsOfBrokenChunks() {
        Path store = folder.resolve("broken.zarr");
        assertThatThrownBy(() -> send(store, new StoreForm(ZarrFormat.V3, Map.of("time", 3L), "")))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("found shards of 3 along time of array")
                .hasMessageContaining("expected a multiple of that. Correct --shards or --chunks.");
        assertThatThrownBy(() -> send(store, new StoreForm(ZarrFormat.V3, Map.of("tim", 3L), "")))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("Cannot lay out shards along 'tim'");
        assertThat(store).doesNotExist();
    }
}
