package dev.shoal.regrid.vertical;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/** Levels to interpolate to, in any order, and the way through them from the smallest to the largest. */
final class TargetLevels {
    private final double[] scaled;
    private final int[] rising;

    TargetLevels(double[] levels, VerticalMethod method) {
        if (levels.length == 0) {
            throw new IllegalArgumentException("Cannot take columns to other levels: there are no target levels.");
        }
        this.scaled = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            if (!Double.isFinite(levels[i]) || (method == VerticalMethod.LOG && levels[i] <= 0)) {
                throw new IllegalArgumentException("Cannot take columns to level " + levels[i] + " by method "
                        + method.name().toLowerCase(Locale.ROOT) + ", expected a number"
                        + (method == VerticalMethod.LOG ? " above zero. Use linear." : "."));
            }
            scaled[i] = method == VerticalMethod.LOG ? Math.log(levels[i]) : levels[i];
        }
        this.rising = IntStream.range(0, levels.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scaled[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int count() {
        return scaled.length;
    }

    /** Returns the place of the n-th smallest level in the order that was asked for. */
    int place(int n) {
        return rising[n];
    }

    /** Returns a level as the column's coordinate is scaled. */
    double at(int place) {
        return scaled[place];
    }

    @Override
    public String toString() {
        return Arrays.toString(scaled);
    }
}
