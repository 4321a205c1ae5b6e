package dev.shoal.plan;

/**
 * One axis that two grids divide.
 *
 * @param length of the axis
 * @param source length of a chunk of the one grid
 * @param target length of a chunk of the other
 */
record AxisCut(long length, long source, long target) {

    /** Returns the pairs of a source and a target chunk that share a cell: the parts that both cuts together make. */
    long pieces() {
        return chunks(source) + chunks(target) - chunks(common());
    }

    private long chunks(long chunk) {
        return length == 0 ? 0 : (length - 1) / chunk + 1;
    }

    /** The least length that both chunks divide; at least as long as the axis where it is past all numbers. */
    private long common() {
        long a = source;
        long b = target;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        long times = target / a;
        return source > Long.MAX_VALUE / times ? Long.MAX_VALUE : source * times;
    }

    /** Returns the most target chunks that share a cell with one source chunk. */
    long mostTouching() {
        long most = 0;
        long period = Math.min(chunks(source), target);
        for (long chunk = 0; chunk < period; chunk++) {
            long start = chunk * source;
            long last = Math.min(start + source, length) - 1;
            most = Math.max(most, last / target - start / target + 1);
        }
        return most;
    }
}
