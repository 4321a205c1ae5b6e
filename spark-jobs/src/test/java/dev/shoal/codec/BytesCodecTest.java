package dev.shoal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BytesCodecTest {

    static List<BytesCodec> writable() {
        return List.of(
                new Zlib(0),
                new Zlib(9),
                new Gzip(4),
                new Zstd(-5),
                new Zstd(19),
                new Lz4(),
                new Shuffle(4),
                new Bz2(1),
                new Bz2(9),
                new Blosc("zstd", 2, 1, 4),
                new Blosc("lz4", 5, 2, 8),
                new Blosc("blosclz", 9, 1, 2));
    }

    @ParameterizedTest
    @MethodSource("writable")
    void decodesWhatItEncoded(BytesCodec codec) throws Exception {
        for (int size : new int[] {0, 1, 3, 4, 1000, 300_000}) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            Arrays.fill(bytes, size / 2, size, (byte) 7);

            byte[] encoded = codec.encode(bytes);

            assertThat(codec.decode(encoded, size)).isEqualTo(bytes);
            assertThat(codec.encode(bytes)).isEqualTo(encoded);
        }
    }

    @ParameterizedTest
    @MethodSource("writable")
    void refusesBytesOfAnotherSize(BytesCodec codec) {
        byte[] encoded = codec.encode(new byte[1000]);

        assertThatThrownBy(() -> codec.decode(encoded, 999)).hasMessageMatching(".*(expected 999|damaged).*");
        assertThatThrownBy(() -> codec.decode(encoded, 1001)).hasMessageMatching(".*(expected 1001|damaged).*");
    }

    @ParameterizedTest
    @MethodSource("writable")
    void refusesHalfOfTheBytes(BytesCodec codec) {
        byte[] bytes = new byte[1000];
        new Random(1).nextBytes(bytes);
        byte[] encoded = codec.encode(bytes);

        assertThatThrownBy(() -> codec.decode(Arrays.copyOf(encoded, encoded.length / 2), 1000))
                .isInstanceOf(DamageException.class);
        assertThatThrownBy(() -> codec.decode(new byte[0], 1000)).isInstanceOf(DamageException.class);
    }

    @Test
    void shufflesAsNumcodecsDoes() {
        byte[] elements = HexFormat.of().parseHex("0102030411121314");

        assertThat(new Shuffle(4).encode(elements)).isEqualTo(HexFormat.of().parseHex("0111021203130414"));
        assertThat(new Shuffle(2).encode(elements)).isEqualTo(HexFormat.of().parseHex("0103111302041214"));
    }

    @Test
    void refusesToWriteBloscThatFewCanRead() {
        assertThatThrownBy(() -> new Blosc("snappy", 5, 1, 4).encode(new byte[4]))
                .hasMessageStartingWith("Cannot write blosc: found Blosc[name=snappy");
        assertThatThrownBy(() -> new Blosc("lz4", 5, 1, 0).encode(new byte[4]))
                .hasMessageEndingWith("and the bytes of an element.");
    }

    @Test
    void readsNoDamagedBloscFrameAsData() throws Exception {
        byte[] frame = HexFormat.of().parseHex("0201022008000000080000001800000001020304050607ff");
        assertThat(new Blosc("lz4", 5, 1, 0).decode(frame, 8))
                .isEqualTo(HexFormat.of().parseHex("01020304050607ff"));

        for (int length = 0; length < frame.length; length++) {
            byte[] cut = Arrays.copyOf(frame, length);
            assertThatThrownBy(() -> new Blosc("lz4", 5, 1, 0).decode(cut, 8)).isInstanceOf(DamageException.class);
        }
        assertThatThrownBy(() -> new Blosc("lz4", 5, 1, 0).decode(frame, 16))
                .hasMessage("it decodes to 8 bytes, expected 16");
    }

    @Test
    void refusesLevelsThatDoNotExist() {
        assertThatThrownBy(() -> new Zlib(10)).hasMessage("zlib level 10, expected 0 to 9");
        assertThatThrownBy(() -> new Gzip(-1)).hasMessage("gzip level -1, expected 0 to 9");
        assertThatThrownBy(() -> new Zstd(23)).hasMessage("zstd level 23, expected -131072 to 22");
    }
}
