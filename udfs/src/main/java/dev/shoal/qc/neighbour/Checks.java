package dev.shoal.qc.neighbour;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;

/** What the tests of neighbours share. */
final class Checks {

    private Checks() {}

    static void fewest(int fewest) {
        if (fewest < 1) {
            throw new IllegalArgumentException(
                    "Cannot test neighbours: found at least " + fewest + " of them, expected at least 1.");
        }
    }

    static void iterations(int iterations) {
        if (iterations < 1) {
            throw new IllegalArgumentException(
                    "Cannot test neighbours: found " + iterations + " iterations, expected at least 1.");
        }
    }

    static void threshold(double suspect, double fail) {
        if (!(suspect >= 0) || !(fail >= 0)) {
            throw new IllegalArgumentException("Cannot test neighbours: found thresholds of " + suspect + " and " + fail
                    + ", expected none below 0.");
        }
    }

    static byte unjudged(double value) {
        return Double.isFinite(value) ? QcFlag.UNKNOWN : QcFlag.MISSING;
    }

    static byte above(double measure, double suspect, double fail) {
        if (Double.isNaN(measure)) {
            return QcFlag.UNKNOWN;
        }
        if (measure > fail) {
            return QcFlag.FAIL;
        }
        return measure > suspect ? QcFlag.SUSPECT : QcFlag.GOOD;
    }

    /** Returns the median of the first values, which are sorted for it. */
    static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        return (values[(count - 1) / 2] + values[count / 2]) / 2;
    }
}
