package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DataTypeTest {

    @TempDir
    Path folder;

    private enum Layout {
        V2,
        V3,
        SHARDS
    }

    private static List<ZarrArray> arrays(Layout layout) {
        return switch (layout) {
            case V2 -> TextSamples.everyType();
            case V3 -> TextSamples.everyTypeOfV3();
            case SHARDS ->
                TextSamples.everyType().stream()
                        .map(array -> array.withShards(6, 4))
                        .toList();
        };
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void readsEveryTypeItWrites(Layout layout) throws Exception {
        String root = folder.resolve("s.zarr").toString();
        List<ZarrArray> arrays = arrays(layout);
        TextSamples.write(root, arrays);

        ZarrStore store = ZarrStore.open(root, Samples.CONF);

        assertThat(store.unreadable()).isEmpty();
        assertThat(store.arrays()).containsExactlyInAnyOrderElementsOf(arrays);
        try (ArrayFile file = ArrayStores.open(root, Samples.CONF)) {
            for (ZarrArray array : arrays) {
                Object whole = TextSamples.values(array);
                assertThat(store.read(array, Window.whole(7, 5)).values()).isEqualTo(whole);
                assertThat(file.read(file.header().variable(array.path()).orElseThrow())
                                .values())
                        .isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void growsArraysOfEveryType(Layout layout) throws Exception {
        String root = folder.resolve("s.zarr").toString();
        List<ZarrArray> arrays = arrays(layout);
        TextSamples.write(root, arrays);
        ZarrStore store = ZarrStore.open(root, Samples.CONF);

        for (ZarrArray array : arrays) {
            store = store.resize(array.path(), 8, 5);
        }
        store.consolidate();

        ZarrStore after = ZarrStore.open(root, Samples.CONF);
        for (ZarrArray array : after.arrays()) {
            assertThat(array)
                    .isEqualTo(arrays.stream()
                            .filter(before -> before.path().equals(array.path()))
                            .findFirst()
                            .orElseThrow()
                            .withShape(8, 5));
            Object end = after.read(array, new Window(new long[] {7, 0}, new long[] {8, 5}))
                    .values();
            assertThat(end).isEqualTo(ElementBytes.filled(array.type(), 5, array.fill()));
        }
    }

    @ParameterizedTest
    @CsvSource({"|b1", "<f2", ">f2", "|S12", "<U11", ">U11", "|S1", "<i2", "|u1", ">f8"})
    void spellsWhatItReads(String dtype) {
        assertThat(DataType.parse(dtype).map(DataType::dtype)).contains(dtype);
    }

    @Test
    void leavesTimesOfNumpyToReaders() {
        assertThat(DataType.parse("<M8[ns]")).isEqualTo(Optional.empty());
    }

    @Test
    void refusesElementsThatTheTypeCannotHold() {
        assertThatThrownBy(() -> ElementBytes.encode(DataType.half(), new float[] {1.5f, 0.1f}))
                .hasMessage("Cannot write 0.1 as float16: it holds 0.099975586 at best, expected a number it holds."
                        + " Write the array as float32.");
        assertThatThrownBy(() -> ElementBytes.encode(DataType.half(), new float[] {65536}))
                .hasMessageContaining("Cannot write 65536.0 as float16: it holds 65504.0 at best");
        assertThatThrownBy(() -> ElementBytes.encode(DataType.truth(), new byte[] {1, 2}))
                .hasMessage("Cannot write 2 as bool: expected 0 or 1. Write the array as uint8.");
        assertThatThrownBy(() -> ElementBytes.encode(DataType.bytesOfText(3), new String[] {"ab", "Öl!"}))
                .hasMessage("Cannot write the text 'Öl!': found 4 bytes of UTF-8, expected at most 3."
                        + " Make the array with longer texts.");
        assertThatThrownBy(() -> ElementBytes.encode(DataType.codePoints(2), new String[] {"Öl!"}))
                .hasMessageContaining("found 3 letters, expected at most 2");
        assertThatThrownBy(() -> DataType.of(ElementType.VLEN)).hasMessageContaining("they are not written so");
    }

    @Test
    void writesEveryRealOfTwoBytes() throws Exception {
        float[] reals = new float[1 << 16];
        byte[] raw = new byte[2 << 16];
        for (int n = 0; n < reals.length; n++) {
            raw[2 * n] = (byte) n;
            raw[2 * n + 1] = (byte) (n >> 8);
        }
        String root = folder.resolve("s.zarr").toString();
        ZarrArray array = ZarrArray.of("h", new long[] {1 << 16}, new long[] {1 << 16}, ElementType.FLOAT)
                .withDataType(DataType.half())
                .withCodec(Codec.NONE);
        ZarrStore store = ZarrStore.create(root, Samples.CONF, dev.shoal.netcdf.Attributes.NONE, List.of(array));
        new HadoopStore(root, Samples.CONF).put("h/0", raw);
        System.arraycopy(store.read(array, Window.whole(1 << 16)).values(), 0, reals, 0, reals.length);

        assertThat(ElementBytes.encode(DataType.half(), reals)).isEqualTo(raw);
    }
}
