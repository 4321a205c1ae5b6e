package dev.shoal.qc.argo;

/**
 * Test 2: the date lies between the first Argo floats and now; a profile outside has a bad date, a fix outside a bad
 * position (Argo Quality Control Manual for CTD and Trajectory Data, test 2).
 *
 * @param earliestMicros microseconds since 1970 UTC; a date that equals it passes
 */
public record DateCheck(long earliestMicros) implements ArgoCheck {

    /** 1997-01-01 in microseconds since 1970 UTC. */
    public static final long FIRST_FLOATS = 852_076_800_000_000L;

    @Override
    public ArgoTest test() {
        return ArgoTest.DATE;
    }

    @Override
    public void run(ArgoWork work) {
        Station station = work.profile().station();
        if (station.timeMicros() != Station.NO_TIME) {
            work.raiseDate(judge(work, station.timeMicros()));
        }
        if (station.fixMicros() != Station.NO_TIME && work.hasPosition()) {
            work.raisePosition(judge(work, station.fixMicros()));
        }
    }

    private byte judge(ArgoWork work, long micros) {
        work.performed(test());
        if (micros < earliestMicros || micros > work.surroundings().nowMicros()) {
            work.fail(test());
            return ArgoFlag.BAD;
        }
        return ArgoFlag.GOOD;
    }
}
