package dev.shoal.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Packs bytes as {@link Blosclz} unpacks them: runs of the same four bytes are looked for with one table of positions.
 * Packs less well than c-blosc's own encoder does; any decoder of the format reads it.
 */
final class BlosclzEncoder {

    private static final VarHandle QUADS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int TABLE_BITS = 13;
    private static final int LONGEST_RUN = 32;
    private static final int SHORTEST_MATCH = 4;
    private static final int SHORTEST_FAR_MATCH = 7;
    private static final int FAR = 8191;
    private static final int FARTHEST = FAR + 1 + 0xffff;

    /** The last bytes are always a plain run: decoders read on a little behind a reference. */
    private static final int TAIL_BYTES = 12;

    /** Shorter streams are not unpacked by all decoders. */
    private static final int LEAST_BYTES = 66;

    private final byte[] from;
    private final byte[] to;
    private int at;

    private BlosclzEncoder(byte[] from, byte[] to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Packs a stream.
     *
     * @param to longer than the stream by a thirty-second at least
     * @return the bytes it takes, or 0 where it does not get shorter
     */
    static int encode(byte[] from, int start, int length, byte[] to) {
        if (length < LEAST_BYTES) {
            return 0;
        }
        BlosclzEncoder encoder = new BlosclzEncoder(from, to);
        return encoder.encode(start, length) ? encoder.at : 0;
    }

    private boolean encode(int start, int length) {
        int[] last = new int[1 << TABLE_BITS];
        Arrays.fill(last, -1);
        int end = start + length;
        int done = start;
        int position = start + 1;
        while (position < end - TAIL_BYTES) {
            int quad = (int) QUADS.get(from, position);
            int slot = (quad * 0x9e3779b1) >>> (Integer.SIZE - TABLE_BITS);
            int before = last[slot];
            last[slot] = position;
            int match = before < 0 || position - before > FARTHEST ? 0 : match(before, position, end - TAIL_BYTES);
            if (match < (position - before > FAR ? SHORTEST_FAR_MATCH : SHORTEST_MATCH)) {
                position++;
                continue;
            }
            literals(done, position);
            reference(match, position - before);
            position += match;
            done = position;
            if (at >= length) {
                return false;
            }
        }
        if (at + end - done + (end - done) / LONGEST_RUN + 1 >= length) {
            return false;
        }
        literals(done, end);
        return at < length;
    }

    private int match(int before, int position, int end) {
        int length = 0;
        while (position + length < end && from[before + length] == from[position + length]) {
            length++;
        }
        return length;
    }

    private void literals(int start, int end) {
        for (int done = start; done < end; ) {
            int run = Math.min(LONGEST_RUN, end - done);
            if (at + run + 1 > to.length) {
                at = to.length;
                return;
            }
            to[at++] = (byte) (run - 1);
            System.arraycopy(from, done, to, at, run);
            at += run;
            done += run;
        }
    }

    private void reference(int length, int distance) {
        int code = length - 2;
        boolean far = distance > FAR;
        int low = far ? FAR : distance - 1;
        if (at + code / 255 + 6 > to.length) {
            at = to.length;
            return;
        }
        to[at++] = (byte) (Math.min(code, 7) << 5 | low >> 8);
        if (code >= 7) {
            int rest = code - 7;
            for (; rest >= 255; rest -= 255) {
                to[at++] = (byte) 255;
            }
            to[at++] = (byte) rest;
        }
        to[at++] = (byte) low;
        if (far) {
            int more = distance - FAR - 1;
            to[at++] = (byte) (more >> 8);
            to[at++] = (byte) more;
        }
    }
}
