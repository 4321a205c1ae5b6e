package dev.shoal.cf;

import dev.shoal.netcdf.ElementType;
import java.math.BigInteger;

/** The values netCDF writes where nothing was written (netcdf.h, {@code NC_FILL_*}). */
final class DefaultFill {

    /** 9.969209968386869e36, of which a float holds every digit. */
    private static final double REAL = 0x1.ep122;

    private DefaultFill() {}

    /** Returns the default fill value of a numeric type, widened. */
    static Number of(ElementType type) {
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
}
