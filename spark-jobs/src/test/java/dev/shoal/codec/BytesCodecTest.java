package dev.shoal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"|i1", "|u1", "<i2", ">u2", "<i4", ">u4", "<i8", "<u8"})
    void givesBackWholeNumbersOfDifferences(String type) throws Exception {
        byte[] numbers = new byte[8 * 500];
        new Random(1).nextBytes(numbers);
        Delta delta = new Delta(type, type);

        assertThat(delta.decode(delta.encode(numbers), numbers.length)).isEqualTo(numbers);
        assertThat(new Delta("<i2", "<i2").encode(new byte[] {5, 0, 7, 0, 1, 0}))
                .containsExactly(5, 0, 2, 0, -6, -1);
        assertThat(new Delta("<f4", "<f4").writes()).isFalse();
        assertThat(new Delta("<i4", "<i2").writes()).isFalse();
    }

    @Test
    void storesScaledNumbersAndRefusesThoseThatDoNotFit() throws Exception {
        FixedScaleOffset filter = new FixedScaleOffset(100, 20, "<f8", "<i2");
        ByteBuffer numbers = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        numbers.putDouble(20.05).putDouble(19.9).putDouble(-300);

        byte[] stored = filter.encode(numbers.array());

        assertThat(stored).containsExactly(5, 0, -10, -1, 0, -125);
        ByteBuffer back = ByteBuffer.wrap(filter.decode(stored, 24)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(back.getDouble()).isEqualTo(20.05);
        assertThat(back.getDouble()).isEqualTo(19.9);
        for (double unfit : new double[] {Double.NaN, 1000, -400}) {
            byte[] one = numbers.putDouble(0, unfit).array();
            assertThatThrownBy(() -> filter.encode(one))
                    .hasMessageStartingWith("Cannot write fixedscaleoffset: found " + unfit);
        }
    }

    @Test
    void refusesLevelsThatDoNotExist() {
        assertThatThrownBy(() -> new Zlib(10)).hasMessage("zlib level 10, expected 0 to 9");
        assertThatThrownBy(() -> new Gzip(-1)).hasMessage("gzip level -1, expected 0 to 9");
        assertThatThrownBy(() -> new Zstd(23)).hasMessage("zstd level 23, expected -131072 to 22");
    }
}
