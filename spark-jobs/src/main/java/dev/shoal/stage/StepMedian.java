package dev.shoal.stage;

import dev.shoal.qc.Cadence;
import dev.shoal.qc.Series;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Measures the {@link Cadence} of a series too long to hold: exactly, in memory that does not grow with it. Steps are
 * counted by their length where few lengths occur, as in most series. Where there are many, the series is gone through
 * again, and each time 16 bits more of the median are known.
 */
final class StepMedian {

    private static final int MOST_LENGTHS = 1 << 16;
    private static final int BITS = 16;

    private final Map<Long, long[]> lengths = new HashMap<>();
    private long samples;
    private long steps;
    private long before = Series.NO_TIME;
    private boolean ascending = true;
    private boolean many;
    private long lastLength;
    private long[] lastCount = {0};

    /** Takes the next times of the series. */
    void add(long[] timeMicros, int size) {
        for (int i = 0; i < size; i++) {
            long time = timeMicros[i];
            ascending &= time != Series.NO_TIME && (samples + i == 0 || (before != Series.NO_TIME && time >= before));
            if (time != Series.NO_TIME && before != Series.NO_TIME) {
                count(time - before);
            }
            before = time;
        }
        samples += size;
    }

    private void count(long length) {
        steps++;
        if (many) {
            return;
        }
        if (length != lastLength || lengths.isEmpty()) {
            lastLength = length;
            lastCount = lengths.computeIfAbsent(length, any -> new long[1]);
            many = lengths.size() > MOST_LENGTHS;
        }
        lastCount[0]++;
    }

    /**
     * Returns the cadence of what was taken.
     *
     * @param again gives the times of the series in the same pieces
     */
    Cadence cadence(Supplier<Iterator<long[]>> again) {
        Cadence.Order order = ascending ? Cadence.Order.ASCENDING : Cadence.Order.BROKEN;
        if (steps == 0) {
            return new Cadence(samples, Double.NaN, order);
        }
        long upper = many ? selected(again, steps / 2) : counted(steps / 2);
        if (steps % 2 == 1) {
            return new Cadence(samples, upper, order);
        }
        long lower = many ? selected(again, steps / 2 - 1) : counted(steps / 2 - 1);
        return new Cadence(samples, lower + (upper - lower) / 2.0, order);
    }

    private long counted(long rank) {
        long passed = 0;
        for (Map.Entry<Long, long[]> length : new TreeMap<>(lengths).entrySet()) {
            passed += length.getValue()[0];
            if (passed > rank) {
                return length.getKey();
            }
        }
        throw new IllegalStateException("Cannot find the step of rank " + rank + " among " + steps + ".");
    }

    /** Finds the bits of a step from the highest on. */
    private static long selected(Supplier<Iterator<long[]>> again, long wanted) {
        long rank = wanted;
        long known = 0;
        for (int shift = Long.SIZE - BITS; shift >= 0; shift -= BITS) {
            long[] counts = new long[1 << BITS];
            long prefix = known;
            int low = shift;
            eachStep(again.get(), length -> {
                long ordered = length ^ Long.MIN_VALUE;
                if (low + BITS == Long.SIZE || ordered >>> (low + BITS) == prefix) {
                    counts[(int) (ordered >>> low) & 0xFFFF]++;
                }
            });
            int bucket = 0;
            while (rank >= counts[bucket]) {
                rank -= counts[bucket++];
            }
            known = known << BITS | bucket;
        }
        return known ^ Long.MIN_VALUE;
    }

    private static void eachStep(Iterator<long[]> pieces, LongConsumer each) {
        long before = Series.NO_TIME;
        while (pieces.hasNext()) {
            for (long time : pieces.next()) {
                if (time != Series.NO_TIME && before != Series.NO_TIME) {
                    each.accept(time - before);
                }
                before = time;
            }
        }
    }
}
