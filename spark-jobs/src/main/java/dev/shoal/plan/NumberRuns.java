package dev.shoal.plan;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/**
 * Whole numbers in ascending order, each once, kept as runs: memory grows with the gaps between them, not with their
 * count.
 *
 * <p>Cannot be changed; safe for use by several threads.
 */
public final class NumberRuns implements Serializable {

    private final long[] starts;
    private final long[] ends;

    private NumberRuns(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    /** Returns the numbers of an array, in any order, once each; the array is sorted. */
    public static NumberRuns of(long[] numbers) {
        Arrays.sort(numbers);
        Builder runs = new Builder();
        for (int i = 0; i < numbers.length; i++) {
            if (i == 0 || numbers[i] != numbers[i - 1]) {
                runs.add(numbers[i], numbers[i] + 1);
            }
        }
        return runs.build();
    }

    /** Returns how many numbers there are. */
    public long count() {
        long count = 0;
        for (int run = 0; run < starts.length; run++) {
            count += ends[run] - starts[run];
        }
        return count;
    }

    /** Tells whether there are none. */
    public boolean isEmpty() {
        return starts.length == 0;
    }

    /** Returns the numbers that are not among the others. */
    public NumberRuns without(NumberRuns others) {
        Builder rest = new Builder();
        int other = 0;
        for (int run = 0; run < starts.length; run++) {
            long next = starts[run];
            while (other < others.starts.length && others.ends[other] <= next) {
                other++;
            }
            int at = other;
            while (at < others.starts.length && others.starts[at] < ends[run]) {
                rest.add(next, Math.max(next, others.starts[at]));
                next = Math.max(next, others.ends[at]);
                at++;
            }
            rest.add(Math.min(next, ends[run]), ends[run]);
        }
        return rest.build();
    }

    /**
     * Returns a share of the numbers; the shares hold all of them, in order, and differ in size by one at most.
     *
     * @param part from 0
     * @param parts in all
     */
    public NumberRuns part(int part, int parts) {
        long count = count();
        long from = Math.multiplyExact(count, part) / parts;
        long to = Math.multiplyExact(count, part + 1) / parts;
        Builder share = new Builder();
        long passed = 0;
        for (int run = 0; run < starts.length && passed < to; run++) {
            long low = starts[run] + Math.max(0, from - passed);
            long high = Math.min(ends[run], starts[run] + to - passed);
            share.add(low, Math.max(low, high));
            passed += ends[run] - starts[run];
        }
        return share.build();
    }

    /** Returns all shares, see {@link #part}. */
    public List<NumberRuns> parts(int parts) {
        return IntStream.range(0, parts).mapToObj(part -> part(part, parts)).toList();
    }

    /** Returns every number, in ascending order. */
    public PrimitiveIterator.OfLong iterator() {
        return new PrimitiveIterator.OfLong() {
            private int run;
            private long next = starts.length == 0 ? 0 : starts[0];

            @Override
            public boolean hasNext() {
                return run < starts.length;
            }

            @Override
            public long nextLong() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                long number = next++;
                if (next == ends[run]) {
                    run++;
                    next = run < starts.length ? starts[run] : next;
                }
                return number;
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberRuns runs && Arrays.equals(starts, runs.starts) && Arrays.equals(ends, runs.ends);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(ends);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int run = 0; run < starts.length; run++) {
            text.append(run == 0 ? "" : ", ").append(starts[run]).append(':').append(ends[run]);
        }
        return text.toString();
    }

    /** Takes runs in ascending order. */
    public static final class Builder {

        private static final int FIRST_ROOM = 8;

        private long[] starts = new long[FIRST_ROOM];
        private long[] ends = new long[FIRST_ROOM];
        private int size;

        /** Adds the numbers from {@code start} up to {@code end}, none of them before those that were added. */
        public void add(long start, long end) {
            if (size > 0 && start < ends[size - 1]) {
                throw new IllegalArgumentException(
                        "Cannot add " + start + " behind " + ends[size - 1] + ": expected ascending numbers.");
            }
            if (start >= end) {
                return;
            }
            if (size > 0 && ends[size - 1] == start) {
                ends[size - 1] = end;
                return;
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
            }
            starts[size] = start;
            ends[size] = end;
            size++;
        }

        /** Returns the numbers. */
        public NumberRuns build() {
            return new NumberRuns(Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
        }
    }
}
