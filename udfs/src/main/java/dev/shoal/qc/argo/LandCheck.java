package dev.shoal.qc.argo;

import dev.shoal.qc.place.Surface;

/**
 * Test 4: the position is at sea (Argo Quality Control Manual for CTD and Trajectory Data, test 4).
 *
 * <p>An estimated position on land is given up: its flag is {@link ArgoFlag#MISSING}, and tests that need a position
 * are not performed (Coriolis, profile RTQC 2.7). A place of which nothing is known is not tested.
 *
 * @param land tells land from sea
 */
public record LandCheck(Land land) implements ArgoCheck {

    @Override
    public ArgoTest test() {
        return ArgoTest.LAND;
    }

    @Override
    public void run(ArgoWork work) {
        Station station = work.profile().station();
        Surface surface = work.hasPosition() ? land.at(station.longitude(), station.latitude()) : Surface.UNKNOWN;
        if (surface == Surface.UNKNOWN) {
            return;
        }
        work.performed(test());
        if (surface != Surface.LAND) {
            work.raisePosition(ArgoFlag.GOOD);
            return;
        }
        work.fail(test());
        work.raisePosition(work.positionFlag() == ArgoFlag.ESTIMATED ? ArgoFlag.MISSING : ArgoFlag.BAD);
    }
}
