package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags samples whose time cannot be (ioos_qc's impossible date test): later than the time of judging, or outside a
 * span. A missing time is {@link QcFlag#MISSING}, as is a missing value.
 *
 * <p>The time of judging belongs to the test, so that the same configuration gives the same flags whenever it runs.
 *
 * @param asOf samples after it are {@link QcFlag#FAIL}
 * @param startMicros samples before it are {@link QcFlag#FAIL}; {@link Long#MIN_VALUE} for an open end
 * @param endMicros samples after it are {@link QcFlag#FAIL}; {@link Long#MAX_VALUE} for an open end
 */
public record ImpossibleDate(Moment asOf, long startMicros, long endMicros) implements SeriesTest {

    static final TestType TYPE = new TestType(
            "impossible_date",
            "qartod",
            "impossible_date_test",
            List.of(
                    Parameter.optional("fail_span", Parameter.Kind.TIMES),
                    Parameter.optional("as_of", Parameter.Kind.TIME)),
            ImpossibleDate::of);

    private static ImpossibleDate of(Arguments arguments) {
        Moment asOf = Moment.of(arguments, "as_of");
        if (!arguments.has("fail_span")) {
            return new ImpossibleDate(asOf, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        long[] span = arguments.times("fail_span");
        return new ImpossibleDate(asOf, span[0], span[1]);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return withSpan(new ParameterText().withTime("as_of", asOf.micros()));
    }

    @Override
    public SortedMap<String, String> identity() {
        return withSpan(asOf.identify("as_of", new ParameterText()));
    }

    private SortedMap<String, String> withSpan(ParameterText text) {
        boolean isOpen = startMicros == Long.MIN_VALUE && endMicros == Long.MAX_VALUE;
        return (isOpen ? text : text.withTimes("fail_span", startMicros, endMicros)).byName();
    }

    @Override
    public String describe() {
        return "impossible date: fail " + parameters();
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.NONE;
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        long[] times = series.timeMicros();
        long latest = Math.min(asOf.micros(), endMicros);
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                boolean isPossible = times[i] >= startMicros && times[i] <= latest;
                boolean isMissing = times[i] == Series.NO_TIME || Double.isNaN(values[i]);
                flags[i - start] = isMissing ? QcFlag.MISSING : isPossible ? QcFlag.GOOD : QcFlag.FAIL;
            }
        };
    }
}
