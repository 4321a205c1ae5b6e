package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.codec.Blosc;
import dev.shoal.codec.Checksum;
import dev.shoal.codec.Delta;
import dev.shoal.codec.Shuffle;
import dev.shoal.codec.Zlib;
import dev.shoal.codec.Zstd;
import dev.shoal.netcdf.ElementType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoreFormTest {

    private static ZarrArray array(ElementType type) {
        return ZarrArray.of("it", new long[] {100, 30, 7}, new long[] {10, 8, 7}, type)
                .withDimensions("time", "lat", "lon");
    }

    private static StoreForm form(ZarrFormat format, String codec) {
        return new StoreForm(format, Map.of(), codec);
    }

    @Test
    void standardChangesNothing() {
        assertThat(StoreForm.STANDARD.of(array(ElementType.FLOAT))).isEqualTo(array(ElementType.FLOAT));
    }

    @Test
    void namesStepsForEveryType() {
        assertThat(form(ZarrFormat.V2, "delta,shuffle,zlib:6")
                        .of(array(ElementType.SHORT))
                        .codec())
                .isEqualTo(Codec.of(new Delta("<i2", "<i2"), new Shuffle(2), new Zlib(6)));
        assertThat(form(ZarrFormat.V2, "delta,shuffle,zlib:6")
                        .of(array(ElementType.DOUBLE))
                        .codec())
                .isEqualTo(Codec.of(new Shuffle(8), new Zlib(6)));
        assertThat(form(ZarrFormat.V2, "none").of(array(ElementType.INT)).codec())
                .isEqualTo(Codec.NONE);
        ZarrArray turned =
                form(ZarrFormat.V3, "transpose,blosc:lz4:5:bitshuffle,crc32c").of(array(ElementType.FLOAT));
        assertThat(turned.order()).isEqualTo(AxisOrder.COLUMN_MAJOR);
        assertThat(turned.codec())
                .isEqualTo(Codec.of(
                        new Blosc("lz4", 5, Blosc.BIT_SHUFFLE, 4),
                        new Checksum(Checksum.Kind.CRC32C, Checksum.Place.END)));
        assertThat(form(ZarrFormat.V3, "zstd").of(array(ElementType.FLOAT)).codec())
                .isEqualTo(Codec.of(new Zstd(3)));
    }

    @Test
    void shardsHoldWholeChunks() {
        StoreForm form = new StoreForm(ZarrFormat.V3, Map.of("time", 20L, "lat", 1000L), "");

        ZarrArray sharded = form.of(array(ElementType.FLOAT));

        assertThat(sharded.chunk()).containsExactly(20, 1000, 7);
        assertThat(sharded.inner()).containsExactly(10, 8, 7);
        ZarrArray coordinate = ZarrArray.of("time", new long[] {100}, new long[] {1024}, ElementType.DOUBLE)
                .withDimensions("time");
        assertThat(form.of(coordinate).sharded()).isFalse();
        assertThat(form.of(coordinate).format()).isEqualTo(ZarrFormat.V3);
        assertThatThrownBy(() -> new StoreForm(ZarrFormat.V3, Map.of("time", 25L), "").of(array(ElementType.FLOAT)))
                .hasMessage("shards of 25 along time of array it in chunks of 10, expected a multiple of that");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V2 | zstd,shuffle   | before the last step, expected compressors to be last",
                "V2 | crc32c,zstd:3x | with level \"3x\", expected a whole number",
                "V3 | snappy         | codec \"snappy\", expected none, or some of shuffle",
                "V3 | blosc:snappy   | with \"snappy\" inside, expected one of",
                "V3 | shuffle,delta  | expected filters before the compressor",
                "V2 | zstd,crc32c    | checksums behind it in v3 alone"
            })
    void refusesWhatCannotBeWritten(ZarrFormat format, String codec, String expected) {
        assertThatThrownBy(() -> form(format, codec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void refusesShardsInV2() {
        assertThatThrownBy(() -> new StoreForm(ZarrFormat.V2, Map.of("time", 20L), ""))
                .hasMessageContaining("in Zarr v2, expected none: only v3 has them");
    }
}
