package dev.shoal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Elements as bytes, plain or shuffled at once: some thousand bytes at a time go through the processor's cache, so that
 * the elements are read and their bytes are written once.
 */
final class ElementLanes {

    private static final int RUN = 1024;

    private ElementLanes() {}

    /**
     * Writes the bytes of elements as {@link ByteShuffle} parts them.
     *
     * @param values an array of numbers of {@code elementBytes} each, not of bytes
     * @param to has room for all
     */
    static void shuffle(Object values, int count, int elementBytes, ByteOrder order, byte[] to) {
        byte[] run = new byte[RUN * elementBytes];
        Run source = run(values, ByteBuffer.wrap(run).order(order));
        for (int first = 0; first < count; first += RUN) {
            int length = Math.min(RUN, count - first);
            source.take(first, length);
            ByteShuffle.applyRun(run, 0, to, first, count, length, elementBytes);
        }
    }

    /** Takes a run of elements over into the bytes it was made for. */
    @FunctionalInterface
    interface Run {
        void take(int first, int length);
    }

    /** Prepares taking over the elements of an array of numbers. */
    static Run run(Object values, ByteBuffer to) {
        if (values instanceof float[] floats) {
            return (first, length) -> to.asFloatBuffer().put(floats, first, length);
        } else if (values instanceof double[] doubles) {
            return (first, length) -> to.asDoubleBuffer().put(doubles, first, length);
        } else if (values instanceof int[] ints) {
            return (first, length) -> to.asIntBuffer().put(ints, first, length);
        } else if (values instanceof long[] longs) {
            return (first, length) -> to.asLongBuffer().put(longs, first, length);
        }
        return (first, length) -> to.asShortBuffer().put((short[]) values, first, length);
    }
}
