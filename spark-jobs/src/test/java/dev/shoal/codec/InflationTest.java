package dev.shoal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InflationTest {

    private static final int MARGIN = 5;

    @ParameterizedTest
    @EnumSource
    void inflatesWhatZlibDeflated(InflateBackend backend) throws DamageException {
        assumeThat(backend.isHere()).isTrue();
        for (int seed = 0; seed < 200; seed++) {
            byte[] plain = plain(new Random(seed));
            byte[] stream = deflated(plain, seed % 10);
            byte[] to = new byte[plain.length + 2 * MARGIN];

            assertThat(backend.inflate(stream, 0, stream.length, to, MARGIN, plain.length))
                    .isEqualTo(plain.length);
            assertThat(Arrays.copyOfRange(to, MARGIN, MARGIN + plain.length)).isEqualTo(plain);
            assertThat(Arrays.copyOf(to, MARGIN)).containsOnly(0);
            assertThat(Arrays.copyOfRange(to, MARGIN + plain.length, to.length)).containsOnly(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsAStreamInTheMiddleOfOtherBytesAndLeavesRoomThatIsNotNeeded(InflateBackend backend)
            throws DamageException {
        byte[] stream = deflated("the tide".repeat(500).getBytes(StandardCharsets.UTF_8), 6);
        byte[] from = new byte[stream.length + 2 * MARGIN];
        System.arraycopy(stream, 0, from, MARGIN, stream.length);

        assertThat(backend.inflate(from, MARGIN, stream.length, new byte[9000], 0, 9000))
                .isEqualTo(4000);
    }

    /** A damaged stream may still be read by none or by all, but never to other values. */
    @ParameterizedTest
    @EnumSource
    void judgesDamageAsZlibDoes(InflateBackend backend) {
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            byte[] plain = plain(random);
            byte[] stream = damaged(deflated(plain, seed % 10), random);
            int limit = Math.max(1, plain.length - (seed % 3 == 0 ? 1 : 0));

            assertThat(outcome(backend, stream, limit)).isEqualTo(outcome(InflateBackend.JAVA, stream, limit));
        }
    }

    @ParameterizedTest
    @EnumSource
    void serializesNothingBetweenThreads(InflateBackend backend) {
        byte[] plain = plain(new Random(7));
        byte[] stream = deflated(plain, 4);
        List<String> outcomes = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(round -> outcome(backend, stream, plain.length))
                .distinct()
                .toList();

        assertThat(outcomes).containsExactly(outcome(InflateBackend.JAVA, stream, plain.length));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsWrong(InflateBackend backend) {
        byte[] stream = deflated(new byte[1000], 6);

        assertThatThrownBy(() -> backend.inflate(stream, 0, stream.length, new byte[999], 0, 999))
                .isInstanceOf(DamageException.class)
                .hasMessage("its zlib stream holds more than the expected 999 bytes");
        assertThatThrownBy(() -> backend.inflate(stream, 0, stream.length - 5, new byte[1000], 0, 1000))
                .hasMessage("its zlib stream stops after 1000 bytes");
        assertThatThrownBy(() -> backend.inflate(new byte[100], 0, 100, new byte[1000], 0, 1000))
                .hasMessage("its zlib stream is damaged (unknown compression method)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", " Auto", "java", "libdeflate", "isal"})
    void takesALibraryThatIsHere(String setting) {
        assertThat(Inflation.choose(setting))
                .hasValueSatisfying(backend -> assertThat(backend.isHere()).isTrue());
    }

    @Test
    void doesWhatTheSettingSays() {
        assertThat(Inflation.choose("java")).contains(InflateBackend.JAVA);
        assertThat(Inflation.choose("zlib-ng")).isEmpty();
        assertThat(Inflation.backend().isHere()).isTrue();
    }

    private static String outcome(InflateBackend backend, byte[] stream, int limit) {
        byte[] to = new byte[limit];
        try {
            int done = backend.inflate(stream, 0, stream.length, to, 0, limit);
            return done + " bytes " + Arrays.hashCode(Arrays.copyOf(to, done));
        } catch (DamageException damage) {
            return String.valueOf(damage.getMessage());
        }
    }

    private static byte[] plain(Random random) {
        byte[] plain = new byte[1 + random.nextInt(20_000)];
        int kind = random.nextInt(3);
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) (kind == 0 ? random.nextInt() : kind == 1 ? i / 50 : (int) (random.nextGaussian() * 8));
        }
        return plain;
    }

    private static byte[] damaged(byte[] stream, Random random) {
        byte[] bytes = random.nextInt(3) == 0 ? Arrays.copyOf(stream, random.nextInt(stream.length)) : stream.clone();
        for (int round = random.nextInt(3); round > 0 && bytes.length > 0; round--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] deflated(byte[] plain, int level) {
        Deflater deflater = new Deflater(level);
        deflater.setInput(plain);
        deflater.finish();
        byte[] out = new byte[plain.length * 2 + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }
}
