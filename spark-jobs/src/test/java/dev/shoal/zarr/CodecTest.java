package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.codec.Shuffle;
import dev.shoal.codec.Zstd;
import org.junit.jupiter.api.Test;

final class CodecTest {

    @Test
    void refusesACompressorBeforeTheLastStep() {
        assertThatThrownBy(() -> Codec.of(new Zstd(3), new Shuffle(4)))
                .hasMessage("codec zstd before the last step, expected compressors to be last");
    }
}
