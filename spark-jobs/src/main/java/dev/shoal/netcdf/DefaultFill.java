package dev.shoal.netcdf;

import java.math.BigInteger;
import java.nio.ByteOrder;

/** The values netCDF writes where nothing was written (netcdf.h, {@code NC_FILL_*}). */
public final class DefaultFill {

    /** 9.969209968386869e36, of which a float holds every digit. */
    private static final double REAL = 0x1.ep122;

    private DefaultFill() {}

    /** Returns the default fill value of a numeric type, widened. */
    public static Number of(ElementType type) {
        return switch (type) {
            case BYTE -> -127L;
            case UBYTE -> 255L;
            case SHORT -> -32767L;
            case USHORT -> 65535L;
            case INT -> -2147483647L;
            case UINT -> 4294967295L;
            case LONG -> -9223372036854775806L;
            case ULONG -> new BigInteger("18446744073709551614");
            default -> REAL;
        };
    }

    /** Returns the default fill value as an element of a file; of other than numbers nothing, which stands for zero. */
    static byte[] bytes(ElementType type, ByteOrder order) {
        if (!type.isNumeric()) {
            return new byte[0];
        }
        return NumberBytes.of(type, of(type), order);
    }
}
