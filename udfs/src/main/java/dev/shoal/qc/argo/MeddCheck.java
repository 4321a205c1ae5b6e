package dev.shoal.qc.argo;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Test 25: temperature and salinity far from the median of their profile are bad where density says so too (Argo
 * Quality Control Manual for CTD and Trajectory Data 3.3, test 25; see {@link Medd}). A CTD without salinity is judged
 * by wider limits.
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
        if (!work.hasPosition()) {
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
        double[] potential = potential(work, ctd, usable);
        BitSet ofDensity = Medd.spikes(potential, pressure, usable, MeddLimits.DENSITY);
        BitSet warm = Medd.spikes(work.values(ctd.temperature()), pressure, usable, MeddLimits.TEMPERATURE);
        BitSet salt = Medd.spikes(work.values(ctd.salinity()), pressure, usable, MeddLimits.SALINITY);
        work.raise(test(), ctd.temperature(), Medd.confirmed(warm, ofDensity, potential), ArgoFlag.BAD);
        work.raise(test(), ctd.salinity(), Medd.confirmed(salt, ofDensity, potential), ArgoFlag.BAD);
    }

    private double[] potential(ArgoWork work, ArgoNames.Ctd ctd, BitSet usable) {
        double[] pressure = work.values(ctd.pressure());
        double[] temperature = work.values(ctd.temperature());
        double[] salinity = work.values(ctd.salinity());
        Station station = work.profile().station();
        double[] potential = new double[pressure.length];
        Arrays.setAll(
                potential,
                i -> usable.get(i)
                        ? density.at(
                                salinity[i], temperature[i], pressure[i], 0, station.longitude(), station.latitude())
                        : Double.NaN);
        return potential;
    }

    private void lone(ArgoWork work, ArgoNames.Ctd ctd) {
        work.performed(test(), ctd.temperature());
        boolean near = Math.abs(work.profile().station().latitude()) <= equatorial;
        BitSet spikes = Medd.spikes(
                work.values(ctd.temperature()),
                work.values(ctd.pressure()),
                work.usable(ctd.pressure(), ctd.temperature()),
                near ? MeddLimits.LONE_EQUATORIAL_TEMPERATURE : MeddLimits.LONE_TEMPERATURE);
        work.raise(test(), ctd.temperature(), spikes, ArgoFlag.BAD);
    }
}
