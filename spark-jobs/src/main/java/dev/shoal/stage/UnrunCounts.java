package dev.shoal.stage;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.util.AccumulatorV2;

/**
 * Tests that could not judge series, counted by platform, column, test and reason. What a task says stands in place of
 * what the same task said before, so a task that is run twice counts once.
 */
final class UnrunCounts extends AccumulatorV2<UnrunCounts.Kind, SortedMap<UnrunCounts.Kind, UnrunCounts.Count>> {

    private static final long serialVersionUID = 1;

    private final HashMap<Integer, HashMap<Kind, Count>> byPartition = new HashMap<>();

    /**
     * What could not run.
     *
     * @param platform whose series it was
     * @param series its name; an example where many are counted
     * @param column that was to be judged
     * @param test place among the tests of the column
     * @param reason why not
     */
    record Kind(String platform, String series, String column, int test, String reason)
            implements Serializable, Comparable<Kind> {

        private Kind anySeries() {
            return new Kind(platform, "", column, test, reason);
        }

        @Override
        public int compareTo(Kind other) {
            return Comparator.comparing(Kind::platform)
                    .thenComparing(Kind::column)
                    .thenComparingInt(Kind::test)
                    .thenComparing(Kind::reason)
                    .thenComparing(Kind::series)
                    .compare(this, other);
        }
    }

    /**
     * How often.
     *
     * @param series number of series
     * @param example name of the first of them
     */
    record Count(long series, String example) implements Serializable {

        Count plus(Count other) {
            return new Count(series + other.series, example.compareTo(other.example) <= 0 ? example : other.example);
        }
    }

    @Override
    public boolean isZero() {
        return byPartition.isEmpty();
    }

    @Override
    public AccumulatorV2<Kind, SortedMap<Kind, Count>> copy() {
        UnrunCounts copy = new UnrunCounts();
        byPartition.forEach((partition, counts) -> copy.byPartition.put(partition, new HashMap<>(counts)));
        return copy;
    }

    @Override
    public void reset() {
        byPartition.clear();
    }

    @Override
    public void add(Kind kind) {
        byPartition
                .computeIfAbsent(TaskContext.getPartitionId(), any -> new HashMap<>())
                .merge(kind.anySeries(), new Count(1, kind.series()), Count::plus);
    }

    @Override
    public void merge(AccumulatorV2<Kind, SortedMap<Kind, Count>> other) {
        if (other instanceof UnrunCounts counts) {
            byPartition.putAll(counts.byPartition);
        }
    }

    @Override
    public SortedMap<Kind, Count> value() {
        TreeMap<Kind, Count> all = new TreeMap<>();
        for (Map<Kind, Count> counts : byPartition.values()) {
            counts.forEach((kind, count) -> all.merge(kind, count, Count::plus));
        }
        return all;
    }
}
