package dev.shoal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BloscWriterTest {

    static List<Blosc> everyKind() {
        List<Blosc> kinds = new ArrayList<>();
        for (String name : Blosc.WRITABLE) {
            for (int shuffle : new int[] {-1, 0, 1, 2}) {
                for (int level : name.equals("zstd") ? new int[] {0, 1, 2, 5} : new int[] {1, 5, 9}) {
                    for (int elementBytes : new int[] {1, 2, 4, 8, 12, 17, 300}) {
                        kinds.add(new Blosc(name, level, shuffle, elementBytes));
                    }
                }
            }
        }
        return kinds;
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void framesDecodeToWhatWasEncoded(Blosc blosc) throws Exception {
        for (int size : new int[] {0, 1, 7, 127, 128, 1000, 4096, 32_768, 70_001, 300_008}) {
            for (Content content : Content.values()) {
                byte[] plain = content.bytes(size, blosc.elementBytes());

                byte[] frame = blosc.encode(plain);

                assertThat(frame.length).isLessThanOrEqualTo(size + 16);
                assertThat(ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getInt(12))
                        .isEqualTo(frame.length);
                assertThat(blosc.decode(frame, size)).as("%d %s", size, content).isEqualTo(plain);
                assertThat(blosc.encode(plain)).isEqualTo(frame);
                if (content == Content.STEPS && size >= 4096 && blosc.level() > 0 && blosc.shuffle() != 0) {
                    assertThat(frame.length).as("%d %s", size, content).isLessThan(size * 4 / 5);
                }
            }
        }
    }

    /** The header and the places of the blocks are 16 bytes and 4 for each block. */
    @Test
    void aBitThatFlipsInABlockOfZstandardIsDamage() {
        Blosc blosc = Blosc.of("zstd", 2, Blosc.BYTE_SHUFFLE, 4);
        byte[] plain = Content.STEPS.bytes(3_000_000, 4);
        byte[] frame = blosc.encode(plain);
        Random random = new Random(4);
        for (int time = 0; time < 200; time++) {
            int at = 16 + 3 * 4 + random.nextInt(frame.length - 16 - 3 * 4);
            byte[] flipped = frame.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));

            assertThatThrownBy(() -> blosc.decode(flipped, plain.length))
                    .as("byte %d", at)
                    .isInstanceOf(DamageException.class);
        }
    }

    private enum Content {
        NOISE,
        STEPS,
        MIXED;

        byte[] bytes(int size, int elementBytes) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            for (int i = 0; i < size && this != NOISE; i++) {
                boolean noise = this == MIXED && i / 5000 % 2 == 0;
                int element = i / elementBytes;
                bytes[i] = noise ? bytes[i] : (byte) (i % elementBytes == 0 ? element / 16 : 3 * (i % elementBytes));
            }
            return bytes;
        }
    }
}
