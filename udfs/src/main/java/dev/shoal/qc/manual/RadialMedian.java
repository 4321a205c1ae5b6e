package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;

/**
 * Flags radials that differ from the median of those around them (QARTOD's manual for HF radar surface currents,
 * edition of 2022, test 205; version 1.0 (2016), test 10).
 *
 * <p>Around a radial are those, itself included, whose range and whose bearing lie within limits of its own; bearings
 * meet at north. The manual's fourth step, to put the median in the velocity's place, is left to the reader: values are
 * never changed. Radials are sorted into cells as large as the limits, so that a map costs its radials times those
 * around one.
 */
public final class RadialMedian {

    private static final double FULL_CIRCLE = 360;

    private final double[] ranges;
    private final double[] bearings;
    private final double[] velocities;
    private final double rangeLimit;
    private final double bearingLimit;
    private final int bearingCells;
    private final int rangeCells;
    private final double nearest;
    private final int[] starts;
    private final int[] members;
    private double[] found = new double[64];

    /**
     * Sorts one map.
     *
     * @param ranges of the radials from the radar, kilometres; lent
     * @param bearings of the radials, degrees; lent
     * @param velocities of the radials, NaN where missing; lent
     * @param rangeLimit kilometres; the manual's is 2.1 times the step from range to range
     * @param bearingLimit degrees; the manual's is 10
     */
    public RadialMedian(
            double[] ranges, double[] bearings, double[] velocities, double rangeLimit, double bearingLimit) {
        if (!(rangeLimit > 0) || !(bearingLimit > 0)) {
            throw new IllegalArgumentException("Cannot look around radials: found limits of " + rangeLimit + " km and "
                    + bearingLimit + " degrees, expected both above 0.");
        }
        this.ranges = ranges;
        this.bearings = bearings;
        this.velocities = velocities;
        this.rangeLimit = rangeLimit;
        this.bearingLimit = bearingLimit;
        this.bearingCells = (int) Math.max(1, Math.min(FULL_CIRCLE, Math.floor(FULL_CIRCLE / bearingLimit)));
        this.nearest = Arrays.stream(ranges).filter(Double::isFinite).min().orElse(0);
        double farthest = Arrays.stream(ranges).filter(Double::isFinite).max().orElse(0);
        this.rangeCells = (int) Math.min(velocities.length + 1.0, Math.floor((farthest - nearest) / rangeLimit) + 1);
        this.starts = new int[rangeCells * bearingCells + 1];
        this.members = sort();
    }

    private int[] sort() {
        int[] sorted = new int[velocities.length];
        for (int i = 0; i < velocities.length; i++) {
            if (known(i)) {
                starts[cell(i) + 1]++;
            }
        }
        for (int cell = 0; cell < rangeCells * bearingCells; cell++) {
            starts[cell + 1] += starts[cell];
        }
        int[] next = starts.clone();
        for (int i = 0; i < velocities.length; i++) {
            if (known(i)) {
                sorted[next[cell(i)]++] = i;
            }
        }
        return sorted;
    }

    private boolean known(int i) {
        return Double.isFinite(velocities[i]) && Double.isFinite(ranges[i]) && Double.isFinite(bearings[i]);
    }

    private int cell(int i) {
        return rangeCell(i) * bearingCells + bearingCell(i);
    }

    private int rangeCell(int i) {
        return (int) Math.min(rangeCells - 1.0, Math.floor((ranges[i] - nearest) / rangeLimit));
    }

    private int bearingCell(int i) {
        double turned = bearings[i] - FULL_CIRCLE * Math.floor(bearings[i] / FULL_CIRCLE);
        return (int) Math.min(bearingCells - 1.0, Math.floor(turned * bearingCells / FULL_CIRCLE));
    }

    /**
     * Flags every radial.
     *
     * @param difference from the median above which a velocity is {@link QcFlag#FAIL}; the manual's is 30 cm/s
     * @param flags overwritten; {@link QcFlag#UNKNOWN} where a range or a bearing is missing
     */
    public void flag(double difference, byte[] flags) {
        for (int i = 0; i < velocities.length; i++) {
            if (!Double.isFinite(velocities[i])) {
                flags[i] = QcFlag.MISSING;
            } else {
                flags[i] = known(i)
                        ? Levels.above(Math.abs(velocities[i] - median(i)), Levels.OFF, difference)
                        : QcFlag.UNKNOWN;
            }
        }
    }

    /** Returns the median of the velocities around a radial, its own among them. */
    double median(int i) {
        int count = 0;
        int cells = Math.min(3, bearingCells);
        for (int range = Math.max(0, rangeCell(i) - 1); range <= Math.min(rangeCells - 1, rangeCell(i) + 1); range++) {
            for (int turn = 0; turn < cells; turn++) {
                int bearing = Math.floorMod(bearingCell(i) - 1 + turn, bearingCells);
                count = gather(i, range * bearingCells + bearing, count);
            }
        }
        Arrays.sort(found, 0, count);
        return (found[(count - 1) / 2] + found[count / 2]) / 2;
    }

    private int gather(int i, int cell, int countBefore) {
        int count = countBefore;
        for (int at = starts[cell]; at < starts[cell + 1]; at++) {
            int other = members[at];
            if (Math.abs(ranges[i] - ranges[other]) <= rangeLimit
                    && Radials.apart(bearings[i], bearings[other]) <= bearingLimit) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = velocities[other];
            }
        }
        return count;
    }
}
