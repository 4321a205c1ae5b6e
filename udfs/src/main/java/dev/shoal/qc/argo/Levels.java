package dev.shoal.qc.argo;

import java.util.BitSet;

/** Chooses levels of a profile. */
final class Levels {

    private Levels() {}

    /** Returns the levels whose value lies above a limit. */
    static BitSet above(double[] values, double limit) {
        BitSet levels = new BitSet();
        for (int level = 0; level < values.length; level++) {
            levels.set(level, values[level] > limit);
        }
        return levels;
    }

    /** Returns the levels whose value lies outside a range; its ends pass. */
    static BitSet outside(double[] values, double least, double most) {
        BitSet levels = new BitSet();
        for (int level = 0; level < values.length; level++) {
            levels.set(level, values[level] < least || values[level] > most);
        }
        return levels;
    }

    /** Returns the levels that have a flag. */
    static BitSet flagged(byte[] flags, byte flag) {
        BitSet levels = new BitSet();
        for (int level = 0; level < flags.length; level++) {
            levels.set(level, flags[level] == flag);
        }
        return levels;
    }

    /** Returns the numbers of the levels, ascending. */
    static int[] numbers(BitSet levels) {
        return levels.stream().toArray();
    }

    /** Returns the values at some levels. */
    static double[] at(int[] levels, double[] values) {
        double[] at = new double[levels.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = values[levels[i]];
        }
        return at;
    }

    /** Returns the levels that were chosen among some by their place. */
    static BitSet among(int[] levels, BitSet places) {
        BitSet chosen = new BitSet();
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            chosen.set(levels[place]);
        }
        return chosen;
    }

    /** Returns the largest of some values; negative infinity of none. */
    static double largest(double[] values) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
