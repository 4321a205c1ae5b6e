package dev.shoal.codec;

/**
 * The codec of Blosc's own, a relative of FastLZ: literal runs and back references, told apart by the top three bits of
 * a control byte.
 */
final class Blosclz {

    private static final int LONGEST_NEAR = 8191;
    private static final int SHORTEST_MATCH = 3;

    private final byte[] from;
    private final int end;
    private final byte[] to;
    private final int origin;
    private int at;
    private int done;

    private Blosclz(byte[] from, int start, int length, byte[] to, int toStart) {
        this.from = from;
        this.at = start;
        this.end = start + length;
        this.to = to;
        this.origin = toStart;
        this.done = toStart;
    }

    /** Decodes a stream to exactly {@code size} bytes. */
    static void decode(byte[] from, int start, int length, byte[] to, int toStart, int size) throws DamageException {
        Blosclz stream = new Blosclz(from, start, length, to, toStart);
        stream.decode(toStart + size);
        if (stream.done != toStart + size) {
            throw DamageException.length(stream.done - (long) toStart, size);
        }
    }

    private void decode(int limit) throws DamageException {
        int control = next() & 31;
        while (true) {
            if (control < 32) {
                literals(control + 1, limit);
            } else {
                match(control, limit);
            }
            if (at >= end) {
                return;
            }
            control = next();
        }
    }

    private int next() throws DamageException {
        if (at >= end) {
            throw new DamageException("its blosclz stream ends in the middle");
        }
        return from[at++] & 0xff;
    }

    private void literals(int count, int limit) throws DamageException {
        if (count > end - at || count > limit - done) {
            throw new DamageException("its blosclz stream has a run past its end");
        }
        System.arraycopy(from, at, to, done, count);
        at += count;
        done += count;
    }

    private void match(int control, int limit) throws DamageException {
        int length = control >> 5;
        if (length == 7) {
            int more;
            do {
                more = next();
                length += more;
            } while (more == 255 && length <= limit);
        }
        length += SHORTEST_MATCH - 1;
        int high = (control & 31) << 8;
        int low = next();
        int distance = high + low + 1;
        if (low == 255 && high == 31 << 8) {
            distance = (next() << 8) + next() + LONGEST_NEAR + 1;
        }
        if (distance > done - origin || length > limit - done) {
            throw new DamageException("its blosclz stream refers to bytes outside its block");
        }
        for (int i = 0; i < length; i++, done++) {
            to[done] = to[done - distance];
        }
    }
}
