package dev.shoal.cf;

/** The decoding loops over stored reals. */
final class PackedReals {

    /** Values are decoded in short runs, each in a call of its own: a few long loops would run half compiled. */
    private static final int RUN = 4096;

    private final double low;
    private final double high;
    private final double first;
    private final double[] more;

    private PackedReals(Packing packing) {
        low = packing.validMin();
        high = packing.validMax();
        double[] missing = packing.missing();
        first = missing.length == 0 ? Double.NaN : missing[0];
        more = missing.length < 2 ? new double[0] : missing;
    }

    /** NaN fails every comparison, so it is missing. */
    private boolean missing(double value) {
        if (!(value >= low && value <= high) || value == first) {
            return true;
        }
        for (double other : more) {
            if (value == other) {
                return true;
            }
        }
        return false;
    }

    static void decode(Packing packing, float[] from, double[] out) {
        PackedReals test = new PackedReals(packing);
        double scale = packing.scale();
        double offset = packing.offset();
        for (int i = 0; i < from.length; i++) {
            out[i] = test.missing(from[i]) ? Double.NaN : from[i] * scale + offset;
        }
    }

    /**
     * Decodes floats that are neither scaled nor moved; {@code out} may be {@code from}. Floats that are neither
     * missing nor invalid are not touched, and a fill is compared by its bits, which takes a third of the time.
     */
    static void decode(Packing packing, float[] from, float[] out) {
        if (from != out) {
            System.arraycopy(from, 0, out, 0, from.length);
        }
        PackedReals test = new PackedReals(packing);
        float least = leastFloat(test.low);
        float most = -leastFloat(-test.high);
        boolean bounded = !(least == Float.NEGATIVE_INFINITY && most == Float.POSITIVE_INFINITY);
        for (int start = 0; start < from.length; start += RUN) {
            int end = Math.min(from.length, start + RUN);
            for (double missing : packing.missing()) {
                if ((float) missing == missing) {
                    clear(out, start, end, (float) missing);
                }
            }
            if (bounded) {
                clearOutside(out, start, end, least, most);
            }
        }
    }

    private static void clear(float[] values, int start, int end, float fill) {
        if (fill == 0) {
            clearZeros(values, start, end);
            return;
        }
        int bits = Float.floatToRawIntBits(fill);
        for (int i = start; i < end; i++) {
            if (Float.floatToRawIntBits(values[i]) == bits) {
                values[i] = Float.NaN;
            }
        }
    }

    private static void clearZeros(float[] values, int start, int end) {
        for (int i = start; i < end; i++) {
            if (values[i] == 0) {
                values[i] = Float.NaN;
            }
        }
    }

    private static void clearOutside(float[] values, int start, int end, float least, float most) {
        for (int i = start; i < end; i++) {
            if (!(values[i] >= least && values[i] <= most)) {
                values[i] = Float.NaN;
            }
        }
    }

    /** Returns the least float that is not below a bound; NaN for NaN. */
    private static float leastFloat(double bound) {
        float near = (float) bound;
        return near < bound ? Math.nextUp(near) : near;
    }

    static void decode(Packing packing, double[] from, double[] out) {
        PackedReals test = new PackedReals(packing);
        double scale = packing.scale();
        double offset = packing.offset();
        for (int i = 0; i < from.length; i++) {
            out[i] = test.missing(from[i]) ? Double.NaN : from[i] * scale + offset;
        }
    }
}
