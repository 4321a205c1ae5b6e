package dev.shoal.qc.cotede;

import java.util.Arrays;

/**
 * Flags a profile of one and the same value (Argo test 13): all its values lie within {@code 1e-8 + 1e-5 |first|} of
 * the first, and there are two at least.
 *
 * @param grades what is given
 */
public record StuckValue(Grades grades) implements Procedure {

    @Override
    public String flagName() {
        return "stuck_value";
    }

    @Override
    public Span reach() {
        return Span.WHOLE;
    }

    @Override
    public Flagging on(Profile profile) {
        byte flag = isStuck(profile.values(), profile.size()) ? grades.bad() : grades.good();
        return Sample.ofValues(profile, i -> flag);
    }

    private static boolean isStuck(double[] values, int size) {
        double[] present =
                Arrays.stream(values, 0, size).filter(Double::isFinite).toArray();
        if (present.length < 2) {
            return false;
        }
        double tolerance = 1e-8 + 1e-5 * Math.abs(present[0]);
        return Arrays.stream(present).allMatch(value -> Math.abs(value - present[0]) <= tolerance);
    }
}
