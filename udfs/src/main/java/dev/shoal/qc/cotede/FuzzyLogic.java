package dev.shoal.qc.cotede;

import dev.shoal.qc.window.LocalMeasure;
import dev.shoal.qc.window.Measure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Flags by the uncertainty that a sample's features give it: how far they belong to fuzzy sets, put together by Mamdani
 * inference and made one number, 0 to 1, by the bisector of the area.
 *
 * <p>Up to 0.29 a value is good, up to 0.34 probably good, up to 0.72 probably bad, above that bad. Where features are
 * missing it is not evaluated.
 *
 * @param sets memberships of the features
 * @param output how far each hundredth of uncertainty belongs to each set
 */
public record FuzzyLogic(FuzzySets sets, Map<String, Membership> output) implements Procedure {

    private static final String NAME = "fuzzylogic";

    private static final int STEPS = 100;

    /** Copies the map. */
    public FuzzyLogic {
        output = new LinkedHashMap<>(output);
    }

    @Override
    public String flagName() {
        return NAME;
    }

    @Override
    public List<String> needs() {
        return sets.needs();
    }

    @Override
    public Span reach() {
        return Span.of(LocalMeasure.SPIKE);
    }

    @Override
    public Flagging on(Profile profile) {
        double[] uncertainty = uncertainty(profile);
        return Sample.each(i -> judge(uncertainty[i]));
    }

    @Override
    public Map<String, Measure> features(Profile profile) {
        double[] uncertainty = uncertainty(profile);
        return Map.of(NAME, (start, end, into) -> System.arraycopy(uncertainty, start, into, 0, end - start));
    }

    private static byte judge(double uncertainty) {
        if (uncertainty <= 0.29) {
            return CotedeFlag.GOOD;
        }
        if (uncertainty <= 0.34) {
            return CotedeFlag.PROBABLY_GOOD;
        }
        if (uncertainty <= 0.72) {
            return CotedeFlag.PROBABLY_BAD;
        }
        return uncertainty > 0.72 ? CotedeFlag.BAD : CotedeFlag.NOT_EVALUATED;
    }

    private double[] uncertainty(Profile profile) {
        Map<String, double[]> measured = sets.measure(profile);
        double[][] shapes = output.values().stream().map(FuzzyLogic::shape).toArray(double[][]::new);
        double[][] memberships = output.keySet().stream()
                .map(level -> sets.membership(level, measured, profile.size()))
                .toArray(double[][]::new);
        double[] uncertainty = new double[profile.size()];
        for (int i = 0; i < uncertainty.length; i++) {
            uncertainty[i] = uncertainty(shapes, memberships, i);
        }
        return uncertainty;
    }

    private static double[] shape(Membership membership) {
        double[] shape = new double[STEPS];
        Arrays.setAll(shape, step -> membership.of(at(step)));
        return shape;
    }

    private static double at(int step) {
        return step == STEPS - 1 ? 1 : step * (1.0 / (STEPS - 1));
    }

    private static double uncertainty(double[][] shapes, double[][] memberships, int i) {
        double[] together = new double[STEPS];
        for (int k = 0; k < shapes.length; k++) {
            double membership = memberships[k][i];
            if (!Double.isFinite(membership)) {
                return Double.NaN;
            }
            for (int step = 0; step < STEPS; step++) {
                together[step] = Math.max(together[step], Math.min(membership, shapes[k][step]));
            }
        }
        return bisector(together);
    }

    private static double bisector(double[] area) {
        double half = NumpySum.of(area) / 2;
        double soFar = 0;
        for (int step = 0; half > 0 && step < STEPS; step++) {
            soFar += area[step];
            if (soFar >= half) {
                return at(step);
            }
        }
        return Double.NaN;
    }
}
