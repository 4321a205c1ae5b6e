package dev.shoal.cf;

/** The decoding loops over stored reals. */
final class PackedReals {

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

    /** Decodes floats that are neither scaled nor moved. */
    static void decode(Packing packing, float[] from, float[] out) {
        PackedReals test = new PackedReals(packing);
        if (test.more.length > 0) {
            for (int i = 0; i < from.length; i++) {
                out[i] = test.missing(from[i]) ? Float.NaN : from[i];
            }
            return;
        }
        float least = leastFloat(test.low);
        float most = -leastFloat(-test.high);
        float fill = (float) test.first == test.first ? (float) test.first : Float.NaN;
        for (int i = 0; i < from.length; i++) {
            float value = from[i];
            out[i] = value >= least && value <= most && value != fill ? value : Float.NaN;
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
