package dev.shoal.qc.argo;

/**
 * Test 4: the position is at sea (Argo Quality Control Manual for CTD and Trajectory Data, test 4).
 *
 * <p>An estimated position on land is given up: its flag is {@link ArgoFlag#MISSING}, and tests that need a position
 * are not performed (Coriolis, profile RTQC 2.7).
 *
 * @param land tells land from sea
 */
public record LandCheck(LandMask land) implements ArgoCheck {

    @Override
    public ArgoTest test() {
        return ArgoTest.LAND;
    }

    @Override
    public void run(ArgoWork work) {
        Station station = work.profile().station();
        if (!work.hasPosition() || !LocationCheck.isOnEarth(station)) {
            return;
        }
        work.performed(test());
        if (!land.isLand(station.longitude(), station.latitude())) {
            work.raisePosition(ArgoFlag.GOOD);
            return;
        }
        work.fail(test());
        work.raisePosition(work.positionFlag() == ArgoFlag.ESTIMATED ? ArgoFlag.MISSING : ArgoFlag.BAD);
    }
}
