package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.util.SortedMap;

/**
 * Fails samples whose time is outside a range whose ends pass or not: {@link ValidRange} with two times.
 *
 * <p>A missing time is {@link QcFlag#MISSING}, as is a missing value.
 *
 * @param startMicros in microseconds since 1970 UTC; {@link Long#MIN_VALUE} for an open end
 * @param endMicros in microseconds since 1970 UTC; {@link Long#MAX_VALUE} for an open end
 * @param ends which of them pass
 */
public record ValidTime(long startMicros, long endMicros, ValidRange.Ends ends) implements SeriesTest {

    @Override
    public String name() {
        return ValidRange.TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        String span = "[" + json(startMicros) + ", " + json(endMicros) + "]";
        return ends.write(new ParameterText()).withJson("valid_span", span).byName();
    }

    private static String json(long micros) {
        return isOpen(micros) ? "null" : ParameterText.quoted(TimeValue.text(micros));
    }

    private static boolean isOpen(long micros) {
        return micros == Long.MIN_VALUE || micros == Long.MAX_VALUE;
    }

    @Override
    public String describe() {
        return "valid range: fail outside " + (ends.holdLow() ? "[" : "(") + text(startMicros) + ", " + text(endMicros)
                + (ends.holdHigh() ? "]" : ")");
    }

    private static String text(long micros) {
        return isOpen(micros) ? "open" : TimeValue.text(micros);
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.NONE;
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        long[] times = series.timeMicros();
        long first = ends.holdLow() || isOpen(startMicros) ? startMicros : startMicros + 1;
        long last = ends.holdHigh() || isOpen(endMicros) ? endMicros : endMicros - 1;
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                boolean isMissing = times[i] == Series.NO_TIME || Double.isNaN(values[i]);
                byte judged = times[i] >= first && times[i] <= last ? QcFlag.GOOD : QcFlag.FAIL;
                flags[i - start] = isMissing ? QcFlag.MISSING : judged;
            }
        };
    }
}
