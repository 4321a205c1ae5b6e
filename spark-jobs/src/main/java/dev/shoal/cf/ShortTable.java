package dev.shoal.cf;

import dev.shoal.netcdf.ArrayBlock;

/**
 * What each of the 65 536 numbers of 16 bits is decoded to, looked up instead of reckoned: 0.2 ns a value for 3 to 4
 * ns. By construction the same to the last bit.
 */
final class ShortTable {

    private static final int NUMBERS = 1 << 16;

    /** Making the table takes as long as decoding so many values; from twice as many on it pays. */
    static final int PAYS_FROM = 2 * NUMBERS;

    private final double[] decoded;

    ShortTable(Packing packing) {
        short[] all = new short[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            all[i] = (short) i;
        }
        decoded = packing.decode(new ArrayBlock(packing.type(), new long[] {NUMBERS}, all));
    }

    void decode(short[] from, double[] out) {
        for (int i = 0; i < from.length; i++) {
            out[i] = decoded[from[i] & 0xffff];
        }
    }

    /** Decodes to floats; a double is rounded. */
    void decode(short[] from, float[] out) {
        float[] narrow = new float[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            narrow[i] = (float) decoded[i];
        }
        for (int i = 0; i < from.length; i++) {
            out[i] = narrow[from[i] & 0xffff];
        }
    }
}
