package dev.shoal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnshuffleTest {

    @Test
    void putsTheBytesOfEachElementTogether() {
        Slice plain = new Unshuffle(4).decode(new Slice(new byte[] {1, 5, 2, 6, 3, 7, 4, 8, 9}, 0, 9), 9);

        assertThat(plain.copy()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void undoesANaiveShuffleOfAnyElementAndLength(long seed) {
        Random random = new Random(seed);
        for (int elementBytes : new int[] {1, 2, 3, 4, 5, 8, 16}) {
            byte[] plain = new byte[random.nextInt(random.nextBoolean() ? 500 : 40_000)];
            random.nextBytes(plain);
            byte[] shuffled = shuffle(plain, elementBytes);
            int offset = random.nextInt(9);
            byte[] stored = new byte[offset + shuffled.length];
            System.arraycopy(shuffled, 0, stored, offset, shuffled.length);

            Slice undone = new Unshuffle(elementBytes).decode(new Slice(stored, offset, plain.length), plain.length);

            assertThat(undone.copy()).isEqualTo(plain);
            byte[] redone = new byte[stored.length];
            System.arraycopy(stored, 0, redone, 0, offset);
            ByteShuffle.apply(plain, 0, redone, offset, plain.length, elementBytes);
            assertThat(redone).isEqualTo(stored);
        }
    }

    private static byte[] shuffle(byte[] plain, int elementBytes) {
        byte[] shuffled = Arrays.copyOf(plain, plain.length);
        int count = plain.length / elementBytes;
        for (int i = 0; i < count; i++) {
            for (int part = 0; part < elementBytes; part++) {
                shuffled[part * count + i] = plain[i * elementBytes + part];
            }
        }
        return shuffled;
    }
}
