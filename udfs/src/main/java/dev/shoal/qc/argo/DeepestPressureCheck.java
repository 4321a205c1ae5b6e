package dev.shoal.qc.argo;

/**
 * Test 19: a float does not profile much deeper than it was told to; deeper levels are probably bad (Argo Quality
 * Control Manual for CTD and Trajectory Data 3.6, test 19).
 *
 * <p>A float may go 100 dbar deeper than a profile pressure of at least 1000 dbar. At less, floats settle less well:
 * the surplus is a share of the pressure that falls evenly from 150 % at 10 dbar to 10 % at 1000 dbar.
 *
 * @param deepSurplus dbar a float may go deeper than a deep profile pressure
 * @param deep dbar from which a profile pressure is deep
 * @param shallow dbar at which the largest share holds
 * @param largestShare surplus at the shallow pressure, as a fraction of it
 */
public record DeepestPressureCheck(double deepSurplus, double deep, double shallow, double largestShare)
        implements ArgoCheck {

    /** The manual's pressures. */
    public static final DeepestPressureCheck MANUAL = new DeepestPressureCheck(100, 1000, 10, 1.5);

    @Override
    public ArgoTest test() {
        return ArgoTest.DEEPEST_PRESSURE;
    }

    /** Returns the largest pressure that passes where a float was told to profile from a pressure, in dbar. */
    public double limit(double profilePressure) {
        if (profilePressure >= deep) {
            return profilePressure + deepSurplus;
        }
        double smallestShare = deepSurplus / deep;
        double slope = (largestShare - smallestShare) / (shallow - deep);
        return profilePressure * (1 + smallestShare + slope * (profilePressure - deep));
    }

    @Override
    public void run(ArgoWork work) {
        double told = work.profile().profilePressure();
        if (Double.isNaN(told)) {
            return;
        }
        double limit = limit(told);
        for (String name : work.profile().parameters().keySet()) {
            String pressure = ArgoNames.isPressure(name) ? name : ArgoNames.pressureOf(name);
            if (work.has(pressure)) {
                work.performed(test());
                work.raise(test(), name, Levels.above(work.values(pressure), limit), ArgoFlag.CORRECTABLE);
            }
        }
    }
}
