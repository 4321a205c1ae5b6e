package dev.shoal.codec;

/**
 * The bit shuffle of the bitshuffle library and of Blosc: all first bits of the elements, then all second bits, and so
 * on; eight elements to the byte, the first in its lowest bit.
 */
final class BitShuffle {

    private BitShuffle() {}

    /**
     * Shuffles elements.
     *
     * @param count of the elements, a multiple of 8
     */
    static void apply(byte[] from, int fromStart, byte[] to, int toStart, int count, int elementBytes) {
        int rowBytes = count / 8;
        for (int part = 0; part < elementBytes; part++) {
            int rows = toStart + part * 8 * rowBytes;
            for (int group = 0; group < rowBytes; group++) {
                int source = fromStart + group * 8 * elementBytes + part;
                long square = 0;
                for (int i = 0; i < 8; i++, source += elementBytes) {
                    square |= (from[source] & 0xffL) << (8 * i);
                }
                square = turned(square);
                for (int bit = 0; bit < 8; bit++) {
                    to[rows + bit * rowBytes + group] = (byte) (square >>> (8 * bit));
                }
            }
        }
    }

    /**
     * Puts shuffled elements together again.
     *
     * @param count of the elements, a multiple of 8
     */
    static void undo(byte[] from, int fromStart, byte[] to, int toStart, int count, int elementBytes) {
        int rowBytes = count / 8;
        for (int part = 0; part < elementBytes; part++) {
            int rows = fromStart + part * 8 * rowBytes;
            for (int group = 0; group < rowBytes; group++) {
                long square = 0;
                for (int bit = 7; bit >= 0; bit--) {
                    square = (square << 8) | (from[rows + bit * rowBytes + group] & 0xff);
                }
                square = turned(square);
                int target = toStart + group * 8 * elementBytes + part;
                for (int i = 0; i < 8; i++, target += elementBytes) {
                    to[target] = (byte) (square >>> (8 * i));
                }
            }
        }
    }

    /** Exchanges rows and columns of 8 times 8 bits: H. S. Warren, Hacker's Delight, section 7-3. */
    private static long turned(long square) {
        long swap = (square ^ (square >>> 7)) & 0x00aa00aa00aa00aaL;
        long pairs = square ^ swap ^ (swap << 7);
        swap = (pairs ^ (pairs >>> 14)) & 0x0000cccc0000ccccL;
        long quads = pairs ^ swap ^ (swap << 14);
        swap = (quads ^ (quads >>> 28)) & 0x00000000f0f0f0f0L;
        return quads ^ swap ^ (swap << 28);
    }
}
