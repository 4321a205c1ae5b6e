package dev.shoal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chunks that libhdf5 1.10.8 and numcodecs 0.11 wrote. */
class ChunkDecodersTest {

    private static final int ROUNDS = 4000;
    private static final short[] STEPS = {
        3, 3, 4, 6, 5, 5, 5, 5, 9, 8, 7, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 250, 1, 250, 1, 2, 2, 2, 3
    };

    /**
     * One chunk and what it holds.
     *
     * @param name of its filter
     */
    private record Sample(String name, Supplier<ChunkDecoder> decoder, byte[] stored, byte[] plain) {
        static Sample of(String name, Supplier<ChunkDecoder> decoder, String stored, byte[] plain) {
            return new Sample(name, decoder, HexFormat.of().parseHex(stored), plain);
        }

        static Sample of(String name, Supplier<ChunkDecoder> decoder, String stored, String plain) {
            return of(name, decoder, stored, HexFormat.of().parseHex(plain));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Sample> samples() {
        return List.of(
                Sample.of(
                        "SZIP",
                        () -> new Unszip(169, 4, 16, 32),
                        "40000000100039085907b101f0066dfaf1faf11390",
                        shorts(1, 32)),
                Sample.of(
                        "SZIP_BY_BYTES",
                        () -> new Unszip(141, 8, 32, 32),
                        "80000000bd549b502d7a654924b6bc18c631f4343434343434343caaa9efb19df7e202b555c00101",
                        sums()),
                Sample.of(
                        "SCALEOFFSET",
                        () -> new Unscaleoffset(2, 0, 24, 0, 4, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                        "0400000008e803000000000000000000000000000033465555987700000000000000",
                        ints(1000, 24)),
                Sample.of(
                        "SCALEOFFSET_OF_REALS",
                        () -> new Unscaleoffset(0, 2, 16, 1, 4, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                        "07000000085c8fc23e00000000000000000000000000006253060c1894f9932fffffff00",
                        "5c8fc23e5c8fc23e0000003f0000403f52b81e3f52b81e3f52b81e3f52b81e3f"
                                + "295c8f3f0000803fae47613fae47613f00000000000000000000000000000000"),
                Sample.of(
                        "NBIT",
                        () -> new Unnbit(8, 0, 16, 1, 2, 0, 11, 0),
                        "ffdffbff8010000000000000800c01002ff7feffdffb00",
                        "fe07fe07ff07010000000000000000000400030002000200fb07fb07fb07fb07"),
                Sample.of(
                        "LZF",
                        Unlzf::new,
                        "02030003e0000100046001000660010005e00e0100096001000860010007e00201e03f0000fa600100016001e0030b0002e0080140b70103"
                                + "00",
                        shorts(3, 32)),
                Sample.of(
                        "LZ4",
                        Unlz4::new,
                        "00000000000000c0000010000000003b260300020011040200110602001f050200041109020011080200170702000f01003511fa0200110102"
                                + "00000a00040c001d02020060030003000300",
                        shorts(3, 32)),
                Sample.of(
                        "ZSTD",
                        Unzstd::new,
                        "28b52ffd20c07d0100980300040605090807fa01fa01020300030003000d00600a9003c740939c70055080784018b804d403c2c0156d0e0b",
                        shorts(3, 32)),
                Sample.of(
                        "BZIP2",
                        Unbzip2::new,
                        "425a6839314159265359ae7a83d4000028c400ffe0020000102000310340d0114868d34720f194d21286caa520c5275b66ec2f00afbe2ee48a"
                                + "70a1215cf507a8",
                        shorts(3, 32)),
                Sample.of(
                        "BLOSC_LZ4",
                        Unblosc::new,
                        "02013402c0000000c000000052000000140000003a000000f1013ff0ffc70f00000000380ee03f0e00c00c0062c7f1ffc0ffff0c0002020011"
                                + "3f070021c70107000102000f0c001d0f02003f500000000000",
                        shorts(3, 32)),
                Sample.of(
                        "BLOSC_OF_ITS_OWN",
                        Unblosc::new,
                        "02011102c0000000c000000052000000140000003a0000002c03030303030304040406060605e00200060909090808080760000000e01a0005"
                                + "fafafa01010180050002c00002030303e01a3ae03200010000",
                        shorts(3, 32)),
                Sample.of(
                        "BITSHUFFLE",
                        () -> new Unbitshuffle(2, 0, 2),
                        "00000000000000ba0000200000000038f1003ff0ffc70f00000000380e3f0e00c00b0052c7f1c0ffff0b00010200113f060021c70107000002000f0b00190f02003750000000000002000200020002000200",
                        Arrays.copyOf(shorts(3, 32), 186)));
    }

    private static byte[] shorts(int times, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * times * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < times * count; i++) {
            bytes.putShort(STEPS[i / times]);
        }
        return bytes.array();
    }

    private static byte[] ints(int more, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putInt(STEPS[i] + more);
        }
        return bytes.array();
    }

    private static byte[] sums() {
        ByteBuffer bytes = ByteBuffer.allocate(4 * STEPS.length).order(ByteOrder.LITTLE_ENDIAN);
        int sum = 0;
        for (short step : STEPS) {
            sum += step;
            bytes.putInt(sum);
        }
        return bytes.array();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void givesWhatWasWrittenWhereverTheChunkLies(Sample sample) throws IOException {
        ChunkDecoder decoder = sample.decoder.get();
        byte[] apart = new byte[sample.stored.length + 30];
        System.arraycopy(sample.stored, 0, apart, 17, sample.stored.length);

        assertThat(decoder.decode(new Slice(sample.stored, 0, sample.stored.length), sample.plain.length)
                        .copy())
                .isEqualTo(sample.plain);
        assertThat(decoder.decode(new Slice(apart, 17, sample.stored.length), sample.plain.length + 9)
                        .copy())
                .isEqualTo(sample.plain);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void damageEndsInAnErrorOrInNoMoreBytesThanAChunkHas(Sample sample) {
        Random random = new Random(sample.name().hashCode());
        ChunkDecoder decoder = sample.decoder.get();
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] stored = Arrays.copyOf(
                        sample.stored,
                        random.nextInt(3) == 0 ? random.nextInt(sample.stored.length) : sample.stored.length);
                for (int i = random.nextInt(4); i > 0 && stored.length > 0; i--) {
                    stored[random.nextInt(stored.length)] = (byte) random.nextInt();
                }
                try {
                    assertThat(decoder.decode(new Slice(stored, 0, stored.length), sample.plain.length)
                                    .length())
                            .isLessThanOrEqualTo(sample.plain.length);
                } catch (IOException damage) {
                    assertThat(damage.getMessage()).isNotBlank();
                }
            }
        });
    }

    @Test
    void aChunkThatClaimsMoreThanItCanHoldIsRefusedBeforeMemoryIsTaken() {
        byte[] szip = {-1, -1, -1, 127, 0, 0, 0, 0};
        byte[] lz4 = {0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0};

        assertThatThrownBy(() -> new Unszip(169, 4, 16, 32).decode(new Slice(szip, 0, szip.length), 64))
                .isInstanceOf(DamageException.class)
                .hasMessage("it decodes to 2147483647 bytes, expected 64");
        assertThatThrownBy(() -> new Unlz4().decode(new Slice(lz4, 0, lz4.length), 64))
                .isInstanceOf(DamageException.class)
                .hasMessage("it decodes to 1099511627776 bytes, expected 64");
        assertThatThrownBy(() -> new Unszip(169, 3, 16, 32).decode(new Slice(szip, 0, szip.length), 64))
                .isInstanceOf(DamageException.class)
                .hasMessage("found szip with the parameters [169, 3, 16, 32], expected options, 2 to 32 pixels a block,"
                        + " 1 to 24, 32 or 64 bits, 1 to 4096 pixels a line");
    }

    @Test
    void theChecksumOfHdf5IsJenkinsLookup3() {
        byte[] text = "Four score and seven years ago".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(Lookup3.sum(text, 0, text.length)).isEqualTo(0x17770551);
        assertThat(Lookup3.sum(new byte[0], 0, 0)).isEqualTo(0xdeadbeef);
    }
}
