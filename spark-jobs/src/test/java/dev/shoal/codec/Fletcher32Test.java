package dev.shoal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Fletcher32Test {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void isTheSumOfWordsAndTheSumOfSumsModulo65535(long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(5000)];
        random.nextBytes(bytes);
        long first = 0;
        long second = 0;
        for (int at = 0; at < bytes.length; at += 2) {
            int low = at + 1 < bytes.length ? bytes[at + 1] & 0xff : 0;
            first = (first + ((bytes[at] & 0xff) << 8) + low) % 65535;
            second = (second + first) % 65535;
        }

        int sum = Fletcher32.sum(bytes, 0, bytes.length);

        assertThat((sum & 0xffff) % 65535).isEqualTo((int) first);
        assertThat((sum >>> 16) % 65535).isEqualTo((int) second);
    }

    @Test
    void stripsASumThatFitsAndRefusesOneThatDoesNot() throws IOException {
        byte[] stored = {1, 2, 3, 4, 0, 0, 0, 0};
        int sum = Fletcher32.sum(stored, 0, 4);
        for (int i = 0; i < 4; i++) {
            stored[4 + i] = (byte) (sum >>> (8 * i));
        }

        assertThat(new Fletcher32().decode(new Slice(stored, 0, 8), 8).copy()).containsExactly(1, 2, 3, 4);
        stored[1] = 9;
        assertThatThrownBy(() -> new Fletcher32().decode(new Slice(stored, 0, 8), 8))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("found data of fletcher32 checksum ");
    }
}
