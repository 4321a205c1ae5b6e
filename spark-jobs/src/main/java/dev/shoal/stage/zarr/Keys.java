package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;

/** Numbers of a coordinate as whole numbers that have the same order and are equal only where the numbers are. */
final class Keys {

    private Keys() {}

    /** Returns the keys of numbers; unsigned 64-bit integers keep their order too. */
    static long[] of(ArrayBlock block) {
        ElementType type = block.type();
        if (block.values() instanceof long[] whole) {
            long[] keys = whole.clone();
            for (int i = 0; i < keys.length && type == ElementType.ULONG; i++) {
                keys[i] ^= Long.MIN_VALUE;
            }
            return keys;
        }
        double[] numbers = block.toDoubles();
        long[] keys = new long[numbers.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(numbers[i] + 0.0);
        }
        return keys;
    }

    private static long key(double number) {
        long bits = Double.doubleToLongBits(number);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }
}
