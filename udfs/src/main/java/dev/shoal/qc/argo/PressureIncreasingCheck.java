package dev.shoal.qc.argo;

import java.util.BitSet;

/**
 * Test 8: pressure increases along the profile; one that turns back by 20 dbar or more is bad, with everything at its
 * level (Argo Quality Control Manual for CTD and Trajectory Data, test 8, in the form of Coriolis' profile RTQC 6.5).
 *
 * @param reversal dbar by which a pressure must turn back to be bad; a tiny one asks for a strict increase
 */
public record PressureIncreasingCheck(double reversal) implements ArgoCheck {

    /** The manual's pressure. */
    public static final PressureIncreasingCheck MANUAL = new PressureIncreasingCheck(20);

    @Override
    public ArgoTest test() {
        return ArgoTest.PRESSURE_INCREASING;
    }

    @Override
    public void run(ArgoWork work) {
        for (ArgoNames.Ctd ctd : ArgoNames.CTDS) {
            if (work.has(ctd.pressure())) {
                judge(work, ctd.pressure());
            }
        }
    }

    private void judge(ArgoWork work, String name) {
        int[] levels = Levels.numbers(work.present(name));
        double[] pressure = Levels.at(levels, work.values(name));
        work.performed(test(), name);
        BitSet places = work.profile().sampling().isNearSurface()
                ? PressureOrder.reversalsFromEnd(pressure, reversal)
                : PressureOrder.reversalsFromMiddle(pressure, reversal);
        if (!places.isEmpty()) {
            work.raise(test(), name, Levels.among(levels, places), ArgoFlag.BAD);
            work.spreadBadPressure(test());
        }
    }
}
