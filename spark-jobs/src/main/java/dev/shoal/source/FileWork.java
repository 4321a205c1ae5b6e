package dev.shoal.source;

/**
 * What of a file must be read.
 *
 * @param rows in the file
 * @param kept rows that may pass the filters
 * @param blocks that the kept rows lie in; a block is read at once
 * @param bytes of the kept blocks, decoded
 */
record FileWork(long rows, long kept, long blocks, long bytes) {

    /** Returns the numbers in order, for sending. */
    long[] toNumbers() {
        return new long[] {rows, kept, blocks, bytes};
    }

    /** Takes the numbers that {@link #toNumbers} gave. */
    static FileWork of(long... numbers) {
        return new FileWork(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
