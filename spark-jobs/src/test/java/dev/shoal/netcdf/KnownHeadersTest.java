package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class KnownHeadersTest {

    private static final long NOW = 1_000_000;
    private static final int KILOBYTE = 1 << 10;

    private final KnownHeaders headers =
            new KnownHeaders(10 * KILOBYTE, Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));

    private static FileState file(int number) {
        return new FileState("f" + number, 1, 0, "");
    }

    private HeldBlocks read(FileState state, int bytes) {
        HeldBlocks held = headers.of(state, 10_000);
        held.keep(0, new byte[bytes]);
        headers.read(state, held);
        return held;
    }

    @Test
    void givesWhatIsHeldOfTheSameState() {
        HeldBlocks held = read(file(1), KILOBYTE);
        assertThat(headers.of(file(1), 10_000)).isSameAs(held);
        assertThat(headers.of(new FileState("f1", 2, 0, ""), 10_000)).isNotSameAs(held);
        assertThat(headers.of(new FileState("f1", 1, 1, ""), 10_000)).isNotSameAs(held);
        assertThat(headers.of(new FileState("f1", 1, 0, "tag"), 10_000)).isNotSameAs(held);
    }

    @Test
    void forgetsWhatWasNotReadForLongestWhereThereIsNoRoom() {
        HeldBlocks first = read(file(1), 3 * KILOBYTE);
        HeldBlocks second = read(file(2), 3 * KILOBYTE);
        read(file(1), 3 * KILOBYTE);
        read(file(3), 3 * KILOBYTE);
        assertThat(headers.bytes()).isLessThanOrEqualTo(10 * KILOBYTE);
        assertThat(headers.of(file(1), 10_000)).isSameAs(first);
        assertThat(headers.of(file(2), 10_000)).isNotSameAs(second);
    }

    @Test
    void keepsNothingOfAFileWhoseHeaderIsNone() {
        KnownHeaders large = new KnownHeaders(1 << 30, Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));
        HeldBlocks held = large.of(file(1), 10_000);
        held.keep(0, new byte[3 << 20]);
        large.read(file(1), held);
        assertThat(large.bytes()).isZero();
        assertThat(large.of(file(1), 10_000)).isNotSameAs(held);
    }

    @Test
    void keepsNothingOfAFileThatWasJustWritten() {
        FileState young = new FileState("f", 1, NOW - 1999, "tag");
        assertThat(read(young, KILOBYTE)).isNotSameAs(headers.of(young, 10_000));
        assertThat(headers.bytes()).isZero();
    }
}
