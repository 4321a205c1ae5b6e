package dev.shoal.qc.cotede;

import dev.shoal.qc.window.LocalMeasure;
import dev.shoal.qc.window.Measure;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Flags what a local feature exceeds a threshold at: CoTeDe's Spike, Gradient, RateOfChange, DigitRollOver and
 * Tukey53H.
 *
 * <p>A feature counts by its size, whatever its sign. Where it is NaN the value is not evaluated.
 *
 * @param flagName name of the flags
 * @param feature what is measured
 * @param threshold size of the feature above which a value is bad, in the values' unit
 * @param scale what the feature is measured in
 * @param grades what is given
 */
public record Excess(String flagName, LocalMeasure feature, double threshold, Scale scale, Grades grades)
        implements Procedure {

    /** What a feature is measured in, or what is kept beside it. */
    public enum Scale {
        /** The values' own unit. */
        UNIT,
        /** The values' own unit; kept beside it is the feature over the deviation of the medians of five. */
        UNIT_AND_NORMALIZED,
        /**
         * CoTeDe's {@code sd_scale}: the feature over the standard deviation of all of it. The first sample has no
         * feature, so CoTeDe's standard deviation is NaN, and no value is evaluated.
         */
        STANDARD_DEVIATION
    }

    @Override
    public Span reach() {
        return Span.of(feature);
    }

    @Override
    public Flagging on(Profile profile) {
        Measure measured = feature.of(profile.values(), profile.size());
        return (start, end, flags) -> {
            double[] block = new double[end - start];
            measured.fill(start, end, block);
            for (int i = start; i < end; i++) {
                flags[i - start] = profile.isMissing(i) ? CotedeFlag.MISSING : judge(block[i - start]);
            }
        };
    }

    private byte judge(double measured) {
        return scale == Scale.STANDARD_DEVIATION
                ? CotedeFlag.NOT_EVALUATED
                : grades.atMost(Math.abs(measured), threshold);
    }

    @Override
    public Map<String, Measure> features(Profile profile) {
        Measure measured = feature.of(profile.values(), profile.size());
        Map<String, Measure> features = new LinkedHashMap<>(Map.of(Cotede.title(feature), measured));
        if (scale == Scale.UNIT_AND_NORMALIZED) {
            features.put(Cotede.title(feature) + "_norm", Measured.TUKEY_53H_NORM.of(profile));
        }
        return features;
    }
}
