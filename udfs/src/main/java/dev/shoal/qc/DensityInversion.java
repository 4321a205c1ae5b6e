package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.flag.QcFlag;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags densities that shrink on the way down (QARTOD test 13, density inversion).
 *
 * <p>The values are densities; the way down is told by the depth beside them, so up and down casts both fit. Both
 * samples of a pair are flagged where density grows downward by less than a threshold, which is negative; one that
 * equals it passes. A sample without density or depth and the one after it are {@link QcFlag#MISSING}; the only sample
 * of a series is {@link QcFlag#UNKNOWN}.
 *
 * @param suspect growth below which both samples are {@link QcFlag#SUSPECT}, in the values' unit; {@link #OFF} for none
 * @param fail growth below which both samples are {@link QcFlag#FAIL}, in the values' unit; {@link #OFF} for none
 */
public record DensityInversion(double suspect, double fail) implements SeriesTest {

    /** A threshold that nothing lies below. */
    public static final double OFF = Double.NEGATIVE_INFINITY;

    static final TestType TYPE = new TestType(
            "density_inversion",
            "qartod",
            "density_inversion_test",
            List.of(Parameter.optional("suspect_threshold", NUMBER), Parameter.optional("fail_threshold", NUMBER)),
            arguments -> new DensityInversion(
                    arguments.number("suspect_threshold", OFF), arguments.number("fail_threshold", OFF)));

    /** Refuses NaN. */
    public DensityInversion {
        Thresholds.checked("density inversion", suspect);
        Thresholds.checked("density inversion", fail);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text =
                suspect == OFF ? new ParameterText() : new ParameterText().with("suspect_threshold", suspect);
        return (fail == OFF ? text : text.with("fail_threshold", fail)).byName();
    }

    @Override
    public String describe() {
        return "density inversion: fail where density grows downward by less than " + fail + ", suspect by less than "
                + suspect;
    }

    @Override
    public List<String> needs() {
        return List.of(Role.DEPTH);
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.samples(1, 1);
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] densities = series.values();
        double[] depths = series.companions().of(Role.DEPTH);
        int last = series.size() - 1;
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                boolean isMissing = isMissing(densities, depths, i) || (i > 0 && isMissing(densities, depths, i - 1));
                double above = i == 0 ? Double.NaN : growth(densities, depths, i);
                double below = i == last ? Double.NaN : growth(densities, depths, i + 1);
                flags[i - start] = last == 0 ? QcFlag.UNKNOWN : isMissing ? QcFlag.MISSING : flag(above, below);
            }
        };
    }

    private static boolean isMissing(double[] densities, double[] depths, int i) {
        return !Double.isFinite(densities[i]) || !Double.isFinite(depths[i]);
    }

    /** Returns by how much density grows downward from the sample before; NaN where one of the two is missing. */
    private static double growth(double[] densities, double[] depths, int i) {
        double growth = Math.signum(depths[i] - depths[i - 1]) * (densities[i] - densities[i - 1]);
        return isMissing(densities, depths, i) || isMissing(densities, depths, i - 1) ? Double.NaN : growth;
    }

    private byte flag(double above, double below) {
        if (above < fail || below < fail) {
            return QcFlag.FAIL;
        }
        return above < suspect || below < suspect ? QcFlag.SUSPECT : QcFlag.GOOD;
    }
}
