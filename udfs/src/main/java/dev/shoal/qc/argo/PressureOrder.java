package dev.shoal.qc.argo;

import java.util.BitSet;

/** Finds pressures that turn back along a profile that should go down level by level. */
public final class PressureOrder {

    private PressureOrder() {}

    /**
     * Finds reversals from the middle of a profile both ways, so that a wrong start or end does not condemn the rest.
     *
     * @param pressure dbar, shape {@code (n)}, none missing
     * @param reversal dbar by which a pressure must turn back to count
     * @return places whose pressure lies back by at least {@code reversal} from the last one that did not
     */
    public static BitSet reversalsFromMiddle(double[] pressure, double reversal) {
        return reversals(pressure, pressure.length / 2 - 1, reversal);
    }

    /** Finds reversals likewise from the last level upward, as for samples near the surface. */
    public static BitSet reversalsFromEnd(double[] pressure, double reversal) {
        return reversals(pressure, pressure.length - 1, reversal);
    }

    private static BitSet reversals(double[] pressure, int start, double reversal) {
        BitSet reversals = new BitSet();
        if (pressure.length < 2) {
            return reversals;
        }
        double least = pressure[start];
        for (int i = start - 1; i >= 0; i--) {
            if (pressure[i] >= least + reversal) {
                reversals.set(i);
            } else {
                least = pressure[i];
            }
        }
        double most = pressure[start];
        for (int i = start + 1; i < pressure.length; i++) {
            if (pressure[i] <= most - reversal) {
                reversals.set(i);
            } else {
                most = pressure[i];
            }
        }
        return reversals;
    }
}
