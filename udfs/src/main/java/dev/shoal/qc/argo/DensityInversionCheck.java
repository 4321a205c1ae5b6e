package dev.shoal.qc.argo;

import java.util.BitSet;

/**
 * Test 14: density increases with depth; both levels of a pair whose upper water is denser by 0.03 kg/m3 or more at the
 * pressure between them are bad in temperature and salinity (Argo Quality Control Manual for CTD and Trajectory Data,
 * test 14, and doi 10.13155/49438, annex A: from top to bottom the upper level is flagged, from bottom to top the
 * lower). Not near the surface, where the float may be among waves and air.
 *
 * @param inversion kg/m3 by which the upper water must be denser to fail
 * @param density of sea water
 */
public record DensityInversionCheck(double inversion, Density density) implements ArgoCheck {

    /** The manual's inversion, with TEOS-10. */
    public static final DensityInversionCheck MANUAL = new DensityInversionCheck(0.03, Density.TEOS_10);

    @Override
    public ArgoTest test() {
        return ArgoTest.DENSITY_INVERSION;
    }

    @Override
    public void run(ArgoWork work) {
        if (!work.hasPosition() || work.profile().sampling().isNearSurface()) {
            return;
        }
        for (ArgoNames.Ctd ctd : ArgoNames.CTDS) {
            if (work.has(ctd.pressure(), ctd.temperature(), ctd.salinity())) {
                work.performed(test(), ctd.temperature());
                work.performed(test(), ctd.salinity());
                BitSet inverted = inverted(work, ctd);
                work.raise(test(), ctd.temperature(), inverted, ArgoFlag.BAD);
                work.raise(test(), ctd.salinity(), inverted, ArgoFlag.BAD);
            }
        }
    }

    private BitSet inverted(ArgoWork work, ArgoNames.Ctd ctd) {
        BitSet usable = work.usable(ctd.pressure(), ctd.temperature(), ctd.salinity());
        return work.cast(ctd).inversions(usable, inversion, density);
    }
}
