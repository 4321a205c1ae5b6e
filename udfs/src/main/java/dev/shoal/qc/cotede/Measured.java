package dev.shoal.qc.cotede;

import dev.shoal.qc.window.LocalMeasure;
import dev.shoal.qc.window.Measure;
import dev.shoal.qc.window.Tukey53H;
import java.util.List;
import java.util.Optional;

/** Features that tests of several at once measure themselves where they are not given, by CoTeDe's names. */
@SuppressWarnings("ImmutableEnumChecker") // lists of List.of are unmodifiable, which their type does not say
enum Measured {
    SPIKE("spike") {
        @Override
        Measure of(Profile profile) {
            return LocalMeasure.SPIKE.of(profile.values(), profile.size());
        }
    },
    GRADIENT("gradient") {
        @Override
        Measure of(Profile profile) {
            return LocalMeasure.GRADIENT.of(profile.values(), profile.size());
        }
    },
    RATE_OF_CHANGE("rate_of_change") {
        @Override
        Measure of(Profile profile) {
            return LocalMeasure.RATE_OF_CHANGE.of(profile.values(), profile.size());
        }
    },
    TUKEY_53H_NORM("tukey53H_norm") {
        @Override
        Measure of(Profile profile) {
            return Tukey53H.inDeviations(profile.values(), profile.size());
        }
    },
    CONSTANT_CLUSTER_SIZE("constant_cluster_size") {
        @Override
        Measure of(Profile profile) {
            return ConstantClusterSize.Unit.SIZE.of(profile);
        }
    },
    WOA_NORMBIAS("woa_normbias", NormBias.Atlas.WOA.mean(), NormBias.Atlas.WOA.deviation()) {
        @Override
        Measure of(Profile profile) {
            return NormBias.Atlas.WOA.normBias(profile);
        }
    },
    CARS_NORMBIAS("cars_normbias", NormBias.Atlas.CARS.mean(), NormBias.Atlas.CARS.deviation()) {
        @Override
        Measure of(Profile profile) {
            return NormBias.Atlas.CARS.normBias(profile);
        }
    };

    private final String title;
    private final List<String> needs;

    Measured(String title, String... needs) {
        this.title = title;
        this.needs = List.of(needs);
    }

    /** Measures a profile. */
    abstract Measure of(Profile profile);

    static Optional<Measured> named(String title) {
        for (Measured measured : values()) {
            if (measured.title.equals(title)) {
                return Optional.of(measured);
            }
        }
        return Optional.empty();
    }

    /** Returns the names of what must be beside the values for a feature to be there. */
    static List<String> needs(String title) {
        return named(title).map(measured -> measured.needs).orElseGet(() -> List.of(title));
    }

    /** Returns a feature that is given beside the values, else measures it. */
    static double[] column(Profile profile, String name) {
        Optional<Measured> measured = profile.has(name) ? Optional.empty() : named(name);
        return measured.map(one -> one.of(profile).ofAll(profile.size())).orElseGet(() -> profile.column(name));
    }
}
