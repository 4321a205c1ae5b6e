package dev.shoal.qc.place;

/** A range decoder of yes-or-no decisions whose chances are known beforehand. */
final class BinaryDecoder {

    /** Chances are in units of 2 to the minus this. */
    static final int PRECISION = 12;

    private static final int SMALLEST_RANGE = 1 << 24;

    private final byte[] bytes;

    private final int end;

    private int at;

    private int range = -1;

    private int code;

    BinaryDecoder(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
        for (int i = 0; i < Integer.BYTES; i++) {
            code = code << Byte.SIZE | next();
        }
    }

    /**
     * Returns the next decision.
     *
     * @param chance of a 1
     */
    int decide(int chance) {
        int bound = (range >>> PRECISION) * chance;
        int bit = Integer.compareUnsigned(code, bound) < 0 ? 1 : 0;
        if (bit == 1) {
            range = bound;
        } else {
            code -= bound;
            range -= bound;
        }
        while (Integer.compareUnsigned(range, SMALLEST_RANGE) < 0) {
            range <<= Byte.SIZE;
            code = code << Byte.SIZE | next();
        }
        return bit;
    }

    /** Past the end there are zeros: the encoder left them out. */
    private int next() {
        return at < end ? bytes[at++] & 0xFF : 0;
    }
}
