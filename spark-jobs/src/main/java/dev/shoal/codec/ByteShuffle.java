package dev.shoal.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The byte shuffle of HDF5, numcodecs and Blosc: all first bytes of the elements, then all second bytes, and so on.
 * Bytes past the last whole element stay where they are.
 *
 * <p>Elements of two, four and eight bytes go eight at a time, as words of eight bytes that swap halves, quarters and
 * bytes with one another: half of what byte by byte takes. Each run of elements has a call of its own, since a chunk's
 * few long loops would run half compiled for most of a job.
 */
public final class ByteShuffle {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WORD = Long.BYTES;
    private static final int RUN = 1024;

    private static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;
    private static final long EVEN_PAIRS = 0x0000ffff0000ffffL;
    private static final long EVEN_QUADS = 0x00000000ffffffffL;

    private ByteShuffle() {}

    /** Shuffles {@code length} bytes of {@code from} into {@code to}. */
    public static void apply(byte[] from, int fromStart, byte[] to, int toStart, int length, int elementBytes) {
        int count = length / elementBytes;
        for (int first = 0; first < count; first += RUN) {
            int run = Math.min(RUN, count - first);
            applyRun(from, fromStart + first * elementBytes, to, toStart + first, count, run, elementBytes);
        }
        copyRest(from, fromStart, to, toStart, length, elementBytes);
    }

    /**
     * Shuffles a run of elements.
     *
     * @param at of the run's first byte
     * @param lane where the first bytes of the run's elements belong
     * @param count elements in all: from one lane to the next
     */
    static void applyRun(byte[] from, int at, byte[] to, int lane, int count, int run, int elementBytes) {
        int done = run - run % WORD;
        switch (elementBytes) {
            case 2 -> splitPairs(from, at, to, lane, count, done);
            case 4 -> splitQuads(from, at, to, lane, count, done);
            case 8 -> splitOctets(from, at, to, lane, count, done);
            default -> done = 0;
        }
        split(from, at + done * elementBytes, to, lane + done, count, run - done, elementBytes);
    }

    /** Puts the elements of {@code length} shuffled bytes of {@code from} together again, in {@code to}. */
    public static void undo(byte[] from, int fromStart, byte[] to, int toStart, int length, int elementBytes) {
        int count = length / elementBytes;
        for (int first = 0; first < count; first += RUN) {
            int run = Math.min(RUN, count - first);
            undoRun(from, fromStart + first, count, to, toStart + first * elementBytes, run, elementBytes);
        }
        copyRest(from, fromStart, to, toStart, length, elementBytes);
    }

    /**
     * Puts a run of elements together again.
     *
     * @param lane where the first bytes of the run's elements are
     * @param count elements in all: from one lane to the next
     * @param at where the run's first byte belongs
     */
    static void undoRun(byte[] from, int lane, int count, byte[] to, int at, int run, int elementBytes) {
        int done = run - run % WORD;
        switch (elementBytes) {
            case 2 -> joinPairs(from, lane, count, to, at, done);
            case 4 -> joinQuads(from, lane, count, to, at, done);
            case 8 -> joinOctets(from, lane, count, to, at, done);
            default -> done = 0;
        }
        join(from, lane + done, count, to, at + done * elementBytes, run - done, elementBytes);
    }

    private static void copyRest(byte[] from, int fromStart, byte[] to, int toStart, int length, int elementBytes) {
        int whole = length - length % elementBytes;
        System.arraycopy(from, fromStart + whole, to, toStart + whole, length - whole);
    }

    private static void splitPairs(byte[] from, int at, byte[] to, int lane, int count, int run) {
        for (int i = 0; i < run; i += WORD) {
            long e0123 = word(from, at + 2 * i);
            long e4567 = word(from, at + 2 * i + WORD);
            long e0145 = low(e0123, e4567, EVEN_QUADS, 32);
            long e2367 = high(e0123, e4567, EVEN_QUADS, 32);
            long even = low(e0145, e2367, EVEN_PAIRS, 16);
            long odd = high(e0145, e2367, EVEN_PAIRS, 16);
            put(to, lane + i, low(even, odd, EVEN_BYTES, 8));
            put(to, lane + i + count, high(even, odd, EVEN_BYTES, 8));
        }
    }

    private static void joinPairs(byte[] from, int lane, int count, byte[] to, int at, int run) {
        for (int i = 0; i < run; i += WORD) {
            long first = word(from, lane + i);
            long second = word(from, lane + i + count);
            long even = low(first, second, EVEN_BYTES, 8);
            long odd = high(first, second, EVEN_BYTES, 8);
            long e0145 = low(even, odd, EVEN_PAIRS, 16);
            long e2367 = high(even, odd, EVEN_PAIRS, 16);
            put(to, at + 2 * i, low(e0145, e2367, EVEN_QUADS, 32));
            put(to, at + 2 * i + WORD, high(e0145, e2367, EVEN_QUADS, 32));
        }
    }

    private static void splitQuads(byte[] from, int at, byte[] to, int lane, int count, int run) {
        for (int i = 0; i < run; i += WORD) {
            int source = at + 4 * i;
            long e01 = word(from, source);
            long e23 = word(from, source + WORD);
            long e45 = word(from, source + 2 * WORD);
            long e67 = word(from, source + 3 * WORD);
            long e04 = low(e01, e45, EVEN_QUADS, 32);
            long e15 = high(e01, e45, EVEN_QUADS, 32);
            long e26 = low(e23, e67, EVEN_QUADS, 32);
            long e37 = high(e23, e67, EVEN_QUADS, 32);
            long evenFront = low(e04, e26, EVEN_PAIRS, 16);
            long evenBack = high(e04, e26, EVEN_PAIRS, 16);
            long oddFront = low(e15, e37, EVEN_PAIRS, 16);
            long oddBack = high(e15, e37, EVEN_PAIRS, 16);
            put(to, lane + i, low(evenFront, oddFront, EVEN_BYTES, 8));
            put(to, lane + i + count, high(evenFront, oddFront, EVEN_BYTES, 8));
            put(to, lane + i + 2 * count, low(evenBack, oddBack, EVEN_BYTES, 8));
            put(to, lane + i + 3 * count, high(evenBack, oddBack, EVEN_BYTES, 8));
        }
    }

    private static void joinQuads(byte[] from, int lane, int count, byte[] to, int at, int run) {
        for (int i = 0; i < run; i += WORD) {
            long first = word(from, lane + i);
            long second = word(from, lane + i + count);
            long third = word(from, lane + i + 2 * count);
            long fourth = word(from, lane + i + 3 * count);
            long evenFront = low(first, second, EVEN_BYTES, 8);
            long oddFront = high(first, second, EVEN_BYTES, 8);
            long evenBack = low(third, fourth, EVEN_BYTES, 8);
            long oddBack = high(third, fourth, EVEN_BYTES, 8);
            long e04 = low(evenFront, evenBack, EVEN_PAIRS, 16);
            long e26 = high(evenFront, evenBack, EVEN_PAIRS, 16);
            long e15 = low(oddFront, oddBack, EVEN_PAIRS, 16);
            long e37 = high(oddFront, oddBack, EVEN_PAIRS, 16);
            int target = at + 4 * i;
            put(to, target, low(e04, e15, EVEN_QUADS, 32));
            put(to, target + WORD, low(e26, e37, EVEN_QUADS, 32));
            put(to, target + 2 * WORD, high(e04, e15, EVEN_QUADS, 32));
            put(to, target + 3 * WORD, high(e26, e37, EVEN_QUADS, 32));
        }
    }

    private static void splitOctets(byte[] from, int at, byte[] to, int lane, int count, int run) {
        for (int i = 0; i < run; i += WORD) {
            transpose(from, at + WORD * i, WORD, to, lane + i, count);
        }
    }

    private static void joinOctets(byte[] from, int lane, int count, byte[] to, int at, int run) {
        for (int i = 0; i < run; i += WORD) {
            transpose(from, lane + i, count, to, at + WORD * i, WORD);
        }
    }

    /** Turns a square of eight by eight bytes over; its words lie {@code fromStep} and {@code toStep} bytes apart. */
    private static void transpose(byte[] from, int at, int fromStep, byte[] to, int target, int toStep) {
        long a = word(from, at);
        long b = word(from, at + fromStep);
        long c = word(from, at + 2 * fromStep);
        long d = word(from, at + 3 * fromStep);
        long ab = low(a, b, EVEN_BYTES, 8);
        long cd = low(c, d, EVEN_BYTES, 8);
        long abOdd = high(a, b, EVEN_BYTES, 8);
        long cdOdd = high(c, d, EVEN_BYTES, 8);
        long e = word(from, at + 4 * fromStep);
        long f = word(from, at + 5 * fromStep);
        long g = word(from, at + 6 * fromStep);
        long h = word(from, at + 7 * fromStep);
        long ef = low(e, f, EVEN_BYTES, 8);
        long gh = low(g, h, EVEN_BYTES, 8);
        long efOdd = high(e, f, EVEN_BYTES, 8);
        long ghOdd = high(g, h, EVEN_BYTES, 8);
        put(to, target, toStep, low(ab, cd, EVEN_PAIRS, 16), low(ef, gh, EVEN_PAIRS, 16));
        put(to, target + toStep, toStep, low(abOdd, cdOdd, EVEN_PAIRS, 16), low(efOdd, ghOdd, EVEN_PAIRS, 16));
        put(to, target + 2 * toStep, toStep, high(ab, cd, EVEN_PAIRS, 16), high(ef, gh, EVEN_PAIRS, 16));
        put(to, target + 3 * toStep, toStep, high(abOdd, cdOdd, EVEN_PAIRS, 16), high(efOdd, ghOdd, EVEN_PAIRS, 16));
    }

    /** Puts one word together from the low halves, and the fourth after it from the high halves. */
    private static void put(byte[] to, int target, int step, long front, long back) {
        put(to, target, low(front, back, EVEN_QUADS, 32));
        put(to, target + 4 * step, high(front, back, EVEN_QUADS, 32));
    }

    private static void split(byte[] from, int at, byte[] to, int lane, int count, int run, int elementBytes) {
        for (int part = 0; part < elementBytes; part++) {
            int target = lane + part * count;
            for (int i = 0, source = at + part; i < run; i++, source += elementBytes) {
                to[target + i] = from[source];
            }
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

    /** Returns the even parts of both words, alternating. With {@link #high} it undoes itself. */
    private static long low(long one, long other, long even, int shift) {
        return (one & even) | (other & even) << shift;
    }

    /** Returns the odd parts of both words, alternating. */
    private static long high(long one, long other, long even, int shift) {
        return (one >>> shift & even) | (other & ~even);
    }

    private static long word(byte[] bytes, int at) {
        return (long) WORDS.get(bytes, at);
    }

    private static void put(byte[] bytes, int at, long word) {
        WORDS.set(bytes, at, word);
    }
}
