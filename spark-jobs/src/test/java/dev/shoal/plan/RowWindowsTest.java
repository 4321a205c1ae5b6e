package dev.shoal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowWindowsTest {

    private static List<Window> windows(long most, long... shape) {
        List<Window> windows = new ArrayList<>();
        new RowWindows(shape, most).forEachRemaining(windows::add);
        return windows;
    }

    @Test
    void cutsTheSlowestAxisThatHasTo() {
        assertThat(windows(6, 5, 3))
                .extracting(Window::toString)
                .containsExactly("[0:2, 0:3]", "[2:4, 0:3]", "[4:5, 0:3]");
        assertThat(windows(2, 2, 3))
                .extracting(Window::toString)
                .containsExactly("[0:1, 0:2]", "[0:1, 2:3]", "[1:2, 0:2]", "[1:2, 2:3]");
        assertThat(windows(10, 4)).extracting(Window::toString).containsExactly("[0:4]");
    }

    @Test
    void hasOneWindowForAScalarAndNoneForNothing() {
        assertThat(windows(10)).hasSize(1);
        assertThat(windows(10, 0)).isEmpty();
        assertThat(windows(10, 3, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void visitsEveryPlaceOnceInOrderWithinTheBound(long seed) {
        Random random = new Random(seed);
        long[] shape = random.longs(random.nextInt(1, 5), 1, 6).toArray();
        long most = random.nextInt(1, 40);
        ChunkGrid cells =
                new ChunkGrid(shape, Arrays.stream(shape).map(length -> 1).toArray());
        long next = 0;
        for (Window window : windows(most, shape)) {
            assertThat(window.size()).isBetween(1L, most);
            for (long[] place : ChunkGrid.walk(window)) {
                assertThat(cells.ordinal(place)).isEqualTo(next++);
            }
        }
        assertThat(next).isEqualTo(cells.count());
    }
}
