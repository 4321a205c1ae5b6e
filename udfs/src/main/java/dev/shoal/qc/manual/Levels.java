package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/** How a measure turns into a flag by two thresholds. Infinity stands for a threshold that is off. */
final class Levels {

    /** A threshold above which nothing lies. */
    static final double OFF = Double.POSITIVE_INFINITY;

    /** A threshold below which nothing lies. */
    static final double OFF_BELOW = Double.NEGATIVE_INFINITY;

    private Levels() {}

    /** Flags what lies above a threshold; one that equals it passes. */
    static byte above(double measure, double suspect, double fail) {
        if (!Double.isFinite(measure)) {
            return QcFlag.MISSING;
        }
        if (measure > fail) {
            return QcFlag.FAIL;
        }
        return measure > suspect ? QcFlag.SUSPECT : QcFlag.GOOD;
    }

    /** Flags what lies on a threshold or above. */
    static byte reaching(double measure, double suspect, double fail) {
        if (!Double.isFinite(measure)) {
            return QcFlag.MISSING;
        }
        if (measure >= fail) {
            return QcFlag.FAIL;
        }
        return measure >= suspect ? QcFlag.SUSPECT : QcFlag.GOOD;
    }

    /** Flags what lies below {@code fail}, and what lies between it and {@code suspect}, that end included. */
    static byte notAbove(double measure, double suspect, double fail) {
        if (!Double.isFinite(measure)) {
            return QcFlag.MISSING;
        }
        if (measure < fail) {
            return QcFlag.FAIL;
        }
        return measure <= suspect ? QcFlag.SUSPECT : QcFlag.GOOD;
    }

    /** Gives {@code flag} to what lies outside a span; its ends pass. */
    static byte outside(double measure, double low, double high, byte flag) {
        if (!Double.isFinite(measure)) {
            return QcFlag.MISSING;
        }
        return measure < low || measure > high ? flag : QcFlag.GOOD;
    }

    /** Returns the flag of a value that another quantity judges: where that one is missing, nobody can tell. */
    static byte orUnknown(byte flag) {
        return flag == QcFlag.MISSING ? QcFlag.UNKNOWN : flag;
    }
}
