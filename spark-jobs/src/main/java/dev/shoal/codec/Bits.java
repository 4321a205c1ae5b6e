package dev.shoal.codec;

/** Reads numbers of any width out of a stream of bits, the highest bit of each byte first. */
final class Bits {

    private final byte[] bytes;
    private final int end;
    private int at;
    private long held;
    private int count;

    Bits(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    /**
     * Returns the next bits as one number.
     *
     * @param width 0 to 64
     * @throws DamageException where the stream ends before
     */
    long next(int width) throws DamageException {
        if (width > 32) {
            long high = next(width - 32);
            return (high << 32) | next(32);
        }
        while (count < width) {
            if (at >= end) {
                throw new DamageException("found a stream of bits that ends in the middle of a number");
            }
            held = (held << 8) | (bytes[at++] & 0xff);
            count += 8;
        }
        count -= width;
        return (held >>> count) & ((1L << width) - 1);
    }

    /**
     * Returns the number of zero bits before the next one, which is passed over.
     *
     * @param most that a sound stream has
     */
    int zeros(int most) throws DamageException {
        int zeros = 0;
        while (true) {
            if (count == 0) {
                held = next(8);
                count = 8;
            }
            long rest = held & ((1L << count) - 1);
            if (rest != 0) {
                int lead = count - (Long.SIZE - Long.numberOfLeadingZeros(rest));
                count -= lead + 1;
                return bounded(zeros + lead, most);
            }
            zeros = bounded(zeros + count, most);
            count = 0;
        }
    }

    private static int bounded(int zeros, int most) throws DamageException {
        if (zeros > most) {
            throw new DamageException("found a number beyond " + most + " in a stream of bits");
        }
        return zeros;
    }
}
