package dev.shoal.qc.cotede;

import java.util.List;

/**
 * Flags what was taken deeper than a probe can work, with a tolerance of a tenth (Argo test 19).
 *
 * <p>A missing value is missing; a value whose pressure is missing is not evaluated.
 *
 * @param threshold deepest pressure in decibars; 1.1 of it still passes
 * @param grades what is given; CoTeDe's own are {@link Grades#DOUBTFUL}
 */
public record DeepestPressure(double threshold, Grades grades) implements Procedure {

    private static final double TOLERANCE = 1 + 0.1;

    @Override
    public String flagName() {
        return "deepest_pressure";
    }

    @Override
    public List<String> needs() {
        return List.of(Cotede.PRESSURE);
    }

    @Override
    public Span reach() {
        return Span.NONE;
    }

    @Override
    public Flagging on(Profile profile) {
        double[] pressure = profile.column(Cotede.PRESSURE);
        double deepest = threshold * TOLERANCE;
        return Sample.ofValues(
                profile,
                i -> Double.isFinite(pressure[i]) ? grades.atMost(pressure[i], deepest) : CotedeFlag.NOT_EVALUATED);
    }
}
