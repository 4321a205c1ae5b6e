package dev.shoal.qc.autoqc;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Verdicts over all levels of a profile. */
final class Levels {

    private Levels() {}

    static boolean[] none(int size) {
        return new boolean[size];
    }

    static boolean[] all(int size, boolean reject) {
        boolean[] levels = new boolean[size];
        Arrays.fill(levels, reject);
        return levels;
    }

    static boolean[] where(int size, IntPredicate reject) {
        boolean[] levels = new boolean[size];
        for (int i = 0; i < size; i++) {
            levels[i] = reject.test(i);
        }
        return levels;
    }

    static int count(boolean[] levels) {
        int count = 0;
        for (boolean level : levels) {
            count += level ? 1 : 0;
        }
        return count;
    }

    /** Returns values with 0 where they are missing, which is what lies beneath AutoQC's masks. */
    static double[] zeroWhereMissing(double[] values) {
        double[] filled = values.clone();
        for (int i = 0; i < filled.length; i++) {
            filled[i] = Double.isNaN(filled[i]) ? 0 : filled[i];
        }
        return filled;
    }
}
