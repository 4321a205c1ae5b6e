package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.stage.StageException;
import dev.shoal.testing.MortalFileSystem;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What consolidated documents become of, and what readers see meanwhile. */
final class ConsolidationTest {

    private static final Configuration CONF = new Configuration();

    @TempDir
    Path folder;

    private static ZarrArray array(String name, ZarrFormat format) {
        return ZarrArray.of(name, new long[] {4}, new long[] {2}, ElementType.INT)
                .withFormat(format)
                .withDimensions("x");
    }

    /** A store of two arrays, consolidated when it had one. */
    private Path store(ZarrFormat format) throws IOException {
        Path root = folder.resolve("s" + format.number() + ".zarr");
        Attributes attributes = new Attributes(List.of(Attribute.of("title", "t")));
        ZarrStore store = ZarrStore.create(root.toString(), CONF, attributes, List.of(array("a", format)));
        store.writeChunk(array("a", format), new long[] {1}, new int[] {3, 4});
        store.consolidate();
        ZarrStore.create(root.toString(), CONF, attributes, List.of(array("g/b", format)));
        return root;
    }

    private static List<String> arrays(Path root) throws IOException {
        return ZarrStore.open(root.toString(), CONF).arrays().stream()
                .map(ZarrArray::path)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aReaderSeesTheOldDocumentsOrTheNew(ZarrFormat format) throws Exception {
        Path root = store(format);
        Configuration mortal = new Configuration();
        String name = MortalFileSystem.SCHEME + "://" + root;
        Optional<StoreView> old = StoreView.of(root.toString(), CONF);
        assertThat(arrays(root)).containsExactly("a");

        MortalFileSystem.live(mortal, 0);
        assertThatThrownBy(() -> Consolidation.of(name, mortal)).isInstanceOf(StageException.class);
        assertThat(StoreView.of(root.toString(), CONF)).isEqualTo(old);

        MortalFileSystem.live(mortal, 1);
        try {
            Consolidation.of(name, mortal);
        } catch (StageException dead) { // After the put there is nothing to be seen.
            assertThat(dead).hasMessageContaining("The program was killed");
        }
        requireNew(root, old);

        MortalFileSystem.live(mortal, Long.MAX_VALUE);
        assertThat(Consolidation.of(name, mortal)).isEqualTo(2);
        requireNew(root, old);
    }

    private static void requireNew(Path root, Optional<StoreView> old) throws IOException {
        assertThat(arrays(root)).containsExactly("a", "g/b");
        assertThat(StoreView.of(root.toString(), CONF).orElseThrow().arrays())
                .containsEntry("", old.orElseThrow().arrays().get(""));
    }

    @Test
    void replacesWhatIsDamaged() throws Exception {
        Path root = store(ZarrFormat.V2);
        Files.writeString(root.resolve(".zmetadata"), "{\"metadata\": ");
        assertThat(StoreView.of(root.toString(), CONF)).isEmpty();

        assertThat(Consolidation.of(root.toString(), CONF)).isEqualTo(2);

        assertThat(arrays(root)).containsExactly("a", "g/b");
    }

    @Test
    void aStoreOfV2StaysOneWhateverLiesBeside() throws Exception {
        Path root = store(ZarrFormat.V2);
        Files.writeString(root.resolve("zarr.json"), "{\"zarr_format\": 3, \"node_type\": \"group\"}");

        assertThat(Consolidation.of(root.toString(), CONF)).isEqualTo(2);

        assertThat(ZarrStore.open(root.toString(), CONF).format()).isEqualTo(ZarrFormat.V2);
        assertThat(Files.readString(root.resolve("zarr.json"))).doesNotContain("consolidated");
    }

    @Test
    void refusesFoldersThatHoldNoArray() throws Exception {
        Path root = store(ZarrFormat.V2);
        Files.delete(root.resolve("a/.zarray"));
        Files.delete(root.resolve("g/b/.zarray"));
        Optional<StoreView> old = StoreView.of(root.toString(), CONF);

        assertThatThrownBy(() -> Consolidation.of(root.toString(), CONF))
                .isInstanceOf(StageException.class)
                .hasMessageContaining(
                        "found no array in its folders, expected those that its consolidated documents" + " name");

        assertThat(StoreView.of(root.toString(), CONF)).isEqualTo(old);
    }
}
