package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Doubts values at the far ends of their own series (ioos_qc's percentile range test).
 *
 * <p>Percentiles are those of the whole series, between values by linear interpolation (Hyndman and Fan 1996, form 7).
 * A NaN is missing; a series of nothing else is {@link QcFlag#UNKNOWN}.
 *
 * @param lowPercentile values below it by more than the pad are {@link QcFlag#SUSPECT}; from 0 to 100
 * @param highPercentile values above it by more than the pad are {@link QcFlag#SUSPECT}; from 0 to 100
 * @param pad in the values' unit
 */
public record PercentileRange(double lowPercentile, double highPercentile, double pad) implements SeriesTest {

    static final TestType TYPE = new TestType(
            "percentile_range",
            "qartod",
            "percentile_range_test",
            List.of(
                    Parameter.defaulted("low_percentile", NUMBER),
                    Parameter.defaulted("hi_percentile", NUMBER),
                    Parameter.defaulted("pad", NUMBER)),
            arguments -> new PercentileRange(
                    arguments.number("low_percentile", 5),
                    arguments.number("hi_percentile", 95),
                    arguments.number("pad", 0)));

    /** Refuses percentiles that are none. */
    public PercentileRange {
        if (!isPercentile(lowPercentile) || !isPercentile(highPercentile) || Double.isNaN(pad)) {
            throw new IllegalArgumentException("Cannot make a percentile range test: found the percentiles "
                    + lowPercentile + " and " + highPercentile + " and a pad of " + pad
                    + ", expected percentiles from 0 to 100 and a number.");
        }
    }

    private static boolean isPercentile(double number) {
        return number >= 0 && number <= 100;
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new ParameterText()
                .with("low_percentile", lowPercentile)
                .with("hi_percentile", highPercentile)
                .with("pad", pad)
                .byName();
    }

    @Override
    public String describe() {
        return "percentile range: suspect by more than " + pad + " outside the percentiles " + lowPercentile + " and "
                + highPercentile + " of the series";
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.WHOLE;
    }

    @Override
    public Optional<String> obstacle(Series series) {
        return Arrays.stream(series.values(), 0, series.size()).allMatch(Double::isNaN)
                ? Optional.of("it has no values to take percentiles of")
                : Optional.empty();
    }

    /** Runs even where there is an obstacle: like ioos_qc the kernel then says nothing, of missing values neither. */
    @Override
    public QcKernel kernelOrUnknown(Series series) {
        return kernel(series);
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        double[] known = Arrays.stream(values, 0, series.size())
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (known.length == 0) {
            return (start, end, flags) -> Arrays.fill(flags, 0, end - start, QcFlag.UNKNOWN);
        }
        double low = percentile(known, lowPercentile) - pad;
        double high = percentile(known, highPercentile) + pad;
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                byte judged = values[i] < low || values[i] > high ? QcFlag.SUSPECT : QcFlag.GOOD;
                flags[i - start] = Double.isNaN(values[i]) ? QcFlag.MISSING : judged;
            }
        };
    }

    /** Interpolates from the nearer of the two neighbours, as numpy does, so that both ends of a step are exact. */
    private static double percentile(double[] sorted, double percentile) {
        double place = (sorted.length - 1) * (percentile / 100);
        int before = (int) Math.floor(place);
        boolean isLast = before >= sorted.length - 1;
        double lower = sorted[isLast ? sorted.length - 1 : before];
        double upper = sorted[isLast ? sorted.length - 1 : before + 1];
        double share = place - before;
        double step = upper - lower;
        return share >= 0.5 ? upper - step * (1 - share) : lower + step * share;
    }
}
