package dev.shoal.qc;

/**
 * The middle of a set of whole numbers, found in linear time by three-way quickselect (Hoare 1961; Dijkstra's
 * partition).
 */
final class Median {

    private Median() {}

    /**
     * Returns the median, the mean of the two middle numbers where their number is even.
     *
     * @param numbers the first {@code size} are put in another order
     * @param size at least 1
     */
    static double of(long[] numbers, int size) {
        long upper = select(numbers, size, size / 2);
        if (size % 2 == 1) {
            return upper;
        }
        long lower = numbers[0];
        for (int i = 1; i < size / 2; i++) {
            lower = Math.max(lower, numbers[i]);
        }
        return lower + (upper - lower) / 2.0;
    }

    /** Returns the number at {@code place} in ascending order and leaves none larger before that place. */
    private static long select(long[] numbers, int size, int place) {
        int start = 0;
        int end = size;
        while (end - start > 1) {
            long pivot = middle(numbers[start], numbers[start + (end - start) / 2], numbers[end - 1]);
            int less = start;
            int more = end;
            for (int i = start; i < more; ) {
                long number = numbers[i];
                if (number < pivot) {
                    numbers[i++] = numbers[less];
                    numbers[less++] = number;
                } else if (number > pivot) {
                    numbers[i] = numbers[--more];
                    numbers[more] = number;
                } else {
                    i++;
                }
            }
            if (place >= less && place < more) {
                return pivot;
            }
            start = place < less ? start : more;
            end = place < less ? less : end;
        }
        return numbers[place];
    }

    private static long middle(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
