package dev.shoal.qc.argo;

/**
 * Test 3: the latitude lies between -90 and 90, the longitude between -180 and 180 (Argo Quality Control Manual for CTD
 * and Trajectory Data, test 3).
 */
public record LocationCheck() implements ArgoCheck {

    private static final double POLE = 90;
    private static final double DATE_LINE = 180;

    @Override
    public ArgoTest test() {
        return ArgoTest.LOCATION;
    }

    @Override
    public void run(ArgoWork work) {
        if (!work.hasPosition()) {
            return;
        }
        Station station = work.profile().station();
        work.performed(test());
        if (isOnEarth(station)) {
            work.raisePosition(ArgoFlag.GOOD);
        } else {
            work.fail(test());
            work.raisePosition(ArgoFlag.BAD);
        }
    }

    static boolean isOnEarth(Station station) {
        return Math.abs(station.latitude()) <= POLE && Math.abs(station.longitude()) <= DATE_LINE;
    }
}
