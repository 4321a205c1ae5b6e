package dev.shoal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayBlock;
import java.lang.reflect.Array;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One decoder over many chunks gives the numbers that were encoded, whatever it decoded before. */
final class ElementDecoderTest {

    private static final int[] COUNTS = {0, 1, 7, 1024, 1031, 70_000, 3};

    private final ElementDecoder decoder = new ElementDecoder();

    static Stream<List<BytesCodec>> chains() {
        Checksum sum = new Checksum(Checksum.Kind.CRC32C, Checksum.Place.END);
        return Stream.of(
                List.of(),
                List.of(new Zstd(3)),
                List.of(new Shuffle(4), new Zstd(3)),
                List.of(new Shuffle(8), new Zlib(1), sum),
                List.of(new Shuffle(2), new Lz4()),
                List.of(new Gzip(1)),
                List.of(new Blosc("zstd", 2, 1, 16 << 10, 4)),
                List.of(new Blosc("lz4", 5, 1, 4), sum),
                List.of(new Blosc("blosclz", 5, 1, 1000, 8)),
                List.of(new Blosc("zlib", 1, 2, 4)),
                List.of(new Blosc("zstd", 0, 1, 4)),
                List.of(new Shuffle(3), new Blosc("zstd", 2, 1, 4)));
    }

    private static Stream<Object> arrays(int count, Random random) {
        return Stream.<Object>of(
                        new byte[count],
                        new short[count],
                        new int[count],
                        new long[count],
                        new float[count],
                        new double[count])
                .peek(array -> fill(array, random));
    }

    private static void fill(Object array, Random random) {
        for (int i = 0; i < Array.getLength(array); i++) {
            int number = random.nextInt(200) - 100;
            if (array instanceof float[] floats) {
                floats[i] = number / 4f;
            } else if (array instanceof double[] doubles) {
                doubles[i] = number / 8.0;
            } else if (array instanceof long[] longs) {
                longs[i] = (long) number << 33;
            } else if (array instanceof int[] ints) {
                ints[i] = number << 20;
            } else if (array instanceof short[] shorts) {
                shorts[i] = (short) (number << 5);
            } else {
                ((byte[]) array)[i] = (byte) number;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("chains")
    void decodesIntoTheArray(List<BytesCodec> steps) {
        CodecChain chain = new CodecChain(steps);
        Random random = new Random(11);
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (int count : COUNTS) {
                arrays(count, random).forEach(array -> decodes(chain, order, array, random));
            }
        }
    }

    private void decodes(CodecChain chain, ByteOrder order, Object array, Random random) {
        byte[] encoded = ArrayBlock.bytes(array, order);
        for (BytesCodec step : chain.steps()) {
            encoded = step.encode(encoded);
        }
        byte[] among = new byte[encoded.length + 13];
        random.nextBytes(among);
        System.arraycopy(encoded, 0, among, 5, encoded.length);
        Object into = Array.newInstance(array.getClass().getComponentType(), Array.getLength(array));
        fill(into, random);

        try {
            decoder.decode(new Slice(among, 5, encoded.length), chain, order, into);
        } catch (java.io.IOException damage) {
            throw new AssertionError(chain + ", " + array.getClass(), damage);
        }

        assertThat(into).as("%s of %s", chain, array.getClass()).isEqualTo(array);
    }

    @ParameterizedTest
    @MethodSource("chains")
    void refusesAnotherNumberOfElements(List<BytesCodec> steps) {
        CodecChain chain = new CodecChain(steps);
        byte[] encoded = ArrayBlock.bytes(new int[1000], ByteOrder.LITTLE_ENDIAN);
        for (BytesCodec step : steps) {
            encoded = step.encode(encoded);
        }
        Slice stored = Slice.of(encoded);

        for (int count : new int[] {999, 1001}) {
            assertThatThrownBy(() -> decoder.decode(stored, chain, ByteOrder.LITTLE_ENDIAN, new int[count]))
                    .isInstanceOf(DamageException.class);
        }
    }

    @Test
    void refusesBlocksThatStreamsDoNotFill() {
        byte[] frame = new Blosc("lz4", 5, 1, 1000, 4).encode(new byte[4000]);
        frame[3] = 3;

        assertThatThrownBy(() -> new Blosc("lz4", 5, 1, 4).decode(frame, 4000)).isInstanceOf(DamageException.class);
    }
}
