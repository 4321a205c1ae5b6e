package dev.shoal.cf;

import dev.shoal.plan.Window;
import java.util.Arrays;
import java.util.Optional;

/** The smallest box that holds some places of a window. */
final class ChosenBox {

    private final Window window;
    private final long[] low;
    private final long[] high;

    ChosenBox(Window window) {
        this.window = window;
        this.low = window.end().clone();
        this.high = new long[window.rank()];
        Arrays.fill(high, -1);
    }

    /** Adds a place by its row-major number in the window. */
    void add(int place) {
        long rest = place;
        for (int axis = window.rank() - 1; axis >= 0; axis--) {
            long index = window.start(axis) + rest % window.length(axis);
            rest /= window.length(axis);
            low[axis] = Math.min(low[axis], index);
            high[axis] = Math.max(high[axis], index);
        }
    }

    /** Returns the box, or nothing where no place was added. */
    Optional<Window> window() {
        if (high[0] < 0) {
            return Optional.empty();
        }
        long[] end = high.clone();
        for (int axis = 0; axis < end.length; axis++) {
            end[axis]++;
        }
        return Optional.of(new Window(low, end));
    }
}
