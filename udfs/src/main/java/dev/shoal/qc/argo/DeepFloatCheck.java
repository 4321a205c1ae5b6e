package dev.shoal.qc.argo;

import java.util.BitSet;
import java.util.List;

/**
 * Test 23: deeper than 2000 dbar, pressure and temperature of a deep float are probably good, salinity probably bad,
 * and once adjusted probably good (Argo Quality Control Manual for CTD and Trajectory Data, test 23).
 *
 * @param deeperThan dbar
 */
public record DeepFloatCheck(double deeperThan) implements ArgoCheck {

    /** The manual's pressure. */
    public static final DeepFloatCheck MANUAL = new DeepFloatCheck(2000);

    private static final List<String> PARAMETERS =
            List.of(ArgoNames.TEMP, "TEMP2", "TEMP_DOXY", "TEMP_DOXY2", ArgoNames.PSAL, "PSAL2");

    @Override
    public ArgoTest test() {
        return ArgoTest.DEEP_FLOAT;
    }

    @Override
    public void run(ArgoWork work) {
        if (!work.profile().traits().contains(FloatTrait.DEEP)
                || work.profile().sampling().isNearSurface()) {
            return;
        }
        for (String name : PARAMETERS) {
            String pressure = ArgoNames.pressureOf(name);
            if (work.has(name, pressure)) {
                work.performed(test(), pressure);
                work.performed(test(), name);
                BitSet deep = Levels.above(work.values(pressure), deeperThan);
                deep.and(work.present(name));
                work.raise(test(), pressure, deep, ArgoFlag.PROBABLY_GOOD);
                work.raise(test(), name, deep, flag(work, name));
            }
        }
    }

    private static byte flag(ArgoWork work, String name) {
        boolean raw = work.profile().mode() == ArgoMode.REAL_TIME;
        return name.startsWith(ArgoNames.PSAL) && raw ? ArgoFlag.CORRECTABLE : ArgoFlag.PROBABLY_GOOD;
    }
}
