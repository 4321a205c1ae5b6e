package dev.shoal.qc.flag;

/**
 * The primary flags of QARTOD and IOC 54, volume 3, as bytes.
 *
 * <p>Two flags of one value roll up to the one of higher precedence: {@link #MISSING} gives way to {@link #UNKNOWN},
 * that to {@link #GOOD}, then {@link #SUSPECT}, then {@link #FAIL} (ioos_qc's {@code qartod_compare}). A code outside
 * the five counts for nothing.
 */
public final class QcFlag {

    /** The value passed every test that looked at it. */
    public static final byte GOOD = 1;

    /** No test could judge the value. */
    public static final byte UNKNOWN = 2;

    /** The value is of high interest or doubtful. */
    public static final byte SUSPECT = 3;

    /** The value failed a test. */
    public static final byte FAIL = 4;

    /** There is no value. */
    public static final byte MISSING = 9;

    private static final byte[] BY_PRECEDENCE = {MISSING, UNKNOWN, GOOD, SUSPECT, FAIL};

    private static final byte[] PRECEDENCE = precedence();

    private QcFlag() {}

    /** Returns the flag of higher precedence; {@link #MISSING} where neither code is a flag. */
    public static byte worse(byte a, byte b) {
        return BY_PRECEDENCE[Math.max(PRECEDENCE[a & 0xFF], PRECEDENCE[b & 0xFF])];
    }

    /**
     * Rolls one set of flags up into another.
     *
     * @param flags shape {@code (n)}, not changed
     * @param into shape {@code (n)}, each replaced by the {@link #worse} of itself and the flag at its place
     */
    public static void rollUp(byte[] flags, byte[] into) {
        if (flags.length != into.length) {
            throw new IllegalArgumentException("Cannot roll up flags: found " + flags.length + " and " + into.length
                    + " values, expected as many of one as of the other.");
        }
        for (int i = 0; i < flags.length; i++) {
            into[i] = worse(flags[i], into[i]);
        }
    }

    /** Tells whether the code is one of the five flags. */
    public static boolean isFlag(byte code) {
        return code == GOOD || code == UNKNOWN || code == SUSPECT || code == FAIL || code == MISSING;
    }

    /** Returns the flag's name in capitals, as in a CF {@code flag_meanings}. */
    public static String name(byte flag) {
        return switch (flag) {
            case GOOD -> "GOOD";
            case UNKNOWN -> "UNKNOWN";
            case SUSPECT -> "SUSPECT";
            case FAIL -> "FAIL";
            case MISSING -> "MISSING";
            default ->
                throw new IllegalArgumentException(
                        "Cannot name the QC flag " + flag + ": expected one of 1, 2, 3, 4, 9.");
        };
    }

    /** Returns the five flags in ascending order, for a CF {@code flag_values}; a new array. */
    public static byte[] codes() {
        return new byte[] {GOOD, UNKNOWN, SUSPECT, FAIL, MISSING};
    }

    /** Returns the names of {@link #codes} with blanks between them, for a CF {@code flag_meanings}. */
    public static String meanings() {
        return "GOOD UNKNOWN SUSPECT FAIL MISSING";
    }

    private static byte[] precedence() {
        byte[] precedence = new byte[256];
        for (byte place = 0; place < BY_PRECEDENCE.length; place++) {
            precedence[BY_PRECEDENCE[place]] = place;
        }
        return precedence;
    }
}
