package dev.shoal.qc.cotede;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far a sample's features belong, together, to fuzzy sets such as low, medium and high uncertainty (Timms et al.
 * 2011; Morello et al. 2014, Methods Oceanogr. 9, 17).
 *
 * <p>A sample belongs to the set {@value #HIGH} as far as the feature that belongs most, to any other as far as its
 * features on average.
 *
 * @param features by name, in the order in which they are averaged, each with its membership in every set
 * @param required whether all features must be there
 */
public record FuzzySets(Map<String, Map<String, Membership>> features, Required required) implements Serializable {

    /** The set that one feature alone can fill. */
    public static final String HIGH = "high";

    /** Which features must be there for a sample to belong anywhere. */
    public enum Required {
        /** All of them: one that is NaN makes the memberships NaN. */
        ALL,
        /** Any one: those that are NaN are passed over. */
        ANY
    }

    /** Copies the maps; refuses no features. */
    public FuzzySets {
        LinkedHashMap<String, Map<String, Membership>> copy = new LinkedHashMap<>();
        features.forEach((name, sets) -> copy.put(name, new LinkedHashMap<>(sets)));
        features = copy;
        if (features.isEmpty()) {
            throw new IllegalArgumentException("Cannot make fuzzy sets: found no features, expected one at least.");
        }
    }

    /** Returns how far every sample belongs to a set; the caller's own array. */
    double[] membership(String set, Map<String, double[]> measured, int size) {
        List<Membership> functions = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        features.forEach((name, sets) -> {
            functions.add(function(name, sets, set));
            columns.add(measured.getOrDefault(name, new double[0]));
        });
        double[] membership = new double[size];
        for (int i = 0; i < size; i++) {
            int sample = i;
            double[] of = IntStream.range(0, functions.size())
                    .mapToDouble(k -> functions.get(k).of(columns.get(k)[sample]))
                    .toArray();
            membership[i] = set.equals(HIGH) ? most(of) : mean(of);
        }
        return membership;
    }

    private double most(double[] memberships) {
        double most = Double.NaN;
        for (double one : memberships) {
            if (Double.isNaN(one) && required == Required.ALL) {
                return Double.NaN;
            }
            most = Double.isNaN(one) || one < most ? most : one;
        }
        return most;
    }

    private double mean(double[] memberships) {
        double sum = 0;
        int count = 0;
        for (double one : memberships) {
            boolean counts = required == Required.ALL || !Double.isNaN(one);
            sum += counts ? one : 0;
            count += counts ? 1 : 0;
        }
        return sum / count;
    }

    private static Membership function(String feature, Map<String, Membership> sets, String set) {
        Membership function = sets.get(set);
        if (function == null) {
            throw new IllegalArgumentException("Cannot judge by fuzzy logic: found only " + sets.keySet() + " for "
                    + feature + ", expected also " + set + ".");
        }
        return function;
    }

    /** Returns the features of a profile: those beside the values, and measured those that are not there. */
    Map<String, double[]> measure(Profile profile) {
        Map<String, double[]> measured = new LinkedHashMap<>();
        features.keySet().forEach(name -> measured.put(name, Measured.column(profile, name)));
        return measured;
    }

    /** Returns the names of the features that must be there beside the values. */
    List<String> needs() {
        return features.keySet().stream()
                .flatMap(name -> Measured.needs(name).stream())
                .toList();
    }
}
