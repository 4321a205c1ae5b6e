package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.flag.QcFlag;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Flags values that stand out from the one before and the one after (QARTOD test 6, spike).
 *
 * <p>The first and last sample of a series and samples beside a missing value are {@link QcFlag#UNKNOWN}. A value is
 * flagged where its excess is larger than a threshold; one that equals it passes.
 *
 * @param suspect excess above which a value is {@link QcFlag#SUSPECT}, in the values' unit; {@link #OFF} for none
 * @param fail excess above which a value is {@link QcFlag#FAIL}, in the values' unit; {@link #OFF} for none
 * @param method how the excess is measured
 */
public record Spike(double suspect, double fail, Method method) implements SeriesTest {

    /** A threshold that nothing exceeds. */
    public static final double OFF = Double.POSITIVE_INFINITY;

    /** How the excess of a value over its neighbours is measured. */
    public enum Method {
        /** Distance from the mean of the two neighbours. */
        AVERAGE,
        /** The smaller of the distances to the two neighbours where the value lies above or below both, otherwise 0. */
        DIFFERENTIAL;

        /** Returns the method of a name in small letters. */
        public static Method named(String name) {
            for (Method method : values()) {
                if (method.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return method;
                }
            }
            throw new IllegalArgumentException(
                    "Cannot look for spikes by " + name + ": expected the method average or differential.");
        }
    }

    static final TestType TYPE = new TestType(
            "spike",
            "qartod",
            "spike_test",
            List.of(
                    Parameter.optional("suspect_threshold", NUMBER),
                    Parameter.optional("fail_threshold", NUMBER),
                    Parameter.optional("method", Parameter.wordOf("average", "differential"))),
            arguments -> new Spike(
                    arguments.number("suspect_threshold", OFF),
                    arguments.number("fail_threshold", OFF),
                    Method.valueOf(arguments.word("method", "average").toUpperCase(Locale.ROOT))));

    /** Takes a threshold of 0 as {@link #OFF}, as ioos_qc does; refuses NaN. */
    public Spike {
        suspect = threshold(suspect);
        fail = threshold(fail);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text = new ParameterText().with("method", method.name().toLowerCase(Locale.ROOT));
        text = suspect == OFF ? text : text.with("suspect_threshold", suspect);
        return (fail == OFF ? text : text.with("fail_threshold", fail)).byName();
    }

    @Override
    public String describe() {
        return "spike (" + method.name().toLowerCase(Locale.ROOT) + "): " + Thresholds.describe(suspect, fail, "");
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.samples(1, 1);
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        int last = series.size() - 1;
        return (start, end, flags) -> {
            int interiorStart = Math.max(start, 1);
            int interiorEnd = Math.max(interiorStart, Math.min(end, last));
            if (method == Method.AVERAGE) {
                average(values, interiorStart, interiorEnd, flags, start);
            } else {
                differential(values, interiorStart, interiorEnd, flags, start);
            }
            if (start == 0 && end > 0) {
                flags[0] = unjudged(values[0]);
            }
            if (start <= last && end > last) {
                flags[last - start] = unjudged(values[last]);
            }
        };
    }

    private void average(double[] values, int start, int end, byte[] flags, int flagsStart) {
        double calm = calm();
        double before = start < end ? values[start - 1] : 0;
        double value = start < end ? values[start] : 0;
        for (int i = start; i < end; i++) {
            double after = values[i + 1];
            double mean = (before + after) / 2;
            double excess = Math.abs(value - mean);
            flags[i - flagsStart] = excess <= calm ? QcFlag.GOOD : judge(value, excess, mean);
            before = value;
            value = after;
        }
    }

    private void differential(double[] values, int start, int end, byte[] flags, int flagsStart) {
        double calm = calm();
        for (int i = start; i < end; i++) {
            double up = values[i] - values[i - 1];
            double down = values[i] - values[i + 1];
            boolean stands = (up > calm && down > calm) || (up < -calm && down < -calm);
            boolean isKnown = Math.abs(up - down) <= Double.MAX_VALUE && calm >= 0;
            flags[i - flagsStart] =
                    isKnown && !stands ? QcFlag.GOOD : judgeBetween(values[i - 1], values[i], values[i + 1]);
        }
    }

    private byte judgeBetween(double before, double value, double after) {
        double up = value - before;
        double down = value - after;
        double excess = Math.max(Math.max(Math.min(up, down), -Math.max(up, down)), 0);
        return judge(value, excess, before / 2 + after / 2);
    }

    /** Returns the largest finite excess that passes; where it does, the value is finite. */
    private double calm() {
        return Math.min(Math.min(suspect, fail), Double.MAX_VALUE);
    }

    private byte judge(double value, double excess, double neighbours) {
        if (!Double.isFinite(neighbours)) {
            return unjudged(value);
        }
        return Double.isFinite(value) ? Thresholds.flag(excess, suspect, fail) : QcFlag.MISSING;
    }

    private static byte unjudged(double value) {
        return Double.isFinite(value) ? QcFlag.UNKNOWN : QcFlag.MISSING;
    }

    private static double threshold(double threshold) {
        return Thresholds.checked("spike", threshold) == 0 ? OFF : threshold;
    }

    /**
     * Flags one value that has a neighbour on both sides.
     *
     * @param before value before it, NaN where missing
     * @param after value after it, NaN where missing
     * @param suspect a threshold of 0 is off, as is {@link #OFF}
     * @param fail as {@code suspect}
     */
    public static byte flag(double before, double value, double after, double suspect, double fail, Method method) {
        double[] three = {before, value, after};
        byte[] flag = new byte[1];
        Spike test = new Spike(suspect, fail, method);
        if (method == Method.AVERAGE) {
            test.average(three, 1, 2, flag, 1);
        } else {
            test.differential(three, 1, 2, flag, 1);
        }
        return flag[0];
    }
}
