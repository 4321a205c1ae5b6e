package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Whether the sound that came back is good enough: QARTOD's manual for in-situ currents, version 2.1 (2019), tests 5 to
 * 9, which version 1.0 has under the same numbers.
 *
 * <p>Measures of beams have the shape {@code (bin, beam)} for one ensemble or {@code (time, bin, beam)} for many, the
 * beam running fastest; flags have one of a bin, {@code (bin)} or {@code (time, bin)}. A solution needs a number of
 * good beams, three for a vertical profile and two for a horizontal one, so a bin has the flag of the beam that stands
 * at that place when its beams are ordered from good to bad. A beam without a measure stands last; a bin without any is
 * {@link QcFlag#MISSING}.
 */
public final class CurrentSignal {

    private CurrentSignal() {}

    /**
     * Flags bins with too few beams whose noise is that of the instrument (test 5).
     *
     * @param counts shape {@code (time, bin, beam)}; the manual's is {@code (time, beam)}, one bin
     * @param beams number of beams
     * @param needed good beams a solution needs
     * @param low counts below which a beam is {@link QcFlag#FAIL}; 25 for a Nortek Aquadopp
     * @param high counts above which a beam is {@link QcFlag#FAIL}; 30 for a Nortek Aquadopp
     * @param flags shape {@code (time, bin)}, overwritten
     */
    public static void noiseFloor(double[] counts, int beams, int needed, double low, double high, byte[] flags) {
        vote(counts, beams, needed, value -> Levels.outside(value, low, high, QcFlag.FAIL), flags);
    }

    /**
     * Flags bins with too few beams that are heard (test 6).
     *
     * @param counts shape {@code (time, bin, beam)}, counts or decibels
     * @param beams number of beams
     * @param needed good beams a solution needs
     * @param least strength below which a beam is {@link QcFlag#FAIL}; 25 counts for a Nortek Aquadopp
     * @param flags shape {@code (time, bin)}, overwritten
     */
    public static void strength(double[] counts, int beams, int needed, double least, byte[] flags) {
        vote(counts, beams, needed, value -> Levels.outside(value, least, Levels.OFF, QcFlag.FAIL), flags);
    }

    /**
     * Flags a bin whose signal does not stand out of the noise (test 7).
     *
     * @param ratio signal to noise, decibels
     * @param least decibels below which it is {@link QcFlag#FAIL}
     */
    public static byte signalToNoise(double ratio, double least) {
        return Levels.outside(ratio, least, Levels.OFF, QcFlag.FAIL);
    }

    /**
     * Flags bins with too few beams whose echoes resemble each other (test 8).
     *
     * @param counts shape {@code (time, bin, beam)}, correlation magnitude
     * @param beams number of beams
     * @param needed good beams a solution needs
     * @param suspect counts up to which, this end included, a beam is {@link QcFlag#SUSPECT}; 140 for Teledyne RDI
     * @param fail counts below which a beam is {@link QcFlag#FAIL}; 65 for Teledyne RDI
     * @param flags shape {@code (time, bin)}, overwritten
     */
    public static void correlation(double[] counts, int beams, int needed, double suspect, double fail, byte[] flags) {
        vote(counts, beams, needed, value -> Levels.notAbove(value, suspect, fail), flags);
    }

    /**
     * Flags a bin with too few good pings (test 9).
     *
     * <p>The manual adds the percentages of solutions by three beams and by four (Teledyne RDI's first and fourth
     * fields); where one of the two is missing the other stands alone.
     *
     * @param threeBeams per cent
     * @param fourBeams per cent
     * @param suspect per cent up to which, this end included, a bin is {@link QcFlag#SUSPECT}; the example is 75
     * @param fail per cent below which a bin is {@link QcFlag#FAIL}; the example is 25
     */
    public static byte percentGood(double threeBeams, double fourBeams, double suspect, double fail) {
        if (!Double.isFinite(threeBeams)) {
            return Levels.notAbove(fourBeams, suspect, fail);
        }
        return Levels.notAbove(Double.isFinite(fourBeams) ? threeBeams + fourBeams : threeBeams, suspect, fail);
    }

    private static void vote(double[] measures, int beams, int needed, Judge judge, byte[] flags) {
        if (beams < 1 || needed < 1 || needed > beams || measures.length % beams != 0) {
            throw new IllegalArgumentException("Cannot judge beams: found " + measures.length + " measures of " + beams
                    + " beams of which " + needed + " must be good, expected a whole number of bins and 1 to " + beams
                    + " good beams.");
        }
        for (int bin = 0; bin < measures.length / beams; bin++) {
            flags[bin] = vote(measures, bin * beams, beams, needed, judge);
        }
    }

    private static byte vote(double[] measures, int start, int beams, int needed, Judge judge) {
        int good = 0;
        int suspect = 0;
        int missing = 0;
        for (int i = start; i < start + beams; i++) {
            byte flag = judge.flag(measures[i]);
            good += flag == QcFlag.GOOD ? 1 : 0;
            suspect += flag == QcFlag.SUSPECT ? 1 : 0;
            missing += flag == QcFlag.MISSING ? 1 : 0;
        }
        if (missing == beams) {
            return QcFlag.MISSING;
        }
        if (good >= needed) {
            return QcFlag.GOOD;
        }
        return good + suspect >= needed ? QcFlag.SUSPECT : QcFlag.FAIL;
    }

    private interface Judge {
        byte flag(double measure);
    }
}
