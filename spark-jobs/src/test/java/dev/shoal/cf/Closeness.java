package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ElementType;

/** Compares our numbers with the judge's. */
final class Closeness {

    /** Of one float; the judge rounds floats after scaling and again after adding. */
    private static final double FLOAT_STEP = 2.4e-7;

    private Closeness() {}

    /** Equal and missing in the same places; scaled floats may differ by their last digit. */
    static void check(String what, double[] found, double[] expected, Packing packing) {
        assertThat(found).as(what).hasSameSizeAs(expected);
        check(what, found, expected, step(packing), packing.offset());
    }

    /** Equal to the last digit, and missing in the same places. */
    static void checkExact(String what, double[] found, double[] expected) {
        assertThat(found).as(what).hasSameSizeAs(expected);
        check(what, found, expected, 0, 0);
    }

    private static double step(Packing packing) {
        boolean rounded = packing.scale() != 1 || packing.offset() != 0;
        return !rounded ? 0 : packing.unpacked() == ElementType.FLOAT ? FLOAT_STEP : 1e-15;
    }

    private static void check(String what, double[] found, double[] expected, double step, double offset) {
        for (int i = 0; i < found.length; i++) {
            boolean missing = Double.isNaN(found[i]) && Double.isNaN(expected[i]);
            double allowed = step * (Math.abs(expected[i]) + Math.abs(offset));
            if (!missing && !(Math.abs(found[i] - expected[i]) <= allowed)) {
                assertThat(found[i]).as(what + " at " + i).isEqualTo(expected[i]);
            }
        }
    }

    /** Equal to the microsecond, of which cftime's rounding may take or give one. */
    static void checkMicros(long[] found, double[] expected) {
        assertThat(found).as("times").hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertThat(found[i]).as("time " + i).isEqualTo(TimeUnits.MISSING);
            } else {
                assertThat((double) found[i]).as("time " + i).isBetween(expected[i] - 1, expected[i] + 1);
            }
        }
    }
}
