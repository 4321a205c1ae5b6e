package dev.shoal.qc.argo;

/**
 * Test 56: pH is probably bad until it is adjusted (BGC-Argo quality control manual for pH, doi 10.13155/97828, as in
 * Coriolis' profile RTQC 6.5).
 */
public record PhCheck() implements ArgoCheck {

    private static final String PH = "PH_IN_SITU_TOTAL";

    @Override
    public ArgoTest test() {
        return ArgoTest.PH;
    }

    @Override
    public void run(ArgoWork work) {
        if (work.profile().mode() == ArgoMode.REAL_TIME && work.has(PH)) {
            work.performed(test());
            work.raise(test(), PH, work.present(PH), ArgoFlag.CORRECTABLE);
        }
    }
}
