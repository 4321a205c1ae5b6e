package dev.shoal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldLayoutTest {

    private static Window range(long start, long end) {
        return new Window(new long[] {start}, new long[] {end});
    }

    @Test
    void putsEachRangeOnItsOwnAxis() {
        FieldLayout layout = new FieldLayout(5, 4, 2, 0, 1);
        Window window = layout.window(range(7, 9), range(3, 4), range(10, 20), range(30, 50));
        assertThat(window).isEqualTo(new Window(new long[] {10, 30, 3, 0, 7}, new long[] {20, 50, 4, 1, 9}));
    }

    @Test
    void tellsHowFarApartNeighboursLie() {
        FieldLayout layout = new FieldLayout(3, 2, -1, 1, 0);
        assertThat(layout.strides(new long[] {4, 5, 6})).containsExactly(1, 0, 6, 30);
    }

    @Test
    void cellsWithoutRowsAreOneRow() {
        FieldLayout layout = new FieldLayout(3, 0, 1, -1, 2);
        Window window = layout.window(Window.whole(4), Window.whole(2), Window.whole(1), Window.whole(9));
        assertThat(window.shape()).containsExactly(4, 2, 9);
        assertThat(layout.strides(window.shape())).containsExactly(18, 9, 0, 1);
    }
}
