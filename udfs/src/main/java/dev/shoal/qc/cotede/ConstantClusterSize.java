package dev.shoal.qc.cotede;

import dev.shoal.qc.window.Measure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Flags values that many neighbours equal.
 *
 * <p>The feature is how many samples before and after are equal to a value without another between them; missing ones
 * count for nothing and are passed over.
 *
 * @param threshold above which a value is bad: neighbours, or a part of all values
 * @param unit what the threshold counts
 * @param grades what is given
 */
public record ConstantClusterSize(double threshold, Unit unit, Grades grades) implements Procedure {

    /** What a threshold counts. */
    public enum Unit {
        /** Neighbours. */
        SIZE("constant_cluster_size"),
        /** Neighbours over the number of values that are there. */
        FRACTION("constant_cluster_fraction");

        private final String title;

        Unit(String title) {
            this.title = title;
        }

        /** Measures a profile. */
        Measure of(Profile profile) {
            double[] feature = measure(profile, this);
            return (start, end, into) -> System.arraycopy(feature, start, into, 0, end - start);
        }
    }

    @Override
    public String flagName() {
        return unit.title;
    }

    @Override
    public Span reach() {
        return Span.WHOLE;
    }

    @Override
    public Flagging on(Profile profile) {
        double[] feature = measure(profile, unit);
        return Sample.ofValues(profile, i -> grades.atMost(feature[i], threshold));
    }

    @Override
    public Map<String, Measure> features(Profile profile) {
        Map<String, Measure> features = new LinkedHashMap<>();
        for (Unit one : Unit.values()) {
            features.put(one.title, one.of(profile));
        }
        return features;
    }

    private static double[] measure(Profile profile, Unit unit) {
        double[] values = profile.values();
        int[] present = presentOf(profile);
        double[] feature = new double[profile.size()];
        for (int start = 0, end; start < present.length; start = end) {
            end = start + 1;
            while (end < present.length && values[present[end]] == values[present[start]]) {
                end++;
            }
            for (int i = start; i < end; i++) {
                feature[present[i]] = end - start - 1;
            }
        }
        return unit == Unit.SIZE
                ? feature
                : Arrays.stream(feature).map(size -> size / present.length).toArray();
    }

    private static int[] presentOf(Profile profile) {
        int[] present = new int[profile.size()];
        int count = 0;
        for (int i = 0; i < profile.size(); i++) {
            present[count] = i;
            count += profile.isMissing(i) ? 0 : 1;
        }
        return Arrays.copyOf(present, count);
    }
}
