package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.window.Extremes;

/**
 * Finds, sample by sample, the longest stretch ending there that stays within the tolerance; one pass serves both
 * thresholds.
 *
 * <p>Two monotonic queues hold the positions of the stretch's possible minima and maxima, so a sample costs constant
 * time whatever the length of the window, and memory is that of the window.
 */
final class FlatStretches implements QcKernel {

    private final double[] values;
    private final int suspectIntervals;
    private final int failIntervals;
    private final int longest;
    private final double tolerance;
    private final Extremes minima;
    private final Extremes maxima;
    private int stretchStart;
    private int latest = -1;

    FlatStretches(Series series, int suspectIntervals, int failIntervals, double tolerance) {
        this.values = series.values();
        this.suspectIntervals = suspectIntervals;
        this.failIntervals = failIntervals;
        this.longest = Math.max(suspectIntervals, failIntervals);
        this.tolerance = tolerance;
        this.minima = new Extremes();
        this.maxima = new Extremes();
    }

    @Override
    public void flag(int start, int end, byte[] flags) {
        for (int i = start; i < end; i++) {
            flags[i - start] = flag(i);
        }
    }

    private byte flag(int i) {
        double value = values[i];
        if (!Double.isFinite(value)) {
            return QcFlag.MISSING;
        }
        if (latest >= 0 && !(Math.abs(value - values[latest]) < tolerance)) {
            stretchStart = latest + 1;
            minima.clear();
            maxima.clear();
        }
        latest = i;
        lengthen(i, value);
        shorten();
        if (i - failIntervals >= stretchStart) {
            return QcFlag.FAIL;
        }
        return i - suspectIntervals >= stretchStart ? QcFlag.SUSPECT : QcFlag.GOOD;
    }

    private void lengthen(int i, double value) {
        stretchStart = Math.max(stretchStart, i - longest);
        minima.dropBefore(stretchStart);
        maxima.dropBefore(stretchStart);
        while (!minima.isEmpty() && values[minima.last()] >= value) {
            minima.dropLast();
        }
        while (!maxima.isEmpty() && values[maxima.last()] <= value) {
            maxima.dropLast();
        }
        minima.add(i);
        maxima.add(i);
    }

    private void shorten() {
        while (!minima.isEmpty() && !(values[maxima.first()] - values[minima.first()] < tolerance)) {
            stretchStart = Math.min(minima.first(), maxima.first()) + 1;
            minima.dropBefore(stretchStart);
            maxima.dropBefore(stretchStart);
        }
    }
}
