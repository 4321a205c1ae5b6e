package dev.shoal.cf;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;
import java.lang.reflect.Array;

/** The decoding loops over stored integers, one per width; a loop does no call that is not inlined. */
final class PackedIntegers {

    private final long low;
    private final long high;
    private final boolean none;
    private final long first;
    private final long[] more;

    private PackedIntegers(Packing packing) {
        low = packing.leastInteger();
        high = packing.mostInteger();
        long[] missing = packing.missingIntegers();
        none = missing.length == 0;
        first = none ? 0 : missing[0];
        more = missing.length < 2 ? new long[0] : missing;
    }

    private boolean missing(long value) {
        return value < low || value > high || isFill(value);
    }

    private boolean isFill(long value) {
        if (value == first && !none) {
            return true;
        }
        for (long other : more) {
            if (value == other) {
                return true;
            }
        }
        return false;
    }

    static void decode(Packing packing, byte[] from, double[] out) {
        PackedIntegers test = new PackedIntegers(packing);
        double scale = packing.scale();
        double offset = packing.offset();
        int mask = packing.type().isUnsigned() ? 0xff : -1;
        for (int i = 0; i < from.length; i++) {
            int value = from[i] & mask;
            out[i] = test.missing(value) ? Double.NaN : value * scale + offset;
        }
    }

    static void decode(Packing packing, short[] from, double[] out) {
        PackedIntegers test = new PackedIntegers(packing);
        double scale = packing.scale();
        double offset = packing.offset();
        int mask = packing.type().isUnsigned() ? 0xffff : -1;
        for (int i = 0; i < from.length; i++) {
            int value = from[i] & mask;
            out[i] = test.missing(value) ? Double.NaN : value * scale + offset;
        }
    }

    static void decode(Packing packing, int[] from, double[] out) {
        PackedIntegers test = new PackedIntegers(packing);
        double scale = packing.scale();
        double offset = packing.offset();
        long mask = packing.type().isUnsigned() ? 0xffffffffL : -1L;
        for (int i = 0; i < from.length; i++) {
            long value = from[i] & mask;
            out[i] = test.missing(value) ? Double.NaN : value * scale + offset;
        }
    }

    static void decode(Packing packing, long[] from, double[] out) {
        PackedIntegers test = new PackedIntegers(packing);
        double scale = packing.scale();
        double offset = packing.offset();
        boolean unsigned = packing.type().isUnsigned();
        for (int i = 0; i < from.length; i++) {
            double value = unsigned ? unsigned(from[i]) : from[i];
            out[i] = test.missingLong(from[i], unsigned) ? Double.NaN : value * scale + offset;
        }
    }

    /** Rounds to the nearest double, once: the last bit is kept as a sticky one while the number is halved. */
    private static double unsigned(long bits) {
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    private boolean missingLong(long bits, boolean unsigned) {
        return unsigned
                ? Long.compareUnsigned(bits, low) < 0 || Long.compareUnsigned(bits, high) > 0 || isFill(bits)
                : missing(bits);
    }

    static long[] whole(Packing packing, ArrayBlock raw) {
        PackedIntegers test = new PackedIntegers(packing);
        boolean wide = packing.type() == ElementType.ULONG;
        long[] numbers = widened(packing.type().isUnsigned(), raw);
        for (int i = 0; i < numbers.length; i++) {
            boolean missing = test.missingLong(numbers[i], wide) || (wide && numbers[i] < 0);
            numbers[i] = missing ? Packing.NO_INTEGER : numbers[i];
        }
        return numbers;
    }

    private static long[] widened(boolean unsigned, ArrayBlock raw) {
        long[] numbers = new long[raw.size()];
        for (int i = 0; i < numbers.length; i++) {
            long stored = Array.getLong(raw.values(), i);
            boolean negative = unsigned && stored < 0;
            numbers[i] = negative && packedBytes(raw) < 8 ? stored + (1L << (8 * packedBytes(raw))) : stored;
        }
        return numbers;
    }

    private static int packedBytes(ArrayBlock raw) {
        return raw.type().bytes();
    }
}
