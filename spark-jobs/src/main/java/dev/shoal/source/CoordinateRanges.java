package dev.shoal.source;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What coordinates a row may have: every row that a filter keeps is inside, though not every row inside need be kept.
 *
 * @param byColumn keys of each column that is bounded; a missing coordinate is in no range
 */
record CoordinateRanges(HashMap<String, KeyRanges> byColumn) implements Serializable {

    /** No bounds. */
    static final CoordinateRanges EVERYWHERE = new CoordinateRanges(new HashMap<>());

    /** Bounds one column. */
    static CoordinateRanges of(String column, KeyRanges ranges) {
        return new CoordinateRanges(new HashMap<>(Map.of(column, ranges)));
    }

    /** Returns the rows inside both. */
    CoordinateRanges and(CoordinateRanges other) {
        HashMap<String, KeyRanges> both = new HashMap<>(byColumn);
        other.byColumn.forEach((column, ranges) -> both.merge(column, ranges, KeyRanges::and));
        return new CoordinateRanges(both);
    }

    /** Returns rows among which are those inside either: a column is bounded where both sides bound it. */
    CoordinateRanges or(CoordinateRanges other) {
        HashMap<String, KeyRanges> either = new HashMap<>();
        byColumn.forEach((column, ranges) -> {
            if (other.byColumn.containsKey(column)) {
                either.put(column, ranges.or(other.byColumn.getOrDefault(column, KeyRanges.ALL)));
            }
        });
        return new CoordinateRanges(either);
    }

    /** Returns the rows outside, of bounds on one column. */
    CoordinateRanges withoutOnly() {
        HashMap<String, KeyRanges> rest = new HashMap<>();
        byColumn.forEach((column, ranges) -> rest.put(column, ranges.not()));
        return new CoordinateRanges(rest);
    }

    /** Tells whether rows may be inside both. */
    boolean meets(CoordinateRanges other) {
        return byColumn.entrySet().stream()
                .allMatch(entry -> entry.getValue().meets(other.byColumn.getOrDefault(entry.getKey(), KeyRanges.ALL)));
    }

    /** Returns the range of a column; every value where there are no bounds. */
    KeyRanges range(String column) {
        return byColumn.getOrDefault(column, KeyRanges.ALL);
    }

    /** Returns the columns that are bounded. */
    Set<String> columns() {
        return byColumn.keySet();
    }

    /** Tells whether a column is bounded. */
    boolean bounds(String column) {
        return byColumn.containsKey(column);
    }

    /** Tells whether a timestamp may be in a row. */
    boolean holds(String column, long key) {
        return byColumn.getOrDefault(column, KeyRanges.ALL).holds(key);
    }

    /** Tells whether a number may be in a row; NaN, which is missing, may be where there are no bounds. */
    boolean holds(String column, double value) {
        return !bounds(column) || (!Double.isNaN(value) && holds(column, KeyRanges.key(value)));
    }
}
