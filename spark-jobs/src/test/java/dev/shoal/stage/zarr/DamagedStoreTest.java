package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.ZarrStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a check finds in stores that were damaged on purpose: chunks of v2 in zlib, shards of v3 with crc32c. */
final class DamagedStoreTest {

    private static final Configuration CONF = new Configuration();

    @TempDir
    Path folder;

    private Path make(ZarrFormat format) throws Exception {
        StoreForm form = format == ZarrFormat.V2
                ? new StoreForm(format, Map.of(), "zlib:1")
                : new StoreForm(format, Map.of("y", 6L, "x", 4L), "zstd:3,crc32c");
        List<ZarrArray> arrays = new ArrayList<>();
        for (String path : List.of("group/count", "speed")) {
            ElementType type = path.equals("speed") ? ElementType.FLOAT : ElementType.INT;
            ZarrArray plain = ZarrArray.of(path, new long[] {12, 8}, new long[] {3, 2}, type)
                    .withDimensions("y", "x");
            arrays.add(form.of(path.equals("speed") ? plain.withFill(Float.NaN) : plain));
        }
        Path root = folder.resolve("s.zarr");
        ZarrStore store = ZarrStore.create(root.toString(), CONF, Attributes.NONE, arrays);
        for (ZarrArray array : arrays) {
            for (long n = 0; n < array.grid().count(); n++) {
                int size = (int) array.grid().window(array.grid().index(n)).size();
                Object values = array.type() == ElementType.INT ? numbers(size) : reals(size);
                store.writeChunk(array, array.grid().index(n), values);
            }
        }
        store.consolidate();
        Files.writeString(root.resolve(RechunkMarker.NAME), "made by Shoal");
        return root;
    }

    private static int[] numbers(int size) {
        int[] numbers = new int[size];
        Arrays.setAll(numbers, at -> at * at);
        return numbers;
    }

    private static float[] reals(int size) {
        float[] reals = new float[size];
        Arrays.fill(reals, Float.NaN);
        reals[0] = 1;
        return reals;
    }

    private static String chunk(ZarrFormat format, String array) {
        return array + (format == ZarrFormat.V2 ? "/1.1" : "/c/1/1");
    }

    private static String header(ZarrFormat format, String array) {
        return array + (format == ZarrFormat.V2 ? "/.zarray" : "/zarr.json");
    }

    /** What was found in documents and names, then in chunks; with the chunks that shards hold. */
    private record Found(List<String> names, List<String> chunks, long held) {}

    private static Found check(Path store) throws Exception {
        StoreAudit audit = StoreAudit.of(store.toString(), CONF);
        try (ArrayFile file = ArrayStores.open(store.toString(), CONF);
                ChunkCheck check = new ChunkCheck(store.toString(), CONF)) {
            for (ChunkCheck.Box box : ChunkCheck.boxes(file, audit.arrays())) {
                check.read(box);
            }
            return new Found(audit.problems(), check.problems(), check.held());
        }
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void findsNothingInASoundStore(ZarrFormat format) throws Exception {
        Found found = check(make(format));

        assertThat(found.names()).isEmpty();
        assertThat(found.chunks()).isEmpty();
        assertThat(found.held()).isEqualTo(format == ZarrFormat.V2 ? 0 : 16 + 4);
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void findsAChunkThatWasCutOff(ZarrFormat format) throws Exception {
        Path store = make(format);
        Path chunk = store.resolve(chunk(format, "group/count"));
        Files.write(chunk, Arrays.copyOf(Files.readAllBytes(chunk), (int) (Files.size(chunk) / 2)));

        Found found = check(store);

        assertThat(found.names()).isEmpty();
        assertThat(found.chunks()).hasSize(1);
        assertThat(found.chunks().get(0))
                .contains(chunk(format, "group/count"), format == ZarrFormat.V2 ? "cells" : "a whole shard");
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void findsOneChunkWhereAByteWasFlipped(ZarrFormat format) throws Exception {
        Path store = make(format);
        flip(store.resolve(chunk(format, "group/count")), 9);

        Found found = check(store);

        assertThat(found.chunks()).hasSize(1);
        assertThat(found.chunks().get(0)).startsWith("Damaged, cells").contains(chunk(format, "group/count"));
    }

    @ParameterizedTest
    @EnumSource(value = ZarrFormat.class, names = "V3")
    void findsAShardWhoseIndexWasFlipped(ZarrFormat format) throws Exception {
        Path store = make(format);
        Path shard = store.resolve(chunk(format, "group/count"));
        flip(shard, (int) Files.size(shard) - 10);

        assertThat(check(store).chunks())
                .singleElement()
                .asString()
                .startsWith("Damaged, a whole shard")
                .contains("crc32c");
    }

    private static void flip(Path file, int at) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 0x10;
        Files.write(file, bytes);
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void findsAnObjectThatIsMissing(ZarrFormat format) throws Exception {
        Path store = make(format);
        Files.delete(store.resolve(chunk(format, "group/count")));
        Files.delete(store.resolve(chunk(format, "speed")));

        Found found = check(store);

        String expected = format == ZarrFormat.V2 ? "Missing: 1 of 16 chunks" : "Missing: 1 of 4 shards";
        assertThat(found.names()).singleElement().asString().startsWith(expected + " of array group/count");
        assertThat(found.chunks()).isEmpty();
        assertThat(StoreAudit.of(store.toString(), CONF).objects("speed")).isEqualTo(format == ZarrFormat.V2 ? 15 : 3);
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void findsObjectsThatDoNotBelongThere(ZarrFormat format) throws Exception {
        Path store = make(format);
        Files.writeString(store.resolve("speed/notes.txt"), "x");
        Files.writeString(store.resolve("README"), "x");

        assertThat(check(store).names())
                .singleElement()
                .asString()
                .contains("2 objects of", "are no chunk and no document", "README", "speed/notes.txt");
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void findsHeadersThatAreMissingOrNotShown(ZarrFormat format) throws Exception {
        Path store = make(format);
        Files.createDirectories(store.resolve("late"));
        Files.copy(store.resolve(header(format, "speed")), store.resolve(header(format, "late")));
        Files.delete(store.resolve(header(format, "speed")));

        List<String> names = check(store).names();

        assertThat(names).hasSize(2);
        assertThat(names.get(0))
                .startsWith("Missing: the header of array speed in its folder")
                .contains("found none");
        assertThat(names.get(1)).startsWith("Not shown: array or group late");
    }

    @ParameterizedTest
    @EnumSource(value = ZarrFormat.class, names = "V2")
    void findsThatNothingIsConsolidated(ZarrFormat format) throws Exception {
        Path store = make(format);
        Files.delete(store.resolve(".zmetadata"));

        assertThat(check(store).names())
                .singleElement()
                .asString()
                .startsWith("Missing: .zmetadata")
                .contains("'shoal zarr consolidate'");
    }
}
