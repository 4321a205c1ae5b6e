package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.luben.zstd.ZstdException;
import dev.shoal.codec.Blosc;
import dev.shoal.codec.BytesCodec;
import dev.shoal.netcdf.Attributes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Shoal writes, read by zarr-java 0.0.9: every kind of v3 but Zstandard behind a checksum or in shards, of which
 * it reads some, and of v2 little-endian numbers that are plain, in zlib or in blosc. All else it refuses.
 */
final class ZarrJavaIT {

    private static final List<List<String>> READ_OF_V2 = List.of(List.of(), List.of("zlib"), List.of("blosc"));

    @TempDir
    Path folder;

    private Path written(List<ZarrArray> arrays) throws Exception {
        Path root = folder.resolve("s.zarr");
        ZarrStore store = ZarrStore.create(root.toString(), Samples.CONF, Attributes.NONE, arrays);
        for (ZarrArray array : arrays) {
            Samples.write(store, array, Samples.values(array.type(), 70));
        }
        store.consolidate();
        return root;
    }

    private static List<String> steps(ZarrArray array) {
        return array.codec().steps().stream().map(BytesCodec::id).toList();
    }

    @Test
    void readsEveryKindOfV3ThatItSaysItReads() throws Exception {
        List<ZarrArray> arrays = SamplesOfV3.everyKind();
        Path root = written(arrays);
        int inShards = 0;
        for (ZarrArray array : arrays) {
            List<String> steps = steps(array);
            if (steps.contains("zstd") && steps.contains("crc32c")) {
                assertThatThrownBy(() -> valuesOfV3(root, array)).isInstanceOf(ZstdException.class);
            } else if (steps.contains("zstd") && array.sharded()) {
                inShards += isReadInShards(root, array) ? 1 : 0;
            } else {
                assertThat(valuesOfV3(root, array)).as("%s", array).isEqualTo(Samples.values(array.type(), 70));
            }
        }
        assertThat(inShards).isPositive();
    }

    /** It gives too little room to the chunks of some shards, and says so. */
    private static boolean isReadInShards(Path root, ZarrArray array) throws Exception {
        try {
            assertThat(valuesOfV3(root, array)).as("%s", array).isEqualTo(Samples.values(array.type(), 70));
            return true;
        } catch (ZstdException refused) {
            assertThat(refused).hasMessageContaining("Destination buffer is too small");
            return false;
        }
    }

    private static Object valuesOfV3(Path root, ZarrArray array) throws Exception {
        return dev.zarr.zarrjava.v3.Array.open(root.resolve(array.path()))
                .read()
                .copyTo1DJavaArray();
    }

    @Test
    void readsTheStandardCodecOfV2AndRefusesWhatItDoesNotKnow() throws Exception {
        List<ZarrArray> arrays = Samples.everyKind();
        Path root = written(arrays);
        int read = 0;
        for (ZarrArray array : arrays) {
            if (isReadOfV2(array)) {
                assertThat(valuesOfV2(root, array)).as("%s", array).isEqualTo(Samples.values(array.type(), 70));
                read++;
            } else {
                assertThatThrownBy(() -> valuesOfV2(root, array))
                        .as("%s", array)
                        .isInstanceOf(JsonProcessingException.class);
            }
        }
        assertThat(read).isEqualTo(2 * Samples.NUMBERS.size() * (2 + 4));
    }

    private static boolean isReadOfV2(ZarrArray array) {
        boolean known = READ_OF_V2.contains(steps(array))
                && array.codec().steps().stream().noneMatch(step -> step instanceof Blosc blosc && blosc.shuffle() < 0);
        return known && (array.type().bytes() == 1 || array.dataType().endian() == Endian.LITTLE);
    }

    private static Object valuesOfV2(Path root, ZarrArray array) throws Exception {
        return dev.zarr.zarrjava.v2.Array.open(root.resolve(array.path()))
                .read()
                .copyTo1DJavaArray();
    }
}
