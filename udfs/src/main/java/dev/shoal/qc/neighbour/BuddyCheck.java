package dev.shoal.qc.neighbour;

import dev.shoal.qc.flag.QcFlag;
import java.io.Serializable;

/**
 * Flags observations that lie many standard deviations from the mean of those near them (titanlib's buddy check).
 *
 * <p>The deviation is that of the neighbours as a population, widened by that of their mean: the root of
 * {@code variance * (1 + 1 / count)}. Observations that fail no longer judge others in the next round, so that a look
 * at the neighbours of neighbours is needed for each round. Unlike titanlib's, an observation with too few neighbours
 * does not pass.
 *
 * @param around where others count
 * @param fewest neighbours below which an observation is {@link QcFlag#UNKNOWN}
 * @param suspect deviations above which an observation is {@link QcFlag#SUSPECT}
 * @param fail deviations above which an observation is {@link QcFlag#FAIL}; infinity for none
 * @param leastDeviation the least a deviation counts, in the values' unit
 * @param gradient change of the quantity with height, by which neighbours are brought to the observation's; -0.0065 for
 *     air temperature, 0 where heights do not matter and may be missing
 * @param iterations rounds
 */
public record BuddyCheck(
        Surroundings around,
        int fewest,
        double suspect,
        double fail,
        double leastDeviation,
        double gradient,
        int iterations)
        implements Serializable {

    /** Refuses thresholds below 0, no neighbour, no round and a gradient that is not finite. */
    public BuddyCheck {
        Checks.fewest(fewest);
        Checks.iterations(iterations);
        Checks.threshold(suspect, fail);
        Checks.threshold(leastDeviation, Math.abs(gradient));
    }

    /** Returns how far from an observation another has any effect on its flag. */
    public Surroundings reach() {
        return around.times(iterations);
    }

    /**
     * Flags all observations; the flags of those whose {@link #reach} is among them are those of the whole.
     *
     * @param flags at least as long as the observations; overwritten
     */
    public void flag(Points points, byte[] flags) {
        PointIndex index = new PointIndex(points, around);
        byte[] failed = new byte[points.size()];
        for (int round = 0; round < iterations; round++) {
            byte[] before = failed.clone();
            for (int i = 0; i < points.size(); i++) {
                if (before[i] == 0) {
                    flags[i] = flag(points, index, i, before);
                    failed[i] = (byte) (flags[i] == QcFlag.FAIL ? 1 : 0);
                }
            }
        }
    }

    private byte flag(Points points, PointIndex index, int i, byte[] failed) {
        int found = index.counts(i) ? index.find(i, failed) : 0;
        int count = 0;
        double mean = 0;
        double squares = 0;
        for (int k = 0; k < found; k++) {
            double value = brought(points, index.neighbour(k), i);
            if (Double.isFinite(value)) {
                double deviation = value - mean;
                mean += deviation / ++count;
                squares += deviation * (value - mean);
            }
        }
        if (count < fewest) {
            return Checks.unjudged(points.values()[i]);
        }
        double variance = squares / count;
        double deviation = Math.max(leastDeviation, Math.sqrt(variance + variance / count));
        double distance = Math.abs(points.values()[i] - mean);
        return Checks.above(deviation == 0 && distance == 0 ? 0 : distance / deviation, suspect, fail);
    }

    private double brought(Points points, int from, int to) {
        double value = points.values()[from];
        return gradient == 0 ? value : value + gradient * (points.heights()[to] - points.heights()[from]);
    }
}
