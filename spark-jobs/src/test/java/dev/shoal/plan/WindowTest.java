package dev.shoal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

    @Test
    void refusesAnEndBeforeItsStart() {
        assertThatThrownBy(() -> new Window(new long[] {0, 5}, new long[] {1, 4}))
                .hasMessageContaining("axis 1 runs from 5 to 4");
    }

    @Test
    void refusesTwoRanks() {
        assertThatThrownBy(() -> new Window(new long[] {0}, new long[] {1, 4}))
                .hasMessageContaining("start has rank 1 and end has rank 2");
    }

    @Test
    void countsItsCells() {
        Window window = new Window(new long[] {1, 2}, new long[] {4, 7});
        assertThat(window.size()).isEqualTo(15);
        assertThat(window.shape()).containsExactly(3, 5);
        assertThat(Window.whole().size()).isEqualTo(1);
    }

    @Test
    void keepsItsOwnCopyOfTheIndexes() {
        long[] start = {0};
        Window window = new Window(start, new long[] {3});
        start[0] = 2;
        assertThat(window.start(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void intersectsAsSetsOfCellsDo(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Window one = random(random);
            Window other = random(random);
            long shared = 0;
            for (long[] cell : ChunkGrid.walk(one)) {
                shared += other.contains(Window.at(cell, new long[] {1, 1})) ? 1 : 0;
            }
            assertThat(one.intersect(other).map(Window::size).orElse(0L)).isEqualTo(shared);
        }
    }

    private static Window random(Random random) {
        long[] start = {random.nextInt(6), random.nextInt(6)};
        return Window.at(start, new long[] {random.nextInt(5), random.nextInt(5)});
    }
}
