package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ZarrStoreContractTest {

    /**
     * All kinds of numbers are written and read in OtherReadersIT; every seventh is enough here. Neither types nor
     * codecs are a multiple of seven, so all of them come up.
     */
    private static final int EVERY = 7;

    @TempDir
    Path folder;

    static List<ZarrArray> everyKind() {
        List<ZarrArray> arrays = new ArrayList<>();
        for (ZarrArray array : Samples.everyKind()) {
            boolean blosc = array.path().contains("blosc");
            if (!blosc || array.dataType().endian() == Endian.LITTLE) {
                arrays.add(array);
            }
            if (array.separator().equals("/") && !blosc) {
                arrays.add(array.withOrder(AxisOrder.COLUMN_MAJOR));
            }
        }
        SamplesOfV3.everyKind().stream()
                .filter(array -> array.type() == ElementType.FLOAT || array.type() == ElementType.BYTE)
                .forEach(arrays::add);
        return IntStream.range(0, arrays.size())
                .filter(n -> n % EVERY == 0)
                .mapToObj(arrays::get)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void readsWhatItWrote(ZarrArray array) throws Exception {
        String root = folder.resolve("s.zarr").toString();
        ZarrStore writer = ZarrStore.create(root, Samples.CONF, Attributes.NONE, List.of(array));
        Object whole = Samples.values(array.type(), 70);
        Samples.write(writer, array, whole);
        writer.consolidate();

        ZarrStore reader = ZarrStore.open(root, Samples.CONF);
        try (ArrayFile file = ArrayStores.open(root, Samples.CONF)) {
            assertThat(file.read(file.header().variables().get(0)).values()).isEqualTo(whole);
        }

        assertThat(reader.arrays()).containsExactly(array);
        ArrayBlock block = reader.read(reader.array(array.path()).orElseThrow(), Window.whole(7, 10));
        assertThat(block.type()).isEqualTo(array.type());
        assertThat(block.shape()).containsExactly(7, 10);
        assertThat(block.values()).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27})
    void anyWindowOfAnyChunkingIsThePlainSlice(long seed) throws Exception {
        Random random = new Random(seed);
        long[] shape = lengths(random, random.nextInt(5), 1, 9);
        ElementType type = Samples.NUMBERS.get(random.nextInt(Samples.NUMBERS.size()));
        List<Codec> codecs = Samples.codecs(type);
        ZarrArray array = ZarrArray.of("group/deep/it", shape, lengths(random, shape.length, 1, 5), type)
                .withCodec(codecs.get(random.nextInt(codecs.size())))
                .withOrder(random.nextBoolean() ? AxisOrder.ROW_MAJOR : AxisOrder.COLUMN_MAJOR)
                .withSeparator(random.nextBoolean() ? "." : "/");
        if (seed % 3 == 1) {
            array = array.withFormat(ZarrFormat.V3);
        } else if (seed % 3 == 2) {
            long[] shard = array.chunk().clone();
            java.util.Arrays.setAll(shard, axis -> shard[axis] * (1 + random.nextInt(3)));
            array = array.withShards(shard);
        }
        ZarrStore store =
                ZarrStore.create(folder.resolve("s.zarr").toString(), Samples.CONF, Attributes.NONE, List.of(array));
        Object whole = Samples.values(type, (int) Window.whole(shape).size());
        Samples.write(store, array, whole);

        ChunkReader reader = ZarrStore.open(store.root(), Samples.CONF).reader();

        for (int n = 0; n < 20; n++) {
            Window window = window(random, shape);
            assertThat(reader.read(array, window).values())
                    .as("%s of %s", window, array.path())
                    .isEqualTo(Samples.slice(type, whole, shape, window));
        }
    }

    private static long[] lengths(Random random, int rank, int least, int most) {
        return random.longs(rank, least, most + 1).toArray();
    }

    private static Window window(Random random, long[] shape) {
        long[] start = new long[shape.length];
        long[] end = new long[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            start[axis] = random.nextInt((int) shape[axis]);
            end[axis] = start[axis] + random.nextInt((int) (shape[axis] - start[axis]) + 1);
        }
        return new Window(start, end);
    }

    @Test
    void writesTheSameBytesAgain() throws Exception {
        List<ZarrArray> arrays = Samples.everyKind().stream()
                .filter(array -> array.dataType().endian() == Endian.LITTLE)
                .toList();
        for (String name : List.of("one", "two")) {
            ZarrStore store = ZarrStore.create(folder.resolve(name).toString(), Samples.CONF, Attributes.NONE, arrays);
            for (ZarrArray array : arrays) {
                Samples.write(store, array, Samples.values(array.type(), 70));
            }
            store.consolidate();
        }

        List<String> keys = new HadoopStore(folder.resolve("one").toString(), Samples.CONF)
                .getRelativeLeafKeys("")
                .toList();

        assertThat(keys).hasSizeGreaterThan(arrays.size() * 11);
        for (String key : keys) {
            assertThat(Files.mismatch(
                            folder.resolve("one").resolve(key),
                            folder.resolve("two").resolve(key)))
                    .as(key)
                    .isEqualTo(-1);
        }
    }
}
