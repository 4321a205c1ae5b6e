package dev.shoal.qc.argo;

import java.util.BitSet;
import java.util.List;

/**
 * Test 57: dissolved oxygen is probably bad until it is adjusted; where pressure or temperature is bad it is bad, where
 * salinity is bad at least as the flag given here says (Argo quality control manual for dissolved oxygen, doi
 * 10.13155/46542, test 57).
 *
 * <p>Where oxygen has pressures of its own, temperature and salinity are those of {@link ArgoSurroundings#ctd}: a level
 * is hit where either neighbour in pressure is bad.
 *
 * @param ofBadSalinity flag of oxygen where salinity is bad
 */
public record DoxyCheck(byte ofBadSalinity) implements ArgoCheck {

    /** The manual's flag: probably bad. */
    public static final DoxyCheck MANUAL = new DoxyCheck(ArgoFlag.CORRECTABLE);

    /** The flag that Coriolis' profile RTQC 6.5 sets: bad. */
    public static final DoxyCheck CORIOLIS = new DoxyCheck(ArgoFlag.BAD);

    @Override
    public ArgoTest test() {
        return ArgoTest.DOXY;
    }

    @Override
    public void run(ArgoWork work) {
        for (String name : List.of(ArgoNames.DOXY, "DOXY2")) {
            if (work.has(name)) {
                judge(work, name);
            }
        }
    }

    private void judge(ArgoWork work, String name) {
        if (work.profile().mode() == ArgoMode.REAL_TIME) {
            work.raise(test(), name, work.present(name), ArgoFlag.CORRECTABLE);
        }
        work.performed(test(), name);
        if (work.has(ArgoNames.PRES)) {
            work.raise(test(), name, bad(work, ArgoNames.PRES), ArgoFlag.BAD);
        }
        CtdLevels ctd = work.surroundings().ctd();
        if (ctd.levels() > 0 && work.has(ArgoNames.PRES)) {
            double[] at = work.values(ArgoNames.PRES);
            work.raise(test(), name, ctd.badTemperatureAt(at), ArgoFlag.BAD);
            work.raise(test(), name, ctd.badSalinityAt(at), ofBadSalinity);
        } else {
            work.raise(test(), name, bad(work, ArgoNames.TEMP), ArgoFlag.BAD);
            work.raise(test(), name, bad(work, ArgoNames.PSAL), ofBadSalinity);
        }
    }

    private static BitSet bad(ArgoWork work, String name) {
        return work.has(name) ? Levels.flagged(work.flags(name), ArgoFlag.BAD) : new BitSet();
    }
}
