package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bc.zarr.ArrayParams;
import com.bc.zarr.CompressorFactory;
import com.bc.zarr.ZarrGroup;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.Window;
import dev.shoal.testing.MortalFileSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HadoopStoreTest {

    @TempDir
    Path folder;

    /** A local folder by its path; the same by a file system that is not local to Hadoop. */
    private HadoopStore store(String kind) throws IOException {
        if (kind.equals("local")) {
            return new HadoopStore(folder.resolve("s.zarr").toString(), Samples.CONF);
        }
        Configuration conf = new Configuration();
        conf.set("fs.viewfs.mounttable.here.link./data", folder.toUri().toString());
        return new HadoopStore("viewfs://here/data/s.zarr", conf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "mounted"})
    void keepsObjectsByKey(String kind) throws Exception {
        HadoopStore store = store(kind);
        assertThat(store.getInputStream("a/0")).isNull();
        assertThat(store.getRelativeLeafKeys("")).isEmpty();
        store.delete("a/0");

        store.put("a/0", new byte[] {1});
        store.put("a/0", new byte[] {2, 3});
        store.put("a/.zarray", new byte[0]);
        store.put(".zgroup", new byte[0]);
        store.put("b c/12:00/.zgroup", new byte[0]);

        assertThat(store.read("a/0")).contains(new byte[] {2, 3});
        assertThat(store.read("a")).isEmpty();
        assertThat(store.getRelativeLeafKeys("")).containsExactly(".zgroup", "a/.zarray", "a/0", "b c/12:00/.zgroup");
        assertThat(store.getRelativeLeafKeys("a")).containsExactly(".zarray", "0");
        assertThat(store.getKeysEndingWith("0")).containsExactly("a/0");
        assertThat(store.getArrayKeys()).containsExactly("a");
        assertThat(store.getGroupKeys()).containsExactly("", "b c/12:00");
        assertThat(store.folders("")).containsExactly("a", "b c");
        store.delete("a");
        assertThat(store.read("a/0")).isEmpty();
        assertThat(store.getArrayKeys()).isEmpty();
    }

    @Test
    void putsWhenTheStreamIsClosed() throws Exception {
        HadoopStore store = store("local");

        try (OutputStream out = store.getOutputStream("k")) {
            out.write(5);
            assertThat(store.read("k")).isEmpty();
        }

        assertThat(store.read("k")).contains(new byte[] {5});
        assertThat(folder.resolve("s.zarr")).isDirectoryContaining("glob:**").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void namesAFileSystemThatIsNotThere() {
        assertThatThrownBy(() -> new HadoopStore("nowhere://x/y", Samples.CONF))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void jzarrReadsWhatWeWrite() throws Exception {
        List<ZarrArray> arrays =
                Samples.everyKind().stream().filter(ArrayDocument::isForJzarr).toList();
        assertThat(arrays).hasSize(2 * 2 * (2 + 2 * 7));
        HadoopStore root = store("local");
        Attributes attributes = new Attributes(List.of(Attribute.of("units", "K"), Attribute.of("n", 1.5)));
        ZarrStore ours = ZarrStore.create(root.root(), Samples.CONF, attributes, arrays);
        for (ZarrArray array : arrays) {
            Samples.write(ours, array, Samples.values(array.type(), 70));
        }
        ours.consolidate();

        ZarrGroup group = ZarrGroup.open(root);

        assertThat(group.getAttributes()).isEqualTo(Map.of("units", "K", "n", 1.5));
        assertThat(group.getArrayKeys()).hasSameSizeAs(arrays);
        for (ZarrArray array : arrays) {
            com.bc.zarr.ZarrArray theirs = group.openArray(array.path());
            assertThat(theirs.read()).as("%s", array).isEqualTo(Samples.values(array.type(), 70));
            assertThat(theirs.getAttributes()).containsEntry("_ARRAY_DIMENSIONS", List.of("y", "x"));
        }
    }

    @Test
    void readsWhatJzarrWrites() throws Exception {
        ZarrGroup group = ZarrGroup.create(store("mounted"), Map.of("title", "jzarr's"));
        ZarrGroup below = group.createSubGroup("below");
        com.bc.zarr.ZarrArray theirs = below.createArray(
                "it",
                new ArrayParams()
                        .shape(5, 6)
                        .chunks(2, 4)
                        .dataType(com.bc.zarr.DataType.i4)
                        .fillValue(7)
                        .compressor(CompressorFactory.create("zlib", "level", 3)),
                Map.of("_ARRAY_DIMENSIONS", List.of("y", "x"), "units", "m"));
        int[] values = (int[]) Samples.values(ElementType.INT, 12);
        theirs.write(values, new int[] {3, 4}, new int[] {0, 0});

        ZarrStore ours = ZarrStore.open(folder.resolve("s.zarr").toString(), Samples.CONF);

        ZarrArray array = ours.array("below/it").orElseThrow();
        assertThat(ours.attributes().text("title")).contains("jzarr's");
        assertThat(array.attributes().text("units")).contains("m");
        assertThat(ours.read(array, Window.whole(3, 4)).values()).isEqualTo(values);
        assertThat((int[]) ours.read(array, new Window(new long[] {4, 0}, new long[] {5, 6}))
                        .values())
                .containsOnly(7);
    }

    @Test
    void anObjectThatWasTakenInPartIsNotPut(@TempDir java.nio.file.Path objects) throws IOException {
        Configuration conf = new Configuration();
        MortalFileSystem.live(conf, Long.MAX_VALUE);
        String root = MortalFileSystem.SCHEME + "://" + objects.resolve("store");
        new HadoopStore(root, conf).put("sst/0.0", new byte[] {1, 2, 3});
        conf.setInt(MortalFileSystem.ROOM, 4);
        HadoopStore full = new HadoopStore(root, conf);
        assertThatThrownBy(() -> full.put("sst/0.0", new byte[] {4, 5, 6, 7, 8, 9}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot write sst/0.0 of Zarr store")
                .hasMessageContaining("No space left on device");
        assertThat(full.read("sst/0.0")).contains(new byte[] {1, 2, 3});
    }
}
