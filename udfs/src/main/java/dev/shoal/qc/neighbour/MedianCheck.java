package dev.shoal.qc.neighbour;

import dev.shoal.qc.flag.QcFlag;
import java.io.Serializable;

/**
 * Flags observations that differ from the median of those near them (QARTOD's neighbour test: temperature and salinity
 * version 2.0, test 11, by values; its own example compares rates of change, which is
 * {@link dev.shoal.qc.manual.MultiVariate} with a neighbour's series).
 *
 * @param around where others count
 * @param fewest neighbours below which an observation is {@link QcFlag#UNKNOWN}
 * @param suspect difference above which an observation is {@link QcFlag#SUSPECT}, in the values' unit
 * @param fail difference above which an observation is {@link QcFlag#FAIL}; infinity for none
 */
public record MedianCheck(Surroundings around, int fewest, double suspect, double fail) implements Serializable {

    /** Refuses thresholds below 0 and to ask for no neighbour at all. */
    public MedianCheck {
        Checks.fewest(fewest);
        Checks.threshold(suspect, fail);
    }

    /** Returns how far from an observation another has any effect on its flag. */
    public Surroundings reach() {
        return around;
    }

    /**
     * Flags the first observations.
     *
     * @param points those to flag first, then those that lie within the {@link #reach} of any of them
     * @param own number of those to flag
     * @param flags at least {@code own} long; overwritten
     */
    public void flag(Points points, int own, byte[] flags) {
        PointIndex index = new PointIndex(points, around);
        byte[] left = new byte[points.size()];
        for (int i = 0; i < own; i++) {
            int count = index.counts(i) ? index.find(i, left) : 0;
            if (count < fewest) {
                flags[i] = Checks.unjudged(points.values()[i]);
                continue;
            }
            double[] others = new double[count];
            for (int k = 0; k < count; k++) {
                others[k] = points.values()[index.neighbour(k)];
            }
            flags[i] = Checks.above(Math.abs(points.values()[i] - Checks.median(others, count)), suspect, fail);
        }
    }
}
