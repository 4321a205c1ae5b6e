package dev.shoal.qc.cotede;

import dev.shoal.qc.window.LocalMeasure;
import dev.shoal.qc.window.Measure;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * One of CoTeDe's tests with its configuration: a record, safe for any number of threads.
 *
 * <p>Whatever part of a profile it is given, together with the samples within its {@link #reach}, its flags and
 * features are those of the whole.
 */
public sealed interface Procedure extends Serializable
        permits Excess,
                CumRateOfChange,
                DepthConditional,
                GlobalRange,
                RegionalRange,
                ProfileEnvelop,
                DeepestPressure,
                MonotonicZ,
                StuckValue,
                ConstantClusterSize,
                DensityInversion,
                BinSpike,
                PossibleSpeed,
                ValidGeolocation,
                NormBias,
                Morello2014,
                FuzzyLogic,
                AnomalyDetection {

    /** Returns the name under which CoTeDe keeps the flags, such as {@code gradient_depthconditional}. */
    String flagName();

    /** Sets the procedure to work on one profile that has what it {@link #needs}. */
    Flagging on(Profile profile);

    /** Returns the names of what must be there beside the values. */
    default List<String> needs() {
        return List.of();
    }

    /** Returns how many samples before and after a sample it looks at. */
    Span reach();

    /** Returns the features that CoTeDe keeps beside the flags, by name. */
    default Map<String, Measure> features(Profile profile) {
        return Map.of();
    }

    /** Flags every sample of a profile; the caller's own array of {@link CotedeFlag} codes. */
    default byte[] flags(Profile profile) {
        byte[] flags = new byte[profile.size()];
        on(profile).flag(0, profile.size(), flags);
        return flags;
    }

    /**
     * Numbers of samples around a sample.
     *
     * @param before how many before it; {@link Integer#MAX_VALUE} for all
     * @param after how many after it; {@link Integer#MAX_VALUE} for all
     */
    record Span(int before, int after) implements Serializable {

        /** Nothing but the sample itself. */
        public static final Span NONE = new Span(0, 0);

        /** The whole profile. */
        public static final Span WHOLE = new Span(Integer.MAX_VALUE, Integer.MAX_VALUE);

        static Span of(LocalMeasure measure) {
            return new Span(measure.before(), measure.after());
        }
    }
}
