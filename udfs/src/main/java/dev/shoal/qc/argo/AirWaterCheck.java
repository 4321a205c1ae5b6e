package dev.shoal.qc.argo;

import java.util.BitSet;
import java.util.List;

/**
 * Test 22: near the surface a sensor may meet air and water by turns (Argo Quality Control Manual for CTD and
 * Trajectory Data, test 22). What tells it depends on the float:
 *
 * <ul>
 *   <li>NKE: temperature is probably bad at pressures up to 0.5 dbar of single samples, 1 dbar of averages;
 *   <li>Apex, Navis: from the last level above 5 dbar upward, where the float no longer rises (Argos: by less than 0.5
 *       dbar a level; Iridium: not at all), that level and all above are probably bad.
 * </ul>
 *
 * @param spotPressure dbar up to which single samples of an NKE float are probably bad
 * @param averagedPressure dbar up to which averages of an NKE float are
 * @param apexPressure dbar above which an Apex float is looked at
 * @param argosStep dbar by which an Apex float that sends through Argos rises at least
 */
public record AirWaterCheck(double spotPressure, double averagedPressure, double apexPressure, double argosStep)
        implements ArgoCheck {

    /** The manual's pressures. */
    public static final AirWaterCheck MANUAL = new AirWaterCheck(0.5, 1, 5, 0.5);

    private static final List<String> OPTODES = List.of("TEMP_DOXY", "TEMP_DOXY2");

    @Override
    public ArgoTest test() {
        return ArgoTest.AIR_WATER;
    }

    @Override
    public void run(ArgoWork work) {
        if (!work.profile().sampling().isNearSurface()) {
            return;
        }
        for (ArgoNames.Ctd ctd : ArgoNames.CTDS) {
            if (!work.has(ctd.pressure(), ctd.temperature())) {
                continue;
            }
            if (work.profile().traits().contains(FloatTrait.NKE)) {
                nearSurface(work, ctd.pressure(), ctd.temperature());
            } else if (work.profile().traits().contains(FloatTrait.APEX_ARGOS)) {
                stalled(work, argosStep, ctd.pressure(), ctd.temperature());
            } else if (work.profile().traits().contains(FloatTrait.APEX_IRIDIUM) && work.has(ctd.salinity())) {
                stalled(work, Math.nextUp(0.0), ctd.pressure(), ctd.temperature(), ctd.salinity());
            }
        }
        for (String optode : OPTODES) {
            if (work.profile().traits().contains(FloatTrait.NKE) && work.has(ArgoNames.PRES, optode)) {
                nearSurface(work, ArgoNames.PRES, optode);
            }
        }
    }

    private void nearSurface(ArgoWork work, String pressure, String temperature) {
        boolean spot = work.profile().sampling() == Sampling.NEAR_SURFACE_SPOT;
        BitSet shallow = Levels.outside(
                work.values(pressure), Math.nextUp(spot ? spotPressure : averagedPressure), Double.POSITIVE_INFINITY);
        work.performed(test(), temperature);
        work.raise(test(), temperature, shallow, ArgoFlag.CORRECTABLE);
    }

    private void stalled(ArgoWork work, double step, String... names) {
        BitSet known = work.present(names[0]);
        for (String name : names) {
            work.performed(test(), name);
            known.and(work.present(name));
        }
        BitSet stalled = stalled(work.values(names[0]), known, step);
        for (String name : names) {
            work.raise(test(), name, stalled, ArgoFlag.CORRECTABLE);
        }
    }

    private BitSet stalled(double[] pressure, BitSet known, double step) {
        BitSet flagged = new BitSet();
        double below = Double.NaN;
        for (int level = known.previousSetBit(pressure.length); level >= 0; level = known.previousSetBit(level - 1)) {
            if (pressure[level] < apexPressure) {
                if (!flagged.isEmpty() || below - pressure[level] < step) {
                    flagged.set(level);
                }
                below = pressure[level];
            }
        }
        return flagged;
    }
}
