package dev.shoal.qc.cotede;

/** The flags that CoTeDe gives, those of IOC 12 (GTSPP) with 0 for what a test did not look at. */
public final class CotedeFlag {

    /** The test did not judge the value. */
    public static final byte NOT_EVALUATED = 0;

    /** Good. */
    public static final byte GOOD = 1;

    /** Probably good. */
    public static final byte PROBABLY_GOOD = 2;

    /** Probably bad. */
    public static final byte PROBABLY_BAD = 3;

    /** Bad. */
    public static final byte BAD = 4;

    /** There is no value. */
    public static final byte MISSING = 9;

    private CotedeFlag() {}
}
