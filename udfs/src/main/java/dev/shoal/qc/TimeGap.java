package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags samples after a gap in time (QARTOD test 1, timing; ioos_qc's time gap test).
 *
 * <p>The first sample has the flag of the second. A missing time is {@link QcFlag#MISSING}, as is a missing value; the
 * time after a missing one, the one before it where that is the first, and the only one of a series are
 * {@link QcFlag#UNKNOWN}.
 *
 * @param failHours step in time above which a sample is {@link QcFlag#FAIL}, to the second
 */
public record TimeGap(double failHours) implements SeriesTest {

    static final TestType TYPE = new TestType(
            "time_gap",
            "qartod",
            "time_gap_test",
            List.of(Parameter.optional("fail_span", Parameter.Kind.NUMBER)),
            arguments -> new TimeGap(arguments.number("fail_span", 2)));

    private static final int SECONDS_PER_HOUR = 3600;

    /** Refuses NaN. */
    public TimeGap {
        Thresholds.checked("time gap", failHours);
    }

    /** Returns hours in microseconds, cut to whole seconds. */
    static long wholeSeconds(double hours) {
        return ((long) (hours * SECONDS_PER_HOUR)) * 1_000_000;
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new ParameterText().with("fail_span", failHours).byName();
    }

    @Override
    public String describe() {
        return "time gap: fail more than " + failHours + " h after the sample before";
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.samples(1, 1);
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        long[] times = series.timeMicros();
        long longest = wholeSeconds(failHours);
        byte first = first(times, series.size(), longest);
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                byte flag = i == 0 ? first : flag(times[i - 1], times[i], longest);
                flags[i - start] = Double.isNaN(values[i]) ? QcFlag.MISSING : flag;
            }
        };
    }

    private static byte first(long[] times, int size, long longest) {
        if (size < 2) {
            return QcFlag.UNKNOWN;
        }
        boolean isBeforeMissing = times[1] == Series.NO_TIME && times[0] != Series.NO_TIME;
        return isBeforeMissing ? QcFlag.UNKNOWN : flag(times[0], times[1], longest);
    }

    private static byte flag(long before, long time, long longest) {
        if (time == Series.NO_TIME) {
            return QcFlag.MISSING;
        }
        if (before == Series.NO_TIME) {
            return QcFlag.UNKNOWN;
        }
        return time - before > longest ? QcFlag.FAIL : QcFlag.GOOD;
    }
}
