package dev.shoal.qc.argo;

import java.util.BitSet;

/**
 * Test 26: in RBR's CTD the temperature of the conductivity cell lies near that of the water; where it does not at more
 * than two levels, it is bad and salinity, which is corrected with it, probably bad (Argo Quality Control Manual for
 * CTD and Trajectory Data 3.7, test 26).
 *
 * @param shallow degrees Celsius of difference that pass down to the boundary
 * @param deep likewise below it
 * @param boundary dbar
 * @param levels that may fail before the test does
 */
public record TempCndcCheck(double shallow, double deep, double boundary, int levels) implements ArgoCheck {

    /** The manual's limits. */
    public static final TempCndcCheck MANUAL = new TempCndcCheck(10, 1.5, DepthLimit.MIDWATER, 2);

    private static final String CELL = "TEMP_CNDC";

    @Override
    public ArgoTest test() {
        return ArgoTest.TEMP_CNDC;
    }

    @Override
    public void run(ArgoWork work) {
        if (!work.profile().traits().contains(FloatTrait.RBR_CTD)
                || !work.has(ArgoNames.PRES, ArgoNames.TEMP, ArgoNames.PSAL, CELL)) {
            return;
        }
        BitSet usable = work.usable(ArgoNames.PRES, ArgoNames.TEMP, ArgoNames.PSAL);
        usable.and(Slabs.known(work.values(CELL), work.values(ArgoNames.PRES)));
        if (usable.isEmpty()) {
            return;
        }
        work.performed(test(), CELL);
        work.performed(test(), ArgoNames.PSAL);
        if (apart(work, usable) > levels) {
            work.raise(test(), CELL, usable, ArgoFlag.BAD);
            work.raise(test(), ArgoNames.PSAL, usable, ArgoFlag.CORRECTABLE);
        }
    }

    private int apart(ArgoWork work, BitSet usable) {
        double[] pressure = work.values(ArgoNames.PRES);
        double[] cell = work.values(CELL);
        double[] water = work.values(ArgoNames.TEMP);
        int apart = 0;
        for (int level = usable.nextSetBit(0); level >= 0; level = usable.nextSetBit(level + 1)) {
            double limit = pressure[level] <= boundary ? shallow : deep;
            apart += Math.abs(cell[level] - water[level]) > limit ? 1 : 0;
        }
        return apart;
    }
}
