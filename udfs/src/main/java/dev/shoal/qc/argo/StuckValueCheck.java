package dev.shoal.qc.argo;

import java.util.BitSet;

/**
 * Test 13: values of a profile that are all the same are bad (Argo Quality Control Manual for CTD and Trajectory Data,
 * test 13). A stuck pressure makes everything bad. Near the surface values may well be the same.
 */
public record StuckValueCheck() implements ArgoCheck {

    @Override
    public ArgoTest test() {
        return ArgoTest.STUCK_VALUE;
    }

    @Override
    public void run(ArgoWork work) {
        if (work.profile().sampling().isNearSurface()) {
            return;
        }
        boolean pressureIsStuck = false;
        for (String name : work.profile().parameters().keySet()) {
            BitSet present = work.present(name);
            if (!present.isEmpty()) {
                work.performed(test());
            }
            if (isStuck(work.values(name), present)) {
                work.raise(test(), name, present, ArgoFlag.BAD);
                pressureIsStuck |= ArgoNames.isPressure(name);
            }
        }
        if (pressureIsStuck) {
            work.spreadBadPressure(test());
        }
    }

    /**
     * Tells whether more than one value counts and all are the same.
     *
     * @param values shape {@code (n)}
     * @param present places that count
     */
    public static boolean isStuck(double[] values, BitSet present) {
        int first = present.nextSetBit(0);
        for (int i = first; i >= 0; i = present.nextSetBit(i + 1)) {
            if (values[i] != values[first]) {
                return false;
            }
        }
        return present.cardinality() > 1;
    }
}
