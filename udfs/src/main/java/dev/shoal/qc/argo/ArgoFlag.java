package dev.shoal.qc.argo;

/**
 * Argo's quality flags as numbers (Argo user's manual, reference table 2; the files hold them as characters).
 *
 * <p>Real-time tests only ever raise a flag: the larger number stands.
 */
public final class ArgoFlag {

    /** No test was performed. */
    public static final byte NO_QC = 0;

    /** Good data: all tests passed. */
    public static final byte GOOD = 1;

    /** Probably good data. */
    public static final byte PROBABLY_GOOD = 2;

    /** Probably bad data that are potentially correctable. */
    public static final byte CORRECTABLE = 3;

    /** Bad data. */
    public static final byte BAD = 4;

    /** The value was changed. */
    public static final byte CHANGED = 5;

    /** An estimated value: interpolated, extrapolated or otherwise. */
    public static final byte ESTIMATED = 8;

    /** There is no value. */
    public static final byte MISSING = 9;

    private ArgoFlag() {}

    /** Returns the larger of two flags. */
    public static byte raised(byte flag, byte to) {
        return flag > to ? flag : to;
    }

    /**
     * Tells whether a code is one of the flags; 6 and 7 are not in use.
     *
     * @param code as a number
     */
    public static boolean isFlag(byte code) {
        return code >= NO_QC && code <= MISSING && code != 6 && code != 7;
    }
}
