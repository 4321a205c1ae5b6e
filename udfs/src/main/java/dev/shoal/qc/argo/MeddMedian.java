package dev.shoal.qc.argo;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** The sliding median of the MEDD test, with its corrections (MEDD test specification 1.2, steps 2 to 6). */
final class MeddMedian {

    private static final double CLOSE_VALUES = 0.01;
    private static final double CLOSE_PRESSURES = 5;
    private static final double DEEP = 1950;

    /** Pressures between which the width of the window changes evenly, and its widths there, in dbar. */
    private static final double[] WINDOW_PRESSURES = {150, 500, 1000, 1500};

    private static final double[] WINDOW_WIDTHS = {110, 180, 400, 500};

    private final double[] values;
    private final double[] pressure;
    private final double[] slope;
    private final double[] steepest;
    private final MeddLimits limits;
    private final BitSet out;
    private final int[] inside;
    private final double[] median;

    private MeddMedian(double[] values, double[] pressure, MeddLimits limits) {
        this.values = values;
        this.pressure = pressure;
        this.limits = limits;
        slope = slope(values, pressure);
        steepest = Medd.byPressure(pressure, limits.steepest());
        out = doubtful();
        BitSet in = new BitSet();
        in.set(0, values.length);
        in.andNot(out);
        inside = Levels.numbers(in);
        median = new double[values.length];
    }

    /**
     * Returns the median of every level.
     *
     * @param values shape {@code (n)}, all finite
     * @param pressure dbar, shape {@code (n)}, ascending
     * @param limits of the variable
     */
    static double[] of(double[] values, double[] pressure, MeddLimits limits) {
        MeddMedian medians = new MeddMedian(values, pressure, limits);
        medians.fill();
        return medians.median;
    }

    private static double[] slope(double[] values, double[] pressure) {
        double[] slope = new double[values.length];
        for (int i = 1; i < values.length; i++) {
            double change = values[i] - values[i - 1];
            double step = pressure[i] - pressure[i - 1];
            boolean close = Math.abs(change) < CLOSE_VALUES && Math.abs(step) < CLOSE_PRESSURES;
            slope[i] = close ? 0 : change / step;
        }
        slope[0] = slope[1];
        return slope;
    }

    /** Returns the levels that are left out of the medians: where the profile is too steep. */
    private BitSet doubtful() {
        double[] turn = Medd.byPressure(pressure, limits.steepestTurn());
        BitSet doubtful = new BitSet();
        for (int i = 1; i < values.length - 1; i++) {
            doubtful.set(
                    i,
                    Math.abs(slope[i]) > turn[i]
                            && Math.abs(slope[i + 1]) > turn[i + 1]
                            && Math.signum(slope[i]) == -Math.signum(slope[i + 1]));
        }
        doubtful.set(0, doubtful.get(1));
        for (int i = 0; i < values.length; i++) {
            if (slope[i] < limits.steepestFall()
                    || slope[i] > limits.steepestRise()
                    || Math.abs(slope[i]) > steepest[i]) {
                doubtful.set(i);
            }
        }
        return doubtful;
    }

    private void fill() {
        BitSet own = new BitSet();
        int[] last = new int[values.length];
        last[0] = inside.length > 0 ? inside[0] : 0;
        for (int i = 0; i < values.length; i++) {
            int[] window = window(i);
            median[i] = oddMedian(window);
            own.set(i, endsBelow(i, window) || endsAbove(i, window));
            deep(i, own);
            if (i > 0) {
                last[i] = out.get(i) ? last[i - 1] : i;
            }
        }
        own.stream().forEach(i -> median[i] = values[i]);
        out.stream().forEach(i -> median[i] = median[last[i]]);
    }

    /** Returns the levels around one that its median is taken of: as many above as below where there are any. */
    private int[] window(int level) {
        double reach = Math.ceil(width(pressure[level]) / 2) + 1;
        int start = first(place -> pressure[level] - pressure[place] < reach);
        int aboveEnd = first(place -> pressure[place] >= pressure[level]);
        int belowStart = first(place -> pressure[place] > pressure[level]);
        int end = first(place -> pressure[place] - pressure[level] >= reach);
        int sides = Math.min(aboveEnd - start, end - belowStart);
        if (sides == 0) {
            return end == start ? new int[] {level} : Arrays.copyOfRange(inside, start, end);
        }
        int self = out.get(level) ? 0 : 1;
        int[] window = new int[2 * sides + self];
        System.arraycopy(inside, aboveEnd - sides, window, 0, sides);
        if (self == 1) {
            window[sides] = level;
        }
        System.arraycopy(inside, belowStart, window, sides + self, sides);
        return window;
    }

    /** Returns the first of the levels inside from which on a condition holds, their number where it never does. */
    private int first(IntPredicate holds) {
        int low = 0;
        int high = inside.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(inside[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static double width(double at) {
        int last = WINDOW_PRESSURES.length - 1;
        if (at >= WINDOW_PRESSURES[last]) {
            return WINDOW_WIDTHS[last];
        }
        for (int i = last - 1; i >= 0; i--) {
            if (at >= WINDOW_PRESSURES[i]) {
                double share = (at - WINDOW_PRESSURES[i]) / (WINDOW_PRESSURES[i + 1] - WINDOW_PRESSURES[i]);
                return WINDOW_WIDTHS[i] + (WINDOW_WIDTHS[i + 1] - WINDOW_WIDTHS[i]) * share;
            }
        }
        return WINDOW_WIDTHS[0];
    }

    /** Returns the median of the values of a window; of an even number, with the first of them twice. */
    private double oddMedian(int[] window) {
        boolean even = window.length % 2 == 0;
        double[] sorted = new double[window.length + (even ? 1 : 0)];
        for (int i = 0; i < window.length; i++) {
            sorted[i] = values[window[i]];
        }
        if (even) {
            sorted[window.length] = values[window[0]];
        }
        return Selection.middle(sorted);
    }

    /** Tells whether a level has none or but one below it, so that it must be its own median. */
    private boolean endsBelow(int level, int[] window) {
        if (level == 0 || out.get(level) || out.get(level - 1)) {
            return false;
        }
        return level == window[window.length - 1] || secondFromEnd(level, window);
    }

    private static boolean secondFromEnd(int level, int[] window) {
        if (window.length == 1) {
            return false;
        }
        return level == window[window.length - 2];
    }

    /** Tells whether a level has none or but one above it, so that it must be its own median. */
    private boolean endsAbove(int level, int[] window) {
        if (level == values.length - 1 || out.get(level) || out.get(level + 1) || slope[level] > limits.warming()) {
            return false;
        }
        boolean doubledFirst = window.length % 2 == 0;
        return level == window[0] || (!doubledFirst && window.length > 1 && level == window[1]);
    }

    /** Puts right the median of the deep: there a level is its own unless it lies too far off the water above. */
    private void deep(int level, BitSet own) {
        if (pressure[level] < DEEP) {
            return;
        }
        int above = lastAboveDeep();
        boolean judged = !out.get(level) && above >= 0;
        double fall = judged ? (values[level] - values[above]) / (pressure[level] - pressure[above]) : 0;
        if (Math.abs(fall) > steepest[level]) {
            median[level] = median[above];
            own.clear(level);
        } else if (!out.get(level)) {
            own.set(level);
        }
    }

    private int lastAboveDeep() {
        int last = Arrays.binarySearch(pressure, Math.nextDown(DEEP));
        int place = last >= 0 ? last : -last - 2;
        while (place >= 0 && place + 1 < pressure.length && pressure[place + 1] < DEEP) {
            place++;
        }
        return place;
    }
}
