package dev.shoal.qc.argo;

import java.util.BitSet;

/**
 * Test 25: temperature and salinity far from the median of their profile are bad where density says so too (Argo
 * Quality Control Manual for CTD and Trajectory Data 3.3, test 25; see {@link Medd}). A CTD without salinity is judged
 * by wider limits. A profile of more than {@link Medd#MOST} levels is not tested.
 *
 * @param equatorial degrees of latitude up to which a lone temperature has limits of its own
 * @param density of sea water
 */
public record MeddCheck(double equatorial, Density density) implements ArgoCheck {

    /** The specification's latitude, with TEOS-10. */
    public static final MeddCheck MANUAL = new MeddCheck(10, Density.TEOS_10);

    @Override
    public ArgoTest test() {
        return ArgoTest.MEDD;
    }

    @Override
    public void run(ArgoWork work) {
        if (!work.hasPosition() || work.profile().levels() > Medd.MOST) {
            return;
        }
        for (ArgoNames.Ctd ctd : ArgoNames.CTDS) {
            if (work.has(ctd.pressure(), ctd.temperature(), ctd.salinity())) {
                judge(work, ctd);
            } else if (work.has(ctd.pressure(), ctd.temperature())) {
                lone(work, ctd);
            }
        }
    }

    private void judge(ArgoWork work, ArgoNames.Ctd ctd) {
        work.performed(test(), ctd.temperature());
        work.performed(test(), ctd.salinity());
        BitSet usable = work.usable(ctd.pressure(), ctd.temperature(), ctd.salinity());
        double[] pressure = work.values(ctd.pressure());
        double[] potential = work.cast(ctd).potential(usable, density);
        double[] warm = work.values(ctd.temperature());
        double[] salt = work.values(ctd.salinity());
        work.raise(
                test(),
                ctd.temperature(),
                Medd.spikes(warm, pressure, potential, usable, MeddLimits.TEMPERATURE),
                ArgoFlag.BAD);
        work.raise(
                test(),
                ctd.salinity(),
                Medd.spikes(salt, pressure, potential, usable, MeddLimits.SALINITY),
                ArgoFlag.BAD);
    }

    private void lone(ArgoWork work, ArgoNames.Ctd ctd) {
        work.performed(test(), ctd.temperature());
        BitSet spikes = Medd.spikes(
                work.values(ctd.temperature()),
                work.values(ctd.pressure()),
                work.usable(ctd.pressure(), ctd.temperature()),
                MeddLimits.loneTemperature(work.profile().station().latitude(), equatorial));
        work.raise(test(), ctd.temperature(), spikes, ArgoFlag.BAD);
    }
}
