package dev.shoal.source;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A set of coordinate values, as closed ranges of keys. A key is a whole number that sorts as its value does, so that
 * open and closed bounds, unions and intersections are all exact.
 *
 * @param lows least key of each range, rising; owned by this record
 * @param highs greatest key of each range, before the next range's least one; owned by this record
 */
record KeyRanges(long[] lows, long[] highs) implements Serializable {

    /** Every value. */
    static final KeyRanges ALL = between(Long.MIN_VALUE, Long.MAX_VALUE);

    /** No value. */
    static final KeyRanges NONE = new KeyRanges(new long[0], new long[0]);

    /** Returns the key of a double; both zeros have one key, and NaN comes after infinity, as in Spark SQL. */
    static long key(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /** Returns the double of a key. */
    static double number(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
    }

    /** Returns the keys from {@code low} to {@code high}, both among them. */
    static KeyRanges between(long low, long high) {
        return low > high ? NONE : new KeyRanges(new long[] {low}, new long[] {high});
    }

    /** Returns the keys before one. */
    static KeyRanges below(long key) {
        return key == Long.MIN_VALUE ? NONE : between(Long.MIN_VALUE, key - 1);
    }

    /** Returns the keys after one. */
    static KeyRanges above(long key) {
        return key == Long.MAX_VALUE ? NONE : between(key + 1, Long.MAX_VALUE);
    }

    /** Returns the keys that compare so with one. */
    static KeyRanges of(String operator, long key) {
        return switch (operator) {
            case "=", "<=>" -> between(key, key);
            case "<>" -> below(key).or(above(key));
            case "<" -> below(key);
            case "<=" -> between(Long.MIN_VALUE, key);
            case ">" -> above(key);
            case ">=" -> between(key, Long.MAX_VALUE);
            default -> ALL;
        };
    }

    /** Returns the keys that both sets hold. */
    KeyRanges and(KeyRanges other) {
        long[] low = new long[lows.length + other.lows.length];
        long[] high = new long[low.length];
        int count = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < lows.length && theirs < other.lows.length) {
            long from = Math.max(lows[mine], other.lows[theirs]);
            long to = Math.min(highs[mine], other.highs[theirs]);
            if (from <= to) {
                low[count] = from;
                high[count++] = to;
            }
            if (highs[mine] < other.highs[theirs]) {
                mine++;
            } else {
                theirs++;
            }
        }
        return new KeyRanges(Arrays.copyOf(low, count), Arrays.copyOf(high, count));
    }

    /** Returns the keys that either set holds. */
    KeyRanges or(KeyRanges other) {
        long[] low = new long[lows.length + other.lows.length];
        long[] high = new long[low.length];
        int count = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < lows.length || theirs < other.lows.length) {
            boolean own = theirs == other.lows.length || (mine < lows.length && lows[mine] <= other.lows[theirs]);
            long from = own ? lows[mine] : other.lows[theirs];
            long to = own ? highs[mine++] : other.highs[theirs++];
            boolean touches = count > 0 && (high[count - 1] == Long.MAX_VALUE || from <= high[count - 1] + 1);
            if (touches) {
                high[count - 1] = Math.max(high[count - 1], to);
            } else {
                low[count] = from;
                high[count++] = to;
            }
        }
        return new KeyRanges(Arrays.copyOf(low, count), Arrays.copyOf(high, count));
    }

    /** Returns the keys that the set does not hold. */
    KeyRanges not() {
        KeyRanges rest = ALL;
        for (int i = 0; i < lows.length; i++) {
            rest = rest.and(below(lows[i]).or(above(highs[i])));
        }
        return rest;
    }

    /** Tells whether a key from {@code low} to {@code high} is in the set. */
    boolean meets(long low, long high) {
        for (int i = 0; i < lows.length; i++) {
            if (lows[i] <= high && low <= highs[i]) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a key of another set is in this one. */
    boolean meets(KeyRanges other) {
        return and(other).lows.length > 0;
    }

    /** Tells whether a key is in the set. */
    boolean holds(long key) {
        int at = Arrays.binarySearch(lows, key);
        return at >= 0 || (at < -1 && key <= highs[-at - 2]);
    }

    /** Tells whether the key of a number is in the set; NaN, which is missing, is not. */
    boolean holdsNumber(double number) {
        return !Double.isNaN(number) && holds(key(number));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyRanges that && Arrays.equals(lows, that.lows) && Arrays.equals(highs, that.highs);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lows) + Arrays.hashCode(highs);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lows.length; i++) {
            text.append('[').append(lows[i]).append(", ").append(highs[i]).append(']');
        }
        return text.toString();
    }
}
