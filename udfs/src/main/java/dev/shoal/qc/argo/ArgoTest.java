package dev.shoal.qc.argo;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Argo's real-time tests by their numbers (Argo user's manual, reference table 11).
 *
 * <p>A set of tests is written in {@code HISTORY_QCTEST} beside {@code QCP$} (performed) or {@code QCF$} (failed) as a
 * hexadecimal number in which bit {@code n} stands for test {@code n}.
 */
public enum ArgoTest {
    /** The platform is a known float. */
    PLATFORM(1),
    /** The date can be one of an Argo float. */
    DATE(2),
    /** The position is one on Earth. */
    LOCATION(3),
    /** The position is at sea. */
    LAND(4),
    /** No float drifts so fast. */
    SPEED(5),
    /** The value can be one of the ocean. */
    GLOBAL_RANGE(6),
    /** The value can be one of that sea. */
    REGIONAL_RANGE(7),
    /** Pressure increases along the profile. */
    PRESSURE_INCREASING(8),
    /** The value does not stand out from its neighbours. */
    SPIKE(9),
    /** The value lies near the mean of its neighbours; kept for oxygen only. */
    GRADIENT(11),
    /** The value did not roll over the range of the sensor's digits. */
    DIGIT_ROLLOVER(12),
    /** The values of a profile are not all the same. */
    STUCK_VALUE(13),
    /** Density increases with depth. */
    DENSITY_INVERSION(14),
    /** The sensor is not on the grey list. */
    GREY_LIST(15),
    /** The deep values are near those of the last good profile. */
    GROSS_DRIFT(16),
    /** People looked at the profile. */
    VISUAL(17),
    /** The profile is not the previous one again. */
    FROZEN_PROFILE(18),
    /** The float did not go deeper than it was told to. */
    DEEPEST_PRESSURE(19),
    /** Positions at the surface are as near to each other as a float drifts. */
    ARGOS_POSITION(20),
    /** Salinity measured near the surface without pump. */
    UNPUMPED_SALINITY(21),
    /** Air and water mixed near the surface. */
    AIR_WATER(22),
    /** Data deeper than 2000 dbar of a deep float. */
    DEEP_FLOAT(23),
    /** Salinity of an RBR sensor made before April 2021. */
    EARLY_RBR(24),
    /** The value lies near the median of the profile (MEDian with a Distance). */
    MEDD(25),
    /** The temperature of the conductivity cell is near that of the water. */
    TEMP_CNDC(26),
    /** What is particular to pH. */
    PH(56),
    /** What is particular to dissolved oxygen. */
    DOXY(57),
    /** What is particular to nitrate. */
    NITRATE(59),
    /** What is particular to particle backscattering. */
    BBP(62),
    /** What is particular to chlorophyll-a. */
    CHLA(63);

    private static final int RADIX = 16;

    private final int number;

    ArgoTest(int number) {
        this.number = number;
    }

    /** Returns the test's number. */
    public int number() {
        return number;
    }

    /** Returns the number with the one bit that stands for the test. */
    public long bit() {
        return 1L << number;
    }

    /** Returns the tests as bits of one number, unsigned. */
    public static long bits(Collection<ArgoTest> tests) {
        long bits = 0;
        for (ArgoTest test : tests) {
            bits |= test.bit();
        }
        return bits;
    }

    /** Returns the tests as {@code HISTORY_QCTEST} holds them: 16 hexadecimal digits in capitals. */
    public static String hex(Collection<ArgoTest> tests) {
        return String.format(Locale.ROOT, "%016X", bits(tests));
    }

    /**
     * Returns the tests that a text of {@code HISTORY_QCTEST} names; bits of numbers without a test count for nothing.
     *
     * @param hex up to 16 hexadecimal digits, blanks around them allowed
     */
    public static Set<ArgoTest> ofHex(String hex) {
        long bits;
        try {
            bits = Long.parseUnsignedLong(hex.strip(), RADIX);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Cannot read the tests of HISTORY_QCTEST: found '" + hex + "', expected hexadecimal digits.", e);
        }
        return ofBits(bits);
    }

    /** Returns the tests whose bits are set. */
    public static Set<ArgoTest> ofBits(long bits) {
        Set<ArgoTest> tests = EnumSet.noneOf(ArgoTest.class);
        for (ArgoTest test : values()) {
            if ((bits & test.bit()) != 0) {
                tests.add(test);
            }
        }
        return tests;
    }
}
