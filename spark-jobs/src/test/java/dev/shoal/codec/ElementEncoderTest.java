package dev.shoal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayBlock;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementEncoderTest {

    private static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    private static List<Object> samples(Random random, int count) {
        return List.of(
                random.doubles(count).toArray(),
                random.longs(count).toArray(),
                random.ints(count, 0, 1000).toArray(),
                floats(random, count),
                shorts(random, count),
                bytes(random, count));
    }

    private static float[] floats(Random random, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = i % 7 == 0 ? Float.NaN : 15 + random.nextFloat();
        }
        return floats;
    }

    private static short[] shorts(Random random, int count) {
        short[] shorts = new short[count];
        for (int i = 0; i < count; i++) {
            shorts[i] = (short) random.nextInt(2000);
        }
        return shorts;
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static List<List<BytesCodec>> chains() {
        return List.of(
                List.of(),
                List.of(new Zstd(3)),
                List.of(new Shuffle(4), new Zstd(3)),
                List.of(new Shuffle(8), new Zstd(1)),
                List.of(new Shuffle(2)),
                List.of(new Shuffle(1), new Zlib(5)),
                List.of(
                        new Blosc("zstd", 2, Blosc.BYTE_SHUFFLE, 4),
                        new Checksum(Checksum.Kind.CRC32C, Checksum.Place.END)));
    }

    private static byte[] stepByStep(Object values, ByteOrder order, List<BytesCodec> steps) {
        byte[] bytes = ArrayBlock.bytes(values, order);
        for (BytesCodec step : steps) {
            bytes = step.encode(bytes);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1023, 1024, 1025, 5000, 20_003})
    void givesTheBytesThatTheStepsGiveOneByOne(int count) {
        try (ElementEncoder encoder = new ElementEncoder()) {
            for (Object values : samples(new Random(count), count)) {
                for (ByteOrder order : ORDERS) {
                    for (List<BytesCodec> steps : chains()) {
                        assertThat(encoder.encode(values, order, steps).copy())
                                .as("%s %s %s", values.getClass().getSimpleName(), order, steps)
                                .isEqualTo(stepByStep(values, order, steps));
                    }
                }
            }
        }
    }

    @Test
    void leavesWhatItIsGivenAsItIs() {
        float[] values = floats(new Random(5), 3000);
        float[] before = values.clone();
        byte[] plain = bytes(new Random(6), 3000);
        byte[] plainBefore = plain.clone();
        try (ElementEncoder encoder = new ElementEncoder()) {
            for (List<BytesCodec> steps : chains()) {
                encoder.encode(values, ByteOrder.LITTLE_ENDIAN, steps);
                encoder.encode(plain, ByteOrder.LITTLE_ENDIAN, steps);
                encoder.encode(new Slice(plain, 8, 2000), steps);
            }
        }
        assertThat(values).isEqualTo(before);
        assertThat(plain).isEqualTo(plainBefore);
    }

    @Test
    void encodesAStretchOfAnArray() {
        byte[] plain = bytes(new Random(8), 4096);
        List<BytesCodec> steps = List.of(new Shuffle(4), new Zstd(3));
        try (ElementEncoder encoder = new ElementEncoder()) {
            Slice stretch = new Slice(plain, 96, 4000);
            assertThat(encoder.encode(stretch, steps).copy())
                    .isEqualTo(stepByStep(stretch.copy(), ByteOrder.LITTLE_ENDIAN, steps));
        }
    }
}
