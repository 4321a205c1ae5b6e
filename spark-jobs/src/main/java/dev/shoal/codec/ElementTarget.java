package dev.shoal.codec;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An array of numbers that is being filled from their bytes. Shuffled bytes go some thousand at a time through the
 * processor's cache, so that they are read once and the numbers are written once. For one thread.
 */
final class ElementTarget {

    private static final int RUN = 1024;

    private final int count;
    private final int elementBytes;
    private final ByteOrder order;
    private final Taking taking;
    private final byte[] run;

    private ElementTarget(int count, int elementBytes, ByteOrder order, Taking taking) {
        this.count = count;
        this.elementBytes = elementBytes;
        this.order = order;
        this.taking = taking;
        this.run = new byte[Math.min(RUN, count) * elementBytes];
    }

    /** Takes numbers over from where a buffer stands. */
    @FunctionalInterface
    private interface Taking {
        void from(ByteBuffer bytes, int first, int count);
    }

    /**
     * Shows an array.
     *
     * @param into primitives; overwritten
     * @param order of the bytes of a number
     */
    static ElementTarget of(Object into, ByteOrder order) {
        return new ElementTarget(Array.getLength(into), ElementEncoder.elementBytes(into), order, taking(into));
    }

    private static Taking taking(Object into) {
        if (into instanceof byte[] out) {
            return (bytes, first, count) -> bytes.get(out, first, count);
        } else if (into instanceof short[] shorts) {
            return (bytes, first, count) -> bytes.asShortBuffer().get(shorts, first, count);
        } else if (into instanceof int[] ints) {
            return (bytes, first, count) -> bytes.asIntBuffer().get(ints, first, count);
        } else if (into instanceof long[] longs) {
            return (bytes, first, count) -> bytes.asLongBuffer().get(longs, first, count);
        } else if (into instanceof float[] floats) {
            return (bytes, first, count) -> bytes.asFloatBuffer().get(floats, first, count);
        }
        return (bytes, first, count) -> bytes.asDoubleBuffer().get((double[]) into, first, count);
    }

    int count() {
        return count;
    }

    int elementBytes() {
        return elementBytes;
    }

    /** Returns the bytes of all numbers. */
    int bytes() {
        return Math.multiplyExact(count, elementBytes);
    }

    /**
     * Takes numbers that lie one after the other.
     *
     * @param start of their first byte
     * @param first of the numbers to be filled
     */
    void take(byte[] from, int start, int first, int number) {
        taking.from(ByteBuffer.wrap(from).order(order).position(start), first, number);
    }

    /**
     * Takes numbers whose bytes are parted as {@link ByteShuffle} parts them.
     *
     * @param start of their first byte
     * @param first of the numbers to be filled
     */
    void takeShuffled(byte[] from, int start, int first, int number) {
        ByteBuffer bytes = ByteBuffer.wrap(run).order(order);
        for (int done = 0; done < number; done += RUN) {
            int length = Math.min(RUN, number - done);
            ByteShuffle.undoRun(from, start + done, number, run, 0, length, elementBytes);
            taking.from(bytes.rewind(), first + done, length);
        }
    }
}
