package dev.shoal.qc.argo;

import java.util.BitSet;

/** How far a value stands out from its neighbours in a profile. */
public final class Excess {

    private static final int HALF_WINDOW = 2;

    private Excess() {}

    /**
     * Returns Argo's spike: the distance from the mean of two neighbours, less half their own distance.
     *
     * @param before the neighbour before
     * @param value the value
     * @param after the neighbour after
     */
    public static double spike(double before, double value, double after) {
        return Math.abs(value - (after + before) / 2) - Math.abs((after - before) / 2);
    }

    /**
     * Returns Argo's gradient: the distance from the mean of two neighbours.
     *
     * @param before the neighbour before
     * @param value the value
     * @param after the neighbour after
     */
    public static double gradient(double before, double value, double after) {
        return Math.abs(value - (after + before) / 2);
    }

    /**
     * Finds values whose {@link #spike} lies above a limit.
     *
     * @param values shape {@code (n)}
     * @param pressure dbar, shape {@code (n)}
     * @param usable places that count: a value is judged where it and both neighbours do
     * @param limit by pressure; one that equals it passes
     */
    public static BitSet spikes(double[] values, double[] pressure, BitSet usable, DepthLimit limit) {
        BitSet spikes = new BitSet();
        for (int i = 1; i < values.length - 1; i++) {
            if (allUsable(usable, i, 1) && spike(values[i - 1], values[i], values[i + 1]) > limit.at(pressure[i])) {
                spikes.set(i);
            }
        }
        return spikes;
    }

    /** Finds values whose {@link #gradient} lies above a limit, likewise. */
    public static BitSet gradients(double[] values, double[] pressure, BitSet usable, DepthLimit limit) {
        BitSet gradients = new BitSet();
        for (int i = 1; i < values.length - 1; i++) {
            if (allUsable(usable, i, 1) && gradient(values[i - 1], values[i], values[i + 1]) > limit.at(pressure[i])) {
                gradients.set(i);
            }
        }
        return gradients;
    }

    /**
     * Finds values that lie far from the median of themselves and two neighbours on each side.
     *
     * @param values shape {@code (n)}
     * @param usable places that count: a value is judged where all five do
     * @param limit distance that passes, in the values' unit
     * @param share of the value that passes on top
     */
    public static BitSet medianSpikes(double[] values, BitSet usable, double limit, double share) {
        BitSet spikes = new BitSet();
        for (int i = HALF_WINDOW; i < values.length - HALF_WINDOW; i++) {
            if (allUsable(usable, i, HALF_WINDOW)) {
                double median = RunningMedian.of(values, i - HALF_WINDOW, i + HALF_WINDOW + 1);
                spikes.set(i, Math.abs(values[i] - median) > limit + share * values[i]);
            }
        }
        return spikes;
    }

    /**
     * Returns the places that can be judged: they and the neighbours around them count.
     *
     * @param usable places that count
     * @param size number of values
     * @param around neighbours looked at on each side
     */
    public static BitSet judged(BitSet usable, int size, int around) {
        BitSet judged = new BitSet();
        for (int i = around; i < size - around; i++) {
            judged.set(i, allUsable(usable, i, around));
        }
        return judged;
    }

    private static boolean allUsable(BitSet usable, int place, int around) {
        return usable.nextClearBit(place - around) > place + around;
    }
}
