package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;

/**
 * Whether a profile of currents hangs together from bin to bin: QARTOD's manual for in-situ currents, version 2.1
 * (2019), tests 18 to 20, which version 1.0 has as 16 to 18.
 *
 * <p>Bins run from the transducer outward. Echo intensities have the shape {@code (time, bin, beam)}, speeds and flags
 * {@code (time, bin)}, the last axis running fastest. A beam without a measure counts as one that failed; a bin without
 * any is {@link QcFlag#MISSING}, unless it lies beyond one that failed.
 */
public final class CurrentProfile {

    private CurrentProfile() {}

    /**
     * Flags bins whose echo is louder than that of the bin before, as of a surface, a bottom or a mooring (test 18).
     *
     * <p>Where nothing was heard in the bin before, nothing rose. The bin where too few beams are left and all beyond
     * it are {@link QcFlag#FAIL}; one where some failed and enough are left is {@link QcFlag#SUSPECT}.
     *
     * @param counts shape {@code (time, bin, beam)}, not changed
     * @param bins number of bins
     * @param beams number of beams
     * @param needed good beams a solution needs: 3 in three dimensions, 2 in two
     * @param rise counts above which the rise from bin to bin fails a beam; the manual's example is 30
     * @param flags shape {@code (time, bin)}, overwritten
     */
    public static void echoIntensity(double[] counts, int bins, int beams, int needed, double rise, byte[] flags) {
        judge(
                counts,
                bins,
                beams,
                needed,
                flags,
                (bin, at) -> Double.isFinite(counts[at]) && (bin == 0 || !(counts[at] - counts[at - beams] > rise)));
    }

    /**
     * Flags bins whose echo is too faint (test 19), and all beyond one with too few good beams.
     *
     * @param counts shape {@code (time, bin, beam)}, not changed
     * @param bins number of bins
     * @param beams number of beams
     * @param needed good beams a solution needs: 3 in three dimensions, 2 in two
     * @param least counts below which a beam fails; the manual's example is 20
     * @param flags shape {@code (time, bin)}, overwritten
     */
    public static void rangeDropOff(double[] counts, int bins, int beams, int needed, double least, byte[] flags) {
        judge(counts, bins, beams, needed, flags, (bin, at) -> counts[at] >= least);
    }

    /**
     * Flags bins whose speed differs from that of the bin before (test 20).
     *
     * <p>The first bin cannot be tested and is {@link QcFlag#UNKNOWN}, as is one beside a missing speed.
     *
     * @param speeds shape {@code (time, bin)}, not changed
     * @param bins number of bins
     * @param suspect difference above which a bin is {@link QcFlag#SUSPECT}; infinity for none, as in the manual
     * @param fail difference above which a bin is {@link QcFlag#FAIL}
     * @param flags shape {@code (time, bin)}, overwritten
     */
    public static void speedGradient(double[] speeds, int bins, double suspect, double fail, byte[] flags) {
        whole(speeds.length, bins);
        for (int i = 0; i < speeds.length; i++) {
            if (!Double.isFinite(speeds[i])) {
                flags[i] = QcFlag.MISSING;
            } else if (i % bins == 0) {
                flags[i] = QcFlag.UNKNOWN;
            } else {
                flags[i] = Levels.orUnknown(Levels.above(Math.abs(speeds[i] - speeds[i - 1]), suspect, fail));
            }
        }
    }

    private static void judge(double[] counts, int bins, int beams, int needed, byte[] flags, Beam good) {
        if (needed < 1 || needed > beams) {
            throw new IllegalArgumentException("Cannot judge echoes: found " + needed + " beams needed of " + beams
                    + ", expected 1 to " + beams + ".");
        }
        whole(counts.length, (long) bins * beams);
        for (int ensemble = 0; ensemble < counts.length / (bins * beams); ensemble++) {
            for (int bin = 0; bin < bins; bin++) {
                int cell = ensemble * bins + bin;
                flags[cell] = flag(counts, bin, cell * beams, beams, needed, good);
                if (flags[cell] == QcFlag.FAIL) {
                    Arrays.fill(flags, cell, (ensemble + 1) * bins, QcFlag.FAIL);
                    break;
                }
            }
        }
    }

    private static byte flag(double[] counts, int bin, int start, int beams, int needed, Beam good) {
        int passed = 0;
        int heard = 0;
        for (int at = start; at < start + beams; at++) {
            heard += Double.isFinite(counts[at]) ? 1 : 0;
            passed += good.passes(bin, at) ? 1 : 0;
        }
        if (heard == 0) {
            return QcFlag.MISSING;
        }
        if (passed < needed) {
            return QcFlag.FAIL;
        }
        return passed < beams ? QcFlag.SUSPECT : QcFlag.GOOD;
    }

    private static void whole(int length, long of) {
        if (of < 1 || length % of != 0) {
            throw new IllegalArgumentException("Cannot judge profiles: found " + length + " values, expected a multiple"
                    + " of " + of + ", those of one ensemble.");
        }
    }

    private interface Beam {
        boolean passes(int bin, int at);
    }
}
