package dev.shoal.netcdf;

import java.math.BigInteger;

/** Numbers of unsigned types, given in the next wider type so that they are positive. */
final class Widened {

    private Widened() {}

    /** Returns the number that the bits of {@code stored} mean in {@code type}. */
    static Number of(ElementType type, Number stored) {
        return switch (type) {
            case UBYTE -> (short) (stored.byteValue() & 0xff);
            case USHORT -> stored.shortValue() & 0xffff;
            case UINT -> stored.intValue() & 0xffffffffL;
            case ULONG -> new BigInteger(Long.toUnsignedString(stored.longValue()));
            default -> stored;
        };
    }
}
