package dev.shoal.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The byte shuffle of HDF5, numcodecs and Blosc: all first bytes of the elements, then all second bytes, and so on.
 * Bytes past the last whole element stay where they are.
 *
 * <p>Works through short runs of elements, each in a call of its own: a chunk's few long loops would run half compiled
 * for most of a job.
 */
public final class ByteShuffle {

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int RUN = 1024;

    private ByteShuffle() {}

    /** Shuffles {@code length} bytes of {@code from} into {@code to}. */
    public static void apply(byte[] from, int fromStart, byte[] to, int toStart, int length, int elementBytes) {
        int count = length / elementBytes;
        for (int first = 0; first < count; first += RUN) {
            int run = Math.min(RUN, count - first);
            int at = fromStart + first * elementBytes;
            int lane = toStart + first;
            switch (elementBytes) {
                case 2 -> splitPairs(from, at, to, lane, count, run);
                case 4 -> splitQuads(from, at, to, lane, count, run);
                case 8 -> splitOctets(from, at, to, lane, count, run);
                default -> split(from, at, to, lane, count, run, elementBytes);
            }
        }
        copyRest(from, fromStart, to, toStart, length, elementBytes);
    }

    /** Puts the elements of {@code length} shuffled bytes of {@code from} together again, in {@code to}. */
    public static void undo(byte[] from, int fromStart, byte[] to, int toStart, int length, int elementBytes) {
        int count = length / elementBytes;
        for (int first = 0; first < count; first += RUN) {
            int run = Math.min(RUN, count - first);
            int lane = fromStart + first;
            int at = toStart + first * elementBytes;
            switch (elementBytes) {
                case 2 -> joinPairs(from, lane, count, to, at, run);
                case 4 -> joinQuads(from, lane, count, to, at, run);
                case 8 -> joinOctets(from, lane, count, to, at, run);
                default -> join(from, lane, count, to, at, run, elementBytes);
            }
        }
        copyRest(from, fromStart, to, toStart, length, elementBytes);
    }

    private static void copyRest(byte[] from, int fromStart, byte[] to, int toStart, int length, int elementBytes) {
        int whole = length - length % elementBytes;
        System.arraycopy(from, fromStart + whole, to, toStart + whole, length - whole);
    }

    private static void splitPairs(byte[] from, int at, byte[] to, int lane, int count, int run) {
        for (int i = 0; i < run; i++) {
            short element = (short) SHORTS.get(from, at + 2 * i);
            to[lane + i] = (byte) element;
            to[lane + count + i] = (byte) (element >>> 8);
        }
    }

    private static void splitQuads(byte[] from, int at, byte[] to, int lane, int count, int run) {
        for (int i = 0; i < run; i++) {
            int element = (int) INTS.get(from, at + 4 * i);
            to[lane + i] = (byte) element;
            to[lane + count + i] = (byte) (element >>> 8);
            to[lane + 2 * count + i] = (byte) (element >>> 16);
            to[lane + 3 * count + i] = (byte) (element >>> 24);
        }
    }

    private static void splitOctets(byte[] from, int at, byte[] to, int lane, int count, int run) {
        for (int i = 0; i < run; i++) {
            long element = (long) LONGS.get(from, at + 8 * i);
            for (int part = 0, target = lane + i; part < 8; part++, target += count) {
                to[target] = (byte) (element >>> (8 * part));
            }
        }
    }

    private static void split(byte[] from, int at, byte[] to, int lane, int count, int run, int elementBytes) {
        for (int part = 0; part < elementBytes; part++) {
            int target = lane + part * count;
            for (int i = 0, source = at + part; i < run; i++, source += elementBytes) {
                to[target + i] = from[source];
            }
        }
    }

    private static void joinPairs(byte[] from, int lane, int count, byte[] to, int at, int run) {
        for (int i = 0; i < run; i++) {
            SHORTS.set(to, at + 2 * i, (short) ((from[lane + i] & 0xff) | from[lane + count + i] << 8));
        }
    }

    private static void joinQuads(byte[] from, int lane, int count, byte[] to, int at, int run) {
        for (int i = 0; i < run; i++) {
            int low = (from[lane + i] & 0xff) | (from[lane + count + i] & 0xff) << 8;
            int high = (from[lane + 2 * count + i] & 0xff) | from[lane + 3 * count + i] << 8;
            INTS.set(to, at + 4 * i, low | high << 16);
        }
    }

    private static void joinOctets(byte[] from, int lane, int count, byte[] to, int at, int run) {
        for (int i = 0; i < run; i++) {
            long element = 0;
            for (int part = 0, source = lane + i; part < 8; part++, source += count) {
                element |= (from[source] & 0xffL) << (8 * part);
            }
            LONGS.set(to, at + 8 * i, element);
        }
    }

    private static void join(byte[] from, int lane, int count, byte[] to, int at, int run, int elementBytes) {
        for (int part = 0; part < elementBytes; part++) {
            int source = lane + part * count;
            for (int i = 0, target = at + part; i < run; i++, target += elementBytes) {
                to[target] = from[source + i];
            }
        }
    }
}
