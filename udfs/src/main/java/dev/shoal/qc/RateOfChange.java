package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.flag.QcFlag;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags values that differ from the one before by more per second than the sea allows (QARTOD test 7, rate of change).
 *
 * <p>Time counts in microseconds, so series of less than a second's step are judged as slow ones are. The first sample
 * and one after a NaN are {@link QcFlag#GOOD}; a sample with the time of the one before is judged by its difference
 * alone; one whose step in time is not known is {@link QcFlag#UNKNOWN}.
 *
 * @param threshold change per second above which a value is {@link QcFlag#SUSPECT}
 * @param fail change per second above which a value is {@link QcFlag#FAIL}; {@link Spike#OFF} for none
 */
public record RateOfChange(double threshold, double fail) implements SeriesTest {

    /** Longer than any step between times of which none is missing. */
    private static final long LONGEST_STEP = Long.MAX_VALUE / 2;

    static final TestType TYPE = new TestType(
            "rate_of_change",
            "qartod",
            "rate_of_change_test",
            List.of(Parameter.required("threshold", NUMBER), Parameter.optional("fail_threshold", NUMBER)),
            arguments ->
                    new RateOfChange(arguments.number("threshold"), arguments.number("fail_threshold", Spike.OFF)));

    /** Refuses NaN. */
    public RateOfChange {
        Thresholds.checked("rate of change", threshold);
        Thresholds.checked("rate of change", fail);
    }

    /** Makes a test without a fail threshold. */
    public RateOfChange(double threshold) {
        this(threshold, Spike.OFF);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text = new ParameterText().with("threshold", threshold);
        return (fail == Spike.OFF ? text : text.with("fail_threshold", fail)).byName();
    }

    @Override
    public String describe() {
        return "rate of change: " + Thresholds.describe(threshold, fail, " per second");
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.samples(1, 0);
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        long[] times = series.timeMicros();
        return (start, end, flags) -> {
            if (start == 0 && end > 0) {
                flags[0] = Double.isFinite(values[0]) ? Thresholds.flag(0, threshold, fail) : QcFlag.MISSING;
            }
            double calm = calmPerMicro();
            for (int i = Math.max(start, 1); i < end; i++) {
                long step = times[i] - times[i - 1];
                boolean isCalm = Math.abs(values[i] - values[i - 1]) < calm * step;
                flags[i - start] = isCalm && step < LONGEST_STEP
                        ? QcFlag.GOOD
                        : flag(values[i - 1], values[i], times[i - 1], times[i]);
            }
        };
    }

    /** Returns a change per microsecond that passes, less than the largest by more than rounding can be. */
    private double calmPerMicro() {
        double calm = Math.max(0, Math.min(Math.min(threshold, fail), Double.MAX_VALUE));
        return calm / Series.MICROS_PER_SECOND * (1 - 1e-9);
    }

    private byte flag(double before, double value, long timeBefore, long time) {
        if (!Double.isFinite(value)) {
            return QcFlag.MISSING;
        }
        if (timeBefore == Series.NO_TIME || time == Series.NO_TIME) {
            return QcFlag.UNKNOWN;
        }
        double seconds = time == timeBefore ? 1 : (time - timeBefore) / Series.MICROS_PER_SECOND;
        return Thresholds.flag(Math.abs((value - before) / seconds), threshold, fail);
    }

    /**
     * Flags one value by the one before it.
     *
     * @param before NaN where missing
     * @param seconds since the one before; where 0 the difference itself counts
     * @param suspect change per second above which the value is {@link QcFlag#SUSPECT}
     * @param fail change per second above which it is {@link QcFlag#FAIL}
     */
    public static byte flag(double before, double value, double seconds, double suspect, double fail) {
        if (!Double.isFinite(value)) {
            return QcFlag.MISSING;
        }
        if (Double.isNaN(seconds)) {
            return QcFlag.UNKNOWN;
        }
        return Thresholds.flag(Math.abs((value - before) / (seconds == 0 ? 1 : seconds)), suspect, fail);
    }
}
