package dev.shoal.qc.argo;

import java.util.List;

/**
 * Test 24: salinity of RBR sensors made before April 2021 is probably bad until it is adjusted (Argo Quality Control
 * Manual for CTD and Trajectory Data 3.6, test 24).
 */
public record EarlyRbrCheck() implements ArgoCheck {

    @Override
    public ArgoTest test() {
        return ArgoTest.EARLY_RBR;
    }

    @Override
    public void run(ArgoWork work) {
        if (!work.profile().traits().contains(FloatTrait.RBR_CTD_BEFORE_APRIL_2021)
                || work.profile().mode() != ArgoMode.REAL_TIME) {
            return;
        }
        for (String name : List.of(ArgoNames.PSAL, "PSAL2")) {
            if (work.has(name)) {
                work.performed(test());
                work.raise(test(), name, work.present(name), ArgoFlag.CORRECTABLE);
            }
        }
    }
}
