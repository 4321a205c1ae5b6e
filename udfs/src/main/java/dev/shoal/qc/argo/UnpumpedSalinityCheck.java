package dev.shoal.qc.argo;

import java.util.List;

/**
 * Test 21: salinity near the surface is probably bad with the pump off, and so is oxygen of a sensor in the pumped flow
 * (Argo Quality Control Manual for CTD and Trajectory Data, test 21). Apex floats keep the pump on.
 */
public record UnpumpedSalinityCheck() implements ArgoCheck {

    private static final List<String> PUMPED = List.of(ArgoNames.PSAL, "PSAL2", ArgoNames.DOXY, "DOXY2");

    @Override
    public ArgoTest test() {
        return ArgoTest.UNPUMPED_SALINITY;
    }

    @Override
    public void run(ArgoWork work) {
        ArgoProfile profile = work.profile();
        if (!profile.sampling().isNearSurface()
                || profile.traits().contains(FloatTrait.APEX_ARGOS)
                || profile.traits().contains(FloatTrait.APEX_IRIDIUM)) {
            return;
        }
        for (String name : PUMPED) {
            boolean needsPump = !ArgoNames.isOxygen(name) || !profile.traits().contains(FloatTrait.UNPUMPED_OPTODE);
            if (needsPump && work.has(name)) {
                work.performed(test());
                work.raise(test(), name, work.present(name), ArgoFlag.CORRECTABLE);
            }
        }
    }
}
