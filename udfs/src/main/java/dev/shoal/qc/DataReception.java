package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags samples that came too late (QARTOD test 1, timing; ioos_qc's data reception test): older than a time of
 * reception by more than a span. A missing time is {@link QcFlag#MISSING}, as is a missing value; later samples pass.
 *
 * @param failHours age above which a sample is {@link QcFlag#FAIL}, to the second
 * @param from time of reception
 */
public record DataReception(double failHours, Moment from) implements SeriesTest {

    static final TestType TYPE = new TestType(
            "data_reception",
            "qartod",
            "data_reception_test",
            List.of(
                    Parameter.optional("fail_span", Parameter.Kind.NUMBER),
                    Parameter.optional("from_time", Parameter.Kind.TIME)),
            arguments -> new DataReception(arguments.number("fail_span", 6), Moment.of(arguments, "from_time")));

    /** Refuses NaN. */
    public DataReception {
        Thresholds.checked("data reception", failHours);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new ParameterText()
                .with("fail_span", failHours)
                .withTime("from_time", from.micros())
                .byName();
    }

    @Override
    public SortedMap<String, String> identity() {
        return from.identify("from_time", new ParameterText().with("fail_span", failHours))
                .byName();
    }

    @Override
    public String describe() {
        return "data reception: fail where more than " + failHours + " h before " + TimeValue.text(from.micros());
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.NONE;
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        long[] times = series.timeMicros();
        long earliest = from.micros() - TimeGap.wholeSeconds(failHours);
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                boolean isMissing = times[i] == Series.NO_TIME || Double.isNaN(values[i]);
                byte known = times[i] < earliest ? QcFlag.FAIL : QcFlag.GOOD;
                flags[i - start] = isMissing ? QcFlag.MISSING : known;
            }
        };
    }
}
