package dev.shoal.job.report;

import java.util.BitSet;

/** Chooses the samples of a long series that make its picture. */
final class Thinning {

    private static final byte SUSPECT = 3;
    private static final byte FAIL = 4;

    private Thinning() {}

    /**
     * Keeps the lowest and the highest value of each stretch of a series, its first missing one, and all suspect or
     * failed ones.
     *
     * @param buckets how many stretches of equal length; a series of up to twice as many values is kept whole
     * @return places of the kept samples, increasing
     */
    static int[] keep(double[] values, byte[] flags, int buckets) {
        BitSet kept = new BitSet(values.length);
        if (values.length <= 2 * buckets) {
            kept.set(0, values.length);
            return kept.stream().toArray();
        }
        for (int bucket = 0; bucket < buckets; bucket++) {
            int start = (int) ((long) values.length * bucket / buckets);
            int end = (int) ((long) values.length * (bucket + 1) / buckets);
            keepEnds(values, flags, start, end, kept);
        }
        kept.set(0);
        kept.set(values.length - 1);
        return kept.stream().toArray();
    }

    private static void keepEnds(double[] values, byte[] flags, int start, int end, BitSet kept) {
        int lowest = -1;
        int highest = -1;
        int missing = -1;
        for (int i = start; i < end; i++) {
            if (Double.isNaN(values[i])) {
                missing = missing < 0 ? i : missing;
            } else if (flags[i] == SUSPECT || flags[i] == FAIL) {
                kept.set(i);
            } else {
                lowest = lowest < 0 || values[i] < values[lowest] ? i : lowest;
                highest = highest < 0 || values[i] > values[highest] ? i : highest;
            }
        }
        for (int place : new int[] {lowest, highest, missing}) {
            if (place >= 0) {
                kept.set(place);
            }
        }
    }
}
