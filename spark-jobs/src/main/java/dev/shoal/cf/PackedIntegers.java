package dev.shoal.cf;

/** The decoding loops over stored integers, one per width; a loop does no call that is not inlined. */
final class PackedIntegers {

    /** Stands for "no missing value"; only a 64-bit variable could hold it, and those have a default fill value. */
    private static final long NEVER_STORED = Long.MIN_VALUE;

    private final long low;
    private final long high;
    private final long first;
    private final long[] more;

    private PackedIntegers(Packing packing) {
        low = (long) Math.ceil(packing.validMin());
        high = (long) Math.floor(packing.validMax());
        long[] missing = packing.missingIntegers();
        first = missing.length == 0 ? NEVER_STORED : missing[0];
        more = missing.length < 2 ? new long[0] : missing;
    }

    private boolean missing(long value) {
        if (value < low || value > high || value == first) {
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
        if (packing.type().isUnsigned()) {
            PackedReals.decodeUnsigned(packing, from, out);
            return;
        }
        PackedIntegers test = new PackedIntegers(packing);
        double scale = packing.scale();
        double offset = packing.offset();
        for (int i = 0; i < from.length; i++) {
            out[i] = test.missing(from[i]) ? Double.NaN : from[i] * scale + offset;
        }
    }
}
