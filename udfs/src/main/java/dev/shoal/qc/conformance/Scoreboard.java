package dev.shoal.qc.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts results by set, and by peer and test within it. Belongs to one thread. */
public final class Scoreboard {

    /**
     * What a line of the table counts.
     *
     * @param set how the cases count
     * @param system the peer
     * @param test the peer's
     */
    public record Line(CaseSet set, String system, String test) implements Comparable<Line> {

        @Override
        public int compareTo(Line other) {
            int bySet = set.compareTo(other.set);
            int bySystem = bySet == 0 ? system.compareTo(other.system) : bySet;
            return bySystem == 0 ? test.compareTo(other.test) : bySystem;
        }
    }

    /**
     * Counts of one line.
     *
     * @param right as expected
     * @param wrong otherwise
     * @param notBuilt of which Shoal has no test
     */
    public record Count(int right, int wrong, int notBuilt) {

        static final Count NONE = new Count(0, 0, 0);

        /** Returns how many cases there are. */
        public int all() {
            return right + wrong + notBuilt;
        }

        Count and(Count other) {
            return new Count(right + other.right, wrong + other.wrong, notBuilt + other.notBuilt);
        }

        static Count of(CaseResult.Outcome outcome) {
            return switch (outcome) {
                case RIGHT -> new Count(1, 0, 0);
                case WRONG -> new Count(0, 1, 0);
                case NOT_BUILT -> new Count(0, 0, 1);
            };
        }
    }

    private final SortedMap<Line, Count> counts = new TreeMap<>();
    private final List<CaseResult> failures = new ArrayList<>();

    /** Counts one result. */
    public void add(CaseResult result) {
        counts.merge(new Line(result.set(), result.system(), result.test()), Count.of(result.outcome()), Count::and);
        if (result.isFailure()) {
            failures.add(result);
        }
    }

    /** Returns the counts in order of set, peer and test. */
    public SortedMap<Line, Count> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }

    /** Returns the counts of each set that there are cases of. */
    public SortedMap<CaseSet, Count> sets() {
        SortedMap<CaseSet, Count> sets = new TreeMap<>();
        counts.forEach((line, count) -> sets.merge(line.set(), count, Count::and));
        return sets;
    }

    /** Returns every case that counts and in which Shoal did not give what was expected, in the order they came. */
    public List<CaseResult> failures() {
        return Collections.unmodifiableList(failures);
    }

    /** Returns the counts as a table for people: a line a test, and one for each set. */
    public String table() {
        StringBuilder table = new StringBuilder(row("set", "peer", "test", "right", "of"));
        counts.forEach((line, count) -> table.append(
                row(line.set().words(), line.system(), line.test(), right(line.set(), count), count.all())));
        sets().forEach((set, count) -> table.append(row(set.words(), "all", "", right(set, count), count.all())));
        return table.toString();
    }

    private static String right(CaseSet set, Count count) {
        if (set == CaseSet.EXCLUDED) {
            return "-";
        }
        return count.notBuilt() == count.all() ? "not built" : String.valueOf(count.right());
    }

    private static String row(Object set, Object peer, Object test, Object right, Object of) {
        return String.format("%-10s  %-13s  %-38s  %9s  %5s%n", set, peer, test, right, of);
    }
}
