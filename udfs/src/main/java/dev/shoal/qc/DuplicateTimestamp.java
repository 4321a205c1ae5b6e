package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.window.TimeOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * Doubts samples of which there is another of the same time, to the microsecond (ioos_qc's duplicate timestamp test).
 * All of them are {@link QcFlag#SUSPECT}. A missing time is {@link QcFlag#MISSING}, as is a missing value.
 */
public record DuplicateTimestamp() implements SeriesTest {

    static final TestType TYPE = new TestType(
            "duplicate_timestamp",
            "argo",
            "duplicate_timestamp_test",
            List.of(),
            arguments -> new DuplicateTimestamp());

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new ParameterText().byName();
    }

    @Override
    public String describe() {
        return "duplicate timestamp: suspect where another sample has the same time";
    }

    @Override
    public Reach reach(Cadence cadence) {
        boolean ascends = cadence.isMeasured() && cadence.order() == Cadence.Order.ASCENDING;
        return ascends ? Reach.samples(1, 1) : Reach.WHOLE;
    }

    @Override
    public QcKernel kernel(Series series) {
        long[] times = series.timeMicros();
        boolean ascends = TimeOrder.of(times, series.size(), Series.NO_TIME) == TimeOrder.ASCENDING;
        long[] sorted = ascends
                ? times
                : Arrays.stream(times, 0, series.size()).sorted().toArray();
        double[] values = series.values();
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                int place = ascends ? i : Arrays.binarySearch(sorted, times[i]);
                boolean isMissing = times[i] == Series.NO_TIME || Double.isNaN(values[i]);
                byte judged = isDoubled(sorted, place, series.size()) ? QcFlag.SUSPECT : QcFlag.GOOD;
                flags[i - start] = isMissing ? QcFlag.MISSING : judged;
            }
        };
    }

    private static boolean isDoubled(long[] sorted, int place, int size) {
        return (place > 0 && sorted[place - 1] == sorted[place])
                || (place + 1 < size && sorted[place + 1] == sorted[place]);
    }
}
