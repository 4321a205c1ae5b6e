package dev.shoal.netcdf;

import java.math.BigInteger;

/** Numbers as attributes hold them; those of unsigned types in the next wider type, so that they are positive. */
final class Widened {

    private Widened() {}

    /**
     * Returns the number that stored bits mean.
     *
     * @param type of a number
     * @param bits the lowest as many as the type has
     */
    static Number of(ElementType type, long bits) {
        return switch (type) {
            case BYTE -> (byte) bits;
            case UBYTE -> (short) (bits & 0xff);
            case SHORT -> (short) bits;
            case USHORT -> (int) (bits & 0xffff);
            case INT -> (int) bits;
            case UINT -> bits & 0xffffffffL;
            case LONG -> bits;
            case ULONG -> new BigInteger(Long.toUnsignedString(bits));
            case FLOAT -> Float.intBitsToFloat((int) bits);
            case DOUBLE -> Double.longBitsToDouble(bits);
            default ->
                throw new IllegalArgumentException("Cannot read a number of type " + type + ", expected numbers.");
        };
    }
}
