package dev.shoal.qc.cotede;

import dev.shoal.qc.window.Measure;
import java.util.List;
import java.util.Map;

/**
 * Flags how far a value lies from a climatology's mean, in its standard deviations: CoTeDe's WOA_NormBias and
 * CARS_NormBias, given the climatology at the samples.
 *
 * <p>CoTeDe reads a key {@code use_standard_error} but never heeds it, so it has no part here.
 *
 * @param atlas the climatology
 * @param threshold above which, in standard deviations, a value is bad
 * @param minSamples observations below which the climatology counts for nothing; not asked of {@link Atlas#CARS}
 * @param grades what is given; CoTeDe's own are {@link Grades#DOUBTFUL}
 */
public record NormBias(Atlas atlas, double threshold, double minSamples, Grades grades) implements Procedure {

    /** The climatologies that CoTeDe knows. */
    public enum Atlas {
        /** World Ocean Atlas. */
        WOA("woa"),
        /** CSIRO Atlas of Regional Seas. */
        CARS("cars");

        private final String prefix;

        Atlas(String prefix) {
            this.prefix = prefix;
        }

        /** Returns the name of the mean at the samples. */
        public String mean() {
            return prefix + "_mean";
        }

        /** Returns the name of the standard deviation at the samples. */
        public String deviation() {
            return prefix + "_std";
        }

        /** Returns the name of the number of observations at the samples. */
        public String samples() {
            return prefix + "_nsamples";
        }

        /** Measures how far values lie above the mean. */
        Measure bias(Profile profile) {
            double[] x = profile.values();
            double[] mean = profile.column(mean());
            return (start, end, into) -> {
                for (int i = start; i < end; i++) {
                    into[i - start] = x[i] - mean[i];
                }
            };
        }

        /** Measures how far values lie above the mean, in standard deviations. */
        Measure normBias(Profile profile) {
            Measure bias = bias(profile);
            double[] deviation = profile.column(deviation());
            return (start, end, into) -> {
                bias.fill(start, end, into);
                for (int i = start; i < end; i++) {
                    into[i - start] /= deviation[i];
                }
            };
        }
    }

    @Override
    public String flagName() {
        return atlas.prefix + "_normbias";
    }

    @Override
    public List<String> needs() {
        return atlas == Atlas.CARS
                ? List.of(atlas.mean(), atlas.deviation())
                : List.of(atlas.mean(), atlas.deviation(), atlas.samples());
    }

    @Override
    public Span reach() {
        return Span.NONE;
    }

    @Override
    public Flagging on(Profile profile) {
        double[] x = profile.values();
        double[] mean = profile.column(atlas.mean());
        double[] deviation = profile.column(atlas.deviation());
        double[] samples = atlas == Atlas.CARS ? mean : profile.column(atlas.samples());
        return Sample.ofValues(profile, i -> {
            boolean counts = atlas == Atlas.CARS || samples[i] >= minSamples;
            return counts
                    ? grades.atMost(Math.abs((x[i] - mean[i]) / deviation[i]), threshold)
                    : CotedeFlag.NOT_EVALUATED;
        });
    }

    @Override
    public Map<String, Measure> features(Profile profile) {
        return Map.of(atlas.prefix + "_bias", atlas.bias(profile), atlas.prefix + "_normbias", atlas.normBias(profile));
    }
}
