package dev.shoal.qc.neighbour;

import dev.shoal.qc.flag.QcFlag;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Flags observations that an analysis of those around them does not support (spatial consistency test; Lussana, Uboldi
 * and Salvati 2010, doi:10.1002/qj.599, as in titanlib).
 *
 * <p>Around each observation, itself included, the differences from a background are analysed by optimal interpolation
 * with Gaussian correlations. The probability of a gross error is the product of the residual of the analysis and that
 * of the analysis without the observation, over the variance of the errors there; the observation fails where it
 * exceeds a threshold.
 *
 * <p>titanlib judges all observations of an inner circle by one analysis and leaves out at once what fails, so that its
 * result depends on the order of the stations. Here each observation is the middle of its own analysis, and what fails
 * is left out from the next round on: the order never matters. The horizontal scale is the mean, over the observations,
 * of the tenth percentile of their distances from the others.
 *
 * @param around where others count; the outer circle
 * @param fewest observations, the one judged included, below which it is {@link QcFlag#UNKNOWN}; at least 2
 * @param most observations, the nearest, that make an analysis; bounds its time, which grows with their cube
 * @param background what the differences are from
 * @param leastScale metres, the least horizontal scale of correlations
 * @param heightScale metres of height over which correlations fall; infinity where heights do not matter
 * @param secondsScale seconds over which correlations fall; infinity where times do not matter
 * @param errorRatio variance of an observation's error over that of the background's; titanlib's default is 0.5
 * @param leastVariance the least variance of errors, in the values' unit squared; 0.01 in titanlib
 * @param failAbove probability above which an observation greater than its analysis is {@link QcFlag#FAIL}
 * @param failBelow probability above which an observation less than its analysis is {@link QcFlag#FAIL}
 * @param iterations rounds
 */
public record ConsistencyCheck(
        Surroundings around,
        int fewest,
        int most,
        Background background,
        double leastScale,
        double heightScale,
        double secondsScale,
        double errorRatio,
        double leastVariance,
        double failAbove,
        double failBelow,
        int iterations)
        implements Serializable {

    private static final double SCALE_QUANTILE = 0.1;

    /** What observations are expected to be before they are analysed. */
    public enum Background {
        /** Their mean. */
        MEAN,
        /** Their median. */
        MEDIAN,
        /** The line through their heights and values whose slope is the median of all slopes (Theil and Sen). */
        LINE
    }

    /** Refuses numbers that cannot be right. */
    public ConsistencyCheck {
        Checks.iterations(iterations);
        Checks.threshold(failAbove, failBelow);
        if (fewest < 2 || most < fewest) {
            throw new IllegalArgumentException("Cannot analyse observations: found at least " + fewest + " and at most "
                    + most + ", expected at least 2, and not fewer at most.");
        }
        if (!(leastScale > 0 && heightScale > 0 && secondsScale > 0 && errorRatio > 0 && leastVariance > 0)) {
            throw new IllegalArgumentException("Cannot analyse observations: found scales of " + leastScale + " m, "
                    + heightScale + " m of height and " + secondsScale + " s, an error ratio of " + errorRatio
                    + " and a least variance of " + leastVariance + ", expected all above 0.");
        }
    }

    /** Returns how far from an observation another has any effect on its flag. */
    public Surroundings reach() {
        return around.times(iterations);
    }

    /**
     * Flags all observations; the flags of those whose {@link #reach} is among them are those of the whole.
     *
     * @param flags at least as long as the observations; overwritten. {@link QcFlag#UNKNOWN} also where a height or
     *     time with a finite scale is missing
     */
    public void flag(Points points, byte[] flags) {
        PointIndex index = new PointIndex(points, around);
        byte[] left = new byte[points.size()];
        for (int i = 0; i < points.size(); i++) {
            left[i] = (byte) (index.counts(i) && placed(points, i) ? 0 : 2);
            flags[i] = Checks.unjudged(points.values()[i]);
        }
        for (int round = 0; round < iterations; round++) {
            byte[] before = left.clone();
            for (int i = 0; i < points.size(); i++) {
                if (before[i] == 0) {
                    flags[i] = flag(points, index, i, before);
                    left[i] = (byte) (flags[i] == QcFlag.FAIL ? 1 : 0);
                }
            }
        }
    }

    private boolean placed(Points points, int i) {
        boolean high = Double.isInfinite(heightScale) && background != Background.LINE;
        return (high || Double.isFinite(points.heights()[i]))
                && (Double.isInfinite(secondsScale) || points.timeMicros()[i] != Points.NO_TIME);
    }

    private byte flag(Points points, PointIndex index, int i, byte[] left) {
        int count = index.find(i, left);
        if (count + 1 < fewest) {
            return QcFlag.UNKNOWN;
        }
        int[] box = nearest(index, i, count);
        double[][] distances = distances(index, box);
        double scale = Math.max(leastScale, Boxes.scale(distances, SCALE_QUANTILE));
        double[][] covariance = new double[box.length][box.length];
        for (int a = 0; a < box.length; a++) {
            for (int b = 0; b < a; b++) {
                covariance[a][b] = correlation(points, box[a], box[b], distances[a][b] / scale);
            }
            covariance[a][a] = 1 + errorRatio;
        }
        double[] weights = Boxes.departures(points, box, background);
        double[] departures = weights.clone();
        double[] middle = new double[box.length];
        middle[0] = 1;
        if (!Boxes.solve(covariance, weights, middle)) {
            return QcFlag.UNKNOWN;
        }
        double variance = 0;
        for (int a = 0; a < box.length; a++) {
            variance += departures[a] * errorRatio * weights[a];
        }
        variance = Math.max(leastVariance, variance / box.length);
        double probability = errorRatio * weights[0] * weights[0] / middle[0] / variance;
        return probability > (weights[0] > 0 ? failAbove : failBelow) ? QcFlag.FAIL : QcFlag.GOOD;
    }

    private double correlation(Points points, int i, int j, double distance) {
        double height = Double.isInfinite(heightScale) ? 0 : (points.heights()[i] - points.heights()[j]) / heightScale;
        double time = Double.isInfinite(secondsScale)
                ? 0
                : (points.timeMicros()[i] - points.timeMicros()[j]) / (secondsScale * 1e6);
        return Math.exp(-0.5 * (distance * distance + height * height + time * time));
    }

    /** Returns the observation and the nearest of its neighbours, in an order of their own. */
    private int[] nearest(PointIndex index, int i, int count) {
        double[] distances = new double[count];
        for (int k = 0; k < count; k++) {
            distances[k] = index.distance(i, index.neighbour(k));
        }
        int take = Math.min(count, most - 1);
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        double farthest = take == 0 ? -1 : sorted[take - 1];
        int ties = 0;
        for (int k = 0; k < take; k++) {
            ties += sorted[k] == farthest ? 1 : 0;
        }
        int[] box = new int[take + 1];
        box[0] = i;
        int size = 1;
        for (int k = 0; k < count; k++) {
            if (distances[k] < farthest || (distances[k] == farthest && ties-- > 0)) {
                box[size++] = index.neighbour(k);
            }
        }
        return box;
    }

    private static double[][] distances(PointIndex index, int[] box) {
        double[][] distances = new double[box.length][box.length];
        for (int a = 0; a < box.length; a++) {
            for (int b = 0; b < a; b++) {
                distances[a][b] = index.distance(box[a], box[b]);
                distances[b][a] = distances[a][b];
            }
        }
        return distances;
    }
}
