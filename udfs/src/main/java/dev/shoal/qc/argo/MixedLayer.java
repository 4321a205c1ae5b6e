package dev.shoal.qc.argo;

/** The depth of the mixed layer by density. */
final class MixedLayer {

    private MixedLayer() {}

    /**
     * Returns the first pressure in dbar whose water is denser than that near a reference by more than a threshold.
     *
     * @param pressure dbar, shape {@code (n)}
     * @param density potential density in kg/m3, shape {@code (n)}
     * @param reference dbar
     * @param threshold kg/m3
     * @return NaN where there is none
     */
    static double depth(double[] pressure, double[] density, double reference, double threshold) {
        int nearest = 0;
        for (int i = 1; i < pressure.length; i++) {
            nearest = Math.abs(pressure[i] - reference) < Math.abs(pressure[nearest] - reference) ? i : nearest;
        }
        for (int i = 0; i < pressure.length; i++) {
            if (density[i] - density[nearest] > threshold) {
                return pressure[i];
            }
        }
        return Double.NaN;
    }
}
