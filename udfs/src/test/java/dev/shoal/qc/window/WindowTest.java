package dev.shoal.qc.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WindowTest {

    private static final long MISSING = Long.MIN_VALUE;

    @Test
    void leavesOutSamplesExactlyOnePeriodOld() {
        long[] times = {0, 10, 20, 20, 25, 60};
        assertThat(starts(Window.time(times, 20, TimeOrder.ASCENDING), 6)).containsExactly(0, 0, 1, 1, 1, 5);
    }

    @Test
    void looksTheOtherWayWhereTimesDescend() {
        long[] times = {60, 25, 20, 20, 10, 0};
        assertThat(starts(Window.time(times, 20, TimeOrder.DESCENDING), 6)).containsExactly(0, 1, 1, 1, 1, 4);
    }

    @Test
    void countsSamples() {
        assertThat(starts(Window.samples(3), 5)).containsExactly(0, 0, 0, 1, 2);
        assertThat(starts(Window.whole(), 3)).containsExactly(0, 0, 0);
    }

    @Test
    void refusesWindowsOfNothing() {
        assertThatThrownBy(() -> Window.samples(0))
                .hasMessage("Cannot make a window of 0 samples: expected at least one.");
        assertThatThrownBy(() -> Window.time(new long[0], 0, TimeOrder.NONE))
                .hasMessage("Cannot make a window of 0 steps of time over times in order NONE: expected at least one "
                        + "step, and times that ascend or descend.");
    }

    @Test
    void knowsTheOrderOfTimes() {
        assertThat(TimeOrder.of(new long[0], 0, MISSING)).isEqualTo(TimeOrder.ASCENDING);
        assertThat(TimeOrder.of(new long[] {3, 3}, 2, MISSING)).isEqualTo(TimeOrder.ASCENDING);
        assertThat(TimeOrder.of(new long[] {1, 3, 2}, 2, MISSING)).isEqualTo(TimeOrder.ASCENDING);
        assertThat(TimeOrder.of(new long[] {3, 3, 2}, 3, MISSING)).isEqualTo(TimeOrder.DESCENDING);
        assertThat(TimeOrder.of(new long[] {3, 4, 2}, 3, MISSING)).isEqualTo(TimeOrder.NONE);
        assertThat(TimeOrder.of(new long[] {MISSING}, 1, MISSING)).isEqualTo(TimeOrder.NONE);
        assertThat(TimeOrder.of(new long[] {MISSING, 1}, 2, MISSING)).isEqualTo(TimeOrder.NONE);
    }

    @Test
    void holdsPositionsInTheOrderTheyCame() {
        Extremes queue = new Extremes();
        for (int i = 0; i < 1000; i++) {
            queue.add(i);
            queue.dropBefore(i - 100);
            assertThat(queue.first()).isEqualTo(Math.max(0, i - 100));
            assertThat(queue.last()).isEqualTo(i);
        }
        queue.dropLast();
        assertThat(queue.last()).isEqualTo(998);
        queue.clear();
        assertThat(queue.isEmpty()).isTrue();
    }

    private static int[] starts(Window window, int size) {
        int[] starts = new int[size];
        int[] rest = new int[size];
        window.starts(0, 2, starts);
        window.starts(2, size, rest);
        System.arraycopy(rest, 0, starts, 2, size - 2);
        return starts;
    }
}
