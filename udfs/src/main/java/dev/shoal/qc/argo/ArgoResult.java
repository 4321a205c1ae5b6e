package dev.shoal.qc.argo;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What the tests said of one profile.
 *
 * @param flags of every parameter, and of those adjusted, by name; each shape {@code (levels)} of {@link ArgoFlag}
 *     codes
 * @param raisedBy by parameter, shape {@code (levels)}: bit {@code n} set where test {@code n} flagged the value
 * @param adjusted values that a test adjusted, by name with {@code _ADJUSTED}; NaN where missing
 * @param dateFlag {@code JULD_QC}
 * @param positionFlag {@code POSITION_QC}; {@link ArgoFlag#MISSING} also where a test took the position away
 * @param performed the tests that were performed, for {@code QCP$}
 * @param failed the tests that failed, for {@code QCF$}
 */
public record ArgoResult(
        SortedMap<String, byte[]> flags,
        SortedMap<String, long[]> raisedBy,
        SortedMap<String, double[]> adjusted,
        byte dateFlag,
        byte positionFlag,
        Set<ArgoTest> performed,
        Set<ArgoTest> failed) {

    private static final int QUARTERS = 4;

    /** Takes the maps over as they are, to be read only. */
    public ArgoResult {
        flags = Collections.unmodifiableSortedMap(flags);
        raisedBy = Collections.unmodifiableSortedMap(raisedBy);
        adjusted = Collections.unmodifiableSortedMap(adjusted);
        performed = Collections.unmodifiableSet(performed);
        failed = Collections.unmodifiableSet(failed);
    }

    /** Returns the flags of one parameter of the profile. */
    public byte[] flagsOf(String name) {
        return found(flags, name);
    }

    /** Returns by level which tests flagged one parameter of the profile, as bits. */
    public long[] raisedByOf(String name) {
        return found(raisedBy, name);
    }

    /** Returns the values of one parameter that a test adjusted, by name with {@code _ADJUSTED}. */
    public double[] adjustedOf(String name) {
        return found(adjusted, name);
    }

    /** Returns the {@code PROFILE_<PARAM>_QC} of one parameter. */
    public char grade(String name) {
        return grade(flagsOf(name));
    }

    /**
     * Returns the quality of a whole profile of flags (Argo user's manual, reference table 2a): {@code A} where all
     * tested values are good, {@code B} at least three in four, {@code C} half, {@code D} one in four, {@code E} any,
     * {@code F} none; blank where none was tested. Good are 1, 2, 5 and 8; 0 and 9 do not count.
     */
    public static char grade(byte[] flags) {
        long tested = 0;
        long good = 0;
        for (byte flag : flags) {
            tested += flag == ArgoFlag.NO_QC || flag == ArgoFlag.MISSING ? 0 : 1;
            good += isGood(flag) ? 1 : 0;
        }
        if (tested == 0) {
            return ' ';
        }
        if (good == 0) {
            return 'F';
        }
        return "EDCBA".charAt((int) (QUARTERS * good / tested));
    }

    private static boolean isGood(byte flag) {
        return flag == ArgoFlag.GOOD
                || flag == ArgoFlag.PROBABLY_GOOD
                || flag == ArgoFlag.CHANGED
                || flag == ArgoFlag.ESTIMATED;
    }

    private static <V> V found(Map<String, V> map, String name) {
        V value = map.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Cannot tell of " + name + ": the profile has " + map.keySet() + ". Name one of them.");
        }
        return value;
    }
}
