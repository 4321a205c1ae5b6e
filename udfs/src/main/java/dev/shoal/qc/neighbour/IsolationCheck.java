package dev.shoal.qc.neighbour;

import dev.shoal.qc.flag.QcFlag;
import java.io.Serializable;

/**
 * Flags observations with too few others near them to be checked (titanlib's isolation check).
 *
 * @param around where others count
 * @param fewest neighbours below which an observation is {@link QcFlag#SUSPECT}
 */
public record IsolationCheck(Surroundings around, int fewest) implements Serializable {

    /** Refuses to ask for no neighbour at all. */
    public IsolationCheck {
        Checks.fewest(fewest);
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
     * @param flags at least {@code own} long; overwritten. {@link QcFlag#UNKNOWN} where a position, a time or a height
     *     that counts is missing
     */
    public void flag(Points points, int own, byte[] flags) {
        PointIndex index = new PointIndex(points, around);
        byte[] left = new byte[points.size()];
        for (int i = 0; i < own; i++) {
            if (index.counts(i)) {
                flags[i] = index.find(i, left) < fewest ? QcFlag.SUSPECT : QcFlag.GOOD;
            } else {
                flags[i] = Checks.unjudged(points.values()[i]);
            }
        }
    }
}
