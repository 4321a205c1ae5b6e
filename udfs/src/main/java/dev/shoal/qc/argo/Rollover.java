package dev.shoal.qc.argo;

import java.util.BitSet;

/** Finds where the digits of a sensor rolled over. */
public final class Rollover {

    private Rollover() {}

    /**
     * Finds jumps between neighbours.
     *
     * @param values shape {@code (n)}
     * @param usable places that count; others part the profile
     * @param limit distance between neighbours that passes, in the values' unit
     * @return both ends of every jump
     */
    public static BitSet jumps(double[] values, BitSet usable, double limit) {
        BitSet jumps = new BitSet();
        for (int i = 1; i < values.length; i++) {
            if (usable.get(i - 1) && usable.get(i) && Math.abs(values[i] - values[i - 1]) > limit) {
                jumps.set(i - 1, i + 1);
            }
        }
        return jumps;
    }

    /** Returns the whole of every part between places that do not count in which something was found. */
    public static BitSet partsWith(BitSet found, BitSet usable) {
        BitSet parts = new BitSet();
        for (int start = usable.nextSetBit(0); start >= 0; ) {
            int end = usable.nextClearBit(start);
            int first = found.nextSetBit(start);
            parts.set(start, end, first >= 0 && first < end);
            start = usable.nextSetBit(end);
        }
        return parts;
    }
}
