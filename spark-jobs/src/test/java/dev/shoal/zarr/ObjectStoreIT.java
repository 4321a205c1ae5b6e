package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bc.zarr.ZarrGroup;
import dev.shoal.codec.Zlib;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.testing.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores in an S3 server. */
final class ObjectStoreIT {

    private static final Attributes GLOBAL = new Attributes(List.of(Attribute.of("title", "t")));

    private static final ZarrArray ARRAY = ZarrArray.of("a/b", new long[] {7, 10}, new long[] {3, 4}, ElementType.INT)
            .withFill(5)
            .withCodec(Codec.of(new Zlib(1)))
            .withSeparator("/");

    @TempDir
    Path folder;

    @Test
    void readsAndGrowsWhatItWrote() throws Exception {
        try (ObjectStore objects = ObjectStore.start(folder)) {
            String root = objects.s3Uri("bucket") + "/a folder/s.zarr";
            ZarrStore store = ZarrStore.create(root, objects.hadoopConf(), GLOBAL, List.of(ARRAY));
            Object whole = Samples.values(ElementType.INT, 70);
            Samples.write(store, ARRAY, whole);
            assertThat(ZarrStore.open(root, objects.hadoopConf()).arrays()).containsExactly(ARRAY);
            int[] empty = new int[12];
            java.util.Arrays.fill(empty, 5);
            store.writeChunk(ARRAY, new long[] {0, 0}, empty);
            ZarrStore grown = store.resize("a/b", 9, 10);
            grown.consolidate();

            try (ArrayFile file = ArrayStores.open(root, objects.hadoopConf())) {
                VariableHeader array = file.header().variable("a/b").orElseThrow();
                assertThat(array.shape()).containsExactly(9, 10);
                Window rest = new Window(new long[] {3, 0}, new long[] {7, 10});
                assertThat(file.read(array, rest).values())
                        .isEqualTo(Samples.slice(ElementType.INT, whole, ARRAY.shape(), rest));
                assertThat((int[]) file.read(array, Window.whole(3, 4)).values())
                        .containsOnly(5);
            }
            assertThat(ZarrGroup.open(new HadoopStore(root, objects.hadoopConf()))
                            .openArray("a/b")
                            .getShape())
                    .containsExactly(9, 10);
            try (Stream<Path> files = Files.walk(folder.resolve("bucket/a folder/s.zarr"))) {
                assertThat(files.filter(Files::isRegularFile)).hasSize(1 + 3 + 3 + 9 - 2);
            }
            HadoopStore keys = new HadoopStore(root, objects.hadoopConf());
            keys.put("empty", new byte[0]);
            assertThat(keys.read("empty").orElseThrow()).isEmpty();
            assertThat(keys.read("a/b/9/9")).isEmpty();
            assertThatThrownBy(() -> keys.read(".zmetadata", 10)).hasMessageContaining("found 11 bytes or more");
        }
    }

    @Test
    void saysWhichObjectTheKeyHasNoRightToWrite() throws Exception {
        try (ObjectStore objects = ObjectStore.start(folder)) {
            ZarrStore.create(objects.s3Uri("bucket") + "/s.zarr", objects.hadoopConf(), GLOBAL, List.of(ARRAY));
        }
        try (ObjectStore objects = ObjectStore.startReadOnly(folder)) {
            ZarrStore store =
                    ZarrStore.of(objects.s3Uri("bucket") + "/s.zarr", objects.hadoopConf(), GLOBAL, List.of(ARRAY));

            assertThatThrownBy(() -> store.writeChunk(ARRAY, new long[] {1, 1}, new int[12]))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Cannot write a/b/1/1 of Zarr store s3a://bucket/s.zarr: ")
                    .hasMessageContaining("AccessDenied");
        }
    }

    @Test
    void saysThatThereIsNoStore() throws Exception {
        try (ObjectStore objects = ObjectStore.start(folder)) {
            String root = objects.s3Uri("bucket") + "/s.zarr";

            assertThatThrownBy(() -> ZarrStore.open(root, objects.hadoopConf()))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("it has none of .zmetadata, zarr.json and .zgroup");
        }
    }
}
