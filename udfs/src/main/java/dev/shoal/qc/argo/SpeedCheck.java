package dev.shoal.qc.argo;

import dev.shoal.qc.place.Distance;

/**
 * Test 5: a float drifts no faster than 3 m/s from the last good position to this one (Argo Quality Control Manual for
 * CTD and Trajectory Data, test 5). An estimated position is not tested.
 *
 * @param metresPerSecond the largest speed that passes
 */
public record SpeedCheck(double metresPerSecond) implements ArgoCheck {

    /** The manual's speed. */
    public static final SpeedCheck MANUAL = new SpeedCheck(3);

    private static final double MICROS_PER_SECOND = 1e6;

    /** The shortest time between two fixes that counts, in seconds. */
    private static final double SHORTEST_SECONDS = 1;

    @Override
    public ArgoTest test() {
        return ArgoTest.SPEED;
    }

    @Override
    public void run(ArgoWork work) {
        Station here = work.profile().station();
        ArgoSummary last = work.surroundings().previous();
        if (!work.hasPosition()
                || work.positionFlag() == ArgoFlag.ESTIMATED
                || here.fixMicros() == Station.NO_TIME
                || !last.hasFix()) {
            return;
        }
        double seconds = Math.abs((double) here.fixMicros() - last.fixMicros()) / MICROS_PER_SECOND;
        double metres = Distance.greatCircle(last.longitude(), last.latitude(), here.longitude(), here.latitude());
        work.performed(test());
        if (metres / Math.max(seconds, SHORTEST_SECONDS) > metresPerSecond) {
            work.fail(test());
            work.raisePosition(ArgoFlag.BAD);
        } else {
            work.raisePosition(ArgoFlag.GOOD);
        }
    }
}
