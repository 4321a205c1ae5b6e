package dev.shoal.qc.cotede;

import dev.shoal.qc.window.LocalMeasure;
import dev.shoal.qc.window.Measure;
import dev.shoal.qc.window.Tukey53H;
import java.util.Optional;

/** Features that the anomaly detection measures itself where they are not given, by CoTeDe's names. */
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
    };

    private final String title;

    Measured(String title) {
        this.title = title;
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

    /** Returns a feature that is given beside the values, else measures it. */
    static double[] column(Profile profile, String name) {
        Optional<Measured> measured = profile.has(name) ? Optional.empty() : named(name);
        return measured.map(one -> one.of(profile).ofAll(profile.size())).orElseGet(() -> profile.column(name));
    }
}
