package dev.shoal.netcdf;

import java.nio.ByteOrder;

/** How the bits of a stored number are read where they are not one of Java's own numbers. */
sealed interface NumberForm permits NumberForm.Plain, NumberForm.Whole, NumberForm.Real {

    /** A number of Java's own, of 1, 2, 4 or 8 bytes. */
    NumberForm PLAIN = new Plain();

    /**
     * Reads one number, integers as {@code long} bits and reals as the bits of a double.
     *
     * @param bits of the stored number, its first bit lowest; those of 8 bytes at most
     */
    long read(long bits);

    /** Returns up to 8 bytes as one number, none below zero unless it has all 8. */
    static long bits(byte[] from, int at, int bytes, ByteOrder order) {
        long bits = 0;
        for (int i = 0; i < bytes; i++) {
            int place = order == ByteOrder.LITTLE_ENDIAN ? bytes - 1 - i : i;
            bits = (bits << 8) | (from[at + place] & 0xff);
        }
        return bits;
    }

    /** Java's own. */
    record Plain() implements NumberForm {
        @Override
        public long read(long bits) {
            return bits;
        }
    }

    /**
     * An integer of some of the bits.
     *
     * @param offset of its lowest bit
     * @param precision number of its bits, 1 to 64
     * @param signed whether its highest bit is a sign
     */
    record Whole(int offset, int precision, boolean signed) implements NumberForm {
        @Override
        public long read(long bits) {
            int spare = Long.SIZE - precision;
            long high = (bits >>> offset) << spare;
            return signed ? high >> spare : high >>> spare;
        }
    }

    /**
     * A real number of sign, exponent and mantissa, whose leading one is not stored.
     *
     * @param sign place of the sign's bit
     * @param exponent place of the exponent's lowest bit
     * @param exponentBits at most 11
     * @param mantissa place of the mantissa's lowest bit
     * @param mantissaBits at most 52
     * @param bias of the exponent
     */
    record Real(int sign, int exponent, int exponentBits, int mantissa, int mantissaBits, long bias)
            implements NumberForm {
        @Override
        public long read(long bits) {
            long power = part(bits, exponent, exponentBits);
            long fraction = part(bits, mantissa, mantissaBits);
            long most = (1L << exponentBits) - 1;
            double size;
            if (power == most) {
                size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            } else if (power == 0) {
                size = Math.scalb((double) fraction, (int) (1 - bias - mantissaBits));
            } else {
                size = Math.scalb((double) (fraction | (1L << mantissaBits)), (int) (power - bias - mantissaBits));
            }
            return Double.doubleToRawLongBits(((bits >>> sign) & 1) == 0 ? size : -size);
        }

        private static long part(long bits, int offset, int count) {
            return (bits >>> offset) & ((1L << count) - 1);
        }
    }
}
