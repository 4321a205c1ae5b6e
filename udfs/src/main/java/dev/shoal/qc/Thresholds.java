package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;

/** What the tests with a suspect and a fail threshold share. Infinity stands for a threshold that is off. */
final class Thresholds {

    /** A threshold that nothing exceeds. */
    static final double OFF = Double.POSITIVE_INFINITY;

    private Thresholds() {}

    /** Returns the thresholds that are on, by their names in a configuration. */
    static ParameterText text(double suspect, double fail) {
        ParameterText text = new ParameterText();
        text = suspect == OFF ? text : text.with("suspect_threshold", suspect);
        return fail == OFF ? text : text.with("fail_threshold", fail);
    }

    static byte flag(double measure, double suspect, double fail) {
        if (measure > fail) {
            return QcFlag.FAIL;
        }
        return measure > suspect ? QcFlag.SUSPECT : QcFlag.GOOD;
    }

    static double checked(String test, double threshold) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException(
                    "Cannot make a " + test + " test: found a threshold NaN, expected a number.");
        }
        return threshold;
    }

    static String describe(double suspect, double fail, String unit) {
        if (suspect == Double.POSITIVE_INFINITY && fail == Double.POSITIVE_INFINITY) {
            return "no threshold";
        }
        String failText = fail == Double.POSITIVE_INFINITY ? "" : "fail above " + fail + unit;
        String suspectText = suspect == Double.POSITIVE_INFINITY ? "" : "suspect above " + suspect + unit;
        return failText + (failText.isEmpty() || suspectText.isEmpty() ? "" : ", ") + suspectText;
    }
}
