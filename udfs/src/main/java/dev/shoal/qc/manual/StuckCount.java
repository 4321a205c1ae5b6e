package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Flags a value that a number of values before it already had, one sample after the other (QARTOD's flat line test by
 * count: temperature and salinity version 2.0, test 8; gliders, test 9; currents version 2.1, test 17, in version 1.0
 * stuck sensor, test 15; waves version 2.1, test 16).
 *
 * <p>A value is flagged where the {@code count} values before it all lie closer to it than the tolerance. They must
 * follow each other: a missing value among them ends the repetition, so that the samples before the first {@code count}
 * never matter. Constant time a sample on average; memory is that of the longer count. One instance serves one series.
 */
public final class StuckCount {

    /** A count that nothing reaches. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Two values farther apart than this many tolerances are not both near a third, however differences round. */
    private static final double TOO_FAR = 2.000001;

    private final Window suspect;
    private final Window fail;
    private final double tooFar;
    private long position;
    private long start;
    private double before = Double.NaN;

    /**
     * Starts before the first sample.
     *
     * @param suspect repetitions after which a value is {@link QcFlag#SUSPECT}; {@link #NEVER} for none
     * @param fail repetitions after which a value is {@link QcFlag#FAIL}; {@link #NEVER} for none
     * @param tolerance difference in the values' unit below which two values are the same; above 0
     */
    public StuckCount(long suspect, long fail, double tolerance) {
        if (suspect < 1 || fail < 1 || !(tolerance > 0)) {
            throw new IllegalArgumentException("Cannot count repetitions: found " + suspect + " and " + fail
                    + " repetitions and a tolerance of " + tolerance + ", expected at least 1 and one above 0.");
        }
        this.suspect = new Window(suspect, tolerance);
        this.fail = new Window(fail, tolerance);
        this.tooFar = TOO_FAR * tolerance;
    }

    /** Returns the flag of the next sample. */
    public byte next(double value) {
        long at = position++;
        boolean there = Double.isFinite(value);
        if (!there || Math.abs(value - before) > tooFar) {
            start = there ? at : position;
            suspect.clear();
            fail.clear();
        }
        before = value;
        if (!there) {
            return QcFlag.MISSING;
        }
        boolean suspected = suspect.holds(start, at, value);
        if (fail.holds(start, at, value)) {
            return QcFlag.FAIL;
        }
        return suspected ? QcFlag.SUSPECT : QcFlag.GOOD;
    }

    private static final class Window {

        private final long count;
        private final double tolerance;
        private final MonotoneQueue least = MonotoneQueue.ofLeast();
        private final MonotoneQueue greatest = MonotoneQueue.ofGreatest();

        Window(long count, double tolerance) {
            this.count = count;
            this.tolerance = tolerance;
        }

        void clear() {
            least.clear();
            greatest.clear();
        }

        boolean holds(long start, long at, double value) {
            if (count == NEVER) {
                return false;
            }
            least.dropBefore(at - count);
            greatest.dropBefore(at - count);
            least.add(at, value);
            greatest.add(at, value);
            return at - start >= count && greatest.value() - value < tolerance && value - least.value() < tolerance;
        }
    }
}
