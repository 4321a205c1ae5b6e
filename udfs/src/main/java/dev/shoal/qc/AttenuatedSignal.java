package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;
import static dev.shoal.qc.Parameter.Kind.WHOLE;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.window.Attenuation;
import dev.shoal.qc.window.Spread;
import dev.shoal.qc.window.TimeOrder;
import dev.shoal.qc.window.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Flags values at the end of a period in which the signal hardly moved (QARTOD test 10, attenuated signal).
 *
 * <p>The period {@code (t - period, t]} ends with the judged sample; without a period the whole series is judged at
 * once. A spread that equals a threshold passes. A period of too few values is {@link QcFlag#UNKNOWN}, as is one that
 * holds a missing value where the spread is a range, and every sample of a series whose times neither only grow nor
 * only shrink.
 *
 * @param suspect spread below which a value is {@link QcFlag#SUSPECT}, in the values' unit
 * @param fail spread below which a value is {@link QcFlag#FAIL}, in the values' unit
 * @param periodSeconds length of the period; 0 for the whole series
 * @param fewestValues that a period must hold to be judged, at least 1
 * @param fewestSeconds what a period's samples must cover to be judged, by the median interval of the series; 0 where
 *     {@code fewestValues} says it
 * @param spread how far values lie apart
 */
public record AttenuatedSignal(
        double suspect, double fail, double periodSeconds, int fewestValues, double fewestSeconds, Spread spread)
        implements SeriesTest {

    static final TestType TYPE = new TestType(
            "attenuated_signal",
            "qartod",
            "attenuated_signal_test",
            List.of(
                    Parameter.required("suspect_threshold", NUMBER),
                    Parameter.required("fail_threshold", NUMBER),
                    Parameter.optional("test_period", NUMBER),
                    Parameter.optional("min_obs", WHOLE),
                    Parameter.optional("min_period", NUMBER),
                    Parameter.optional("check_type", Parameter.wordOf("std", "range"))),
            AttenuatedSignal::of);

    private static final double MICRO = 1e-6;

    /** Refuses a period too short to hold two samples, and counts and times below 0. */
    public AttenuatedSignal {
        Thresholds.checked("attenuated signal", suspect);
        Thresholds.checked("attenuated signal", fail);
        boolean isPeriod = periodSeconds == 0 || periodSeconds >= MICRO;
        if (!isPeriod || fewestValues < 0 || !(fewestSeconds >= 0)) {
            throw new IllegalArgumentException("Cannot make an attenuated signal test: found a period of "
                    + periodSeconds + " s with at least " + fewestValues + " values and " + fewestSeconds
                    + " s, expected none below 0.");
        }
        fewestValues = Math.max(1, fewestValues);
    }

    private static AttenuatedSignal of(Arguments arguments) {
        double suspect = arguments.number("suspect_threshold");
        double fail = arguments.number("fail_threshold");
        double period = arguments.number("test_period", 0);
        double fewestSeconds = period == 0 || arguments.has("min_obs") ? 0 : arguments.number("min_period", 0);
        int fewestValues = period == 0 ? 1 : arguments.whole("min_obs", 1);
        Spread spread = arguments.word("check_type", "std").equals("range") ? Spread.RANGE : Spread.STANDARD_DEVIATION;
        return new AttenuatedSignal(suspect, fail, period, fewestValues, fewestSeconds, spread);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text = new ParameterText()
                .with("suspect_threshold", suspect)
                .with("fail_threshold", fail)
                .with("check_type", word());
        text = periodSeconds > 0 ? text.with("test_period", periodSeconds) : text;
        text = fewestValues > 1 ? text.with("min_obs", fewestValues) : text;
        return (fewestSeconds > 0 ? text.with("min_period", fewestSeconds) : text).byName();
    }

    private String word() {
        return spread == Spread.RANGE ? "range" : "std";
    }

    @Override
    public String describe() {
        String over = periodSeconds > 0 ? periodSeconds + " s" : "the whole series";
        return "attenuated signal: fail where the " + word() + " over " + over + " is below " + fail
                + ", suspect where below " + suspect;
    }

    @Override
    public Reach reach(Cadence cadence) {
        boolean ascends = cadence.isMeasured() && cadence.order() == Cadence.Order.ASCENDING;
        return periodSeconds > 0 && ascends ? Reach.seconds(periodSeconds, 0) : Reach.WHOLE;
    }

    @Override
    public Optional<String> obstacle(Series series) {
        return periodSeconds > 0 && order(series) == TimeOrder.NONE
                ? Optional.of("its times neither only grow nor only shrink, so periods have no samples of their own")
                : Optional.empty();
    }

    private static TimeOrder order(Series series) {
        return series.cadence().isMeasured() && series.cadence().order() == Cadence.Order.ASCENDING
                ? TimeOrder.ASCENDING
                : TimeOrder.of(series.timeMicros(), series.size(), Series.NO_TIME);
    }

    /** Runs even where there is an obstacle: like ioos_qc the kernel then says nothing, of missing values neither. */
    @Override
    public QcKernel kernelOrUnknown(Series series) {
        return kernel(series);
    }

    @Override
    public QcKernel kernel(Series series) {
        return periodSeconds > 0 ? slidingKernel(series) : wholeKernel(series);
    }

    private QcKernel wholeKernel(Series series) {
        byte[] all = new byte[series.size()];
        Attenuation.flagWhole(series.values(), series.size(), spread, suspect, fail, all);
        return (start, end, flags) -> System.arraycopy(all, start, flags, 0, end - start);
    }

    private QcKernel slidingKernel(Series series) {
        int fewest = fewestSeconds > 0
                ? Attenuation.fewestValues(
                        fewestSeconds * Series.MICROS_PER_SECOND,
                        series.measuredCadence().intervalMicros())
                : fewestValues;
        TimeOrder order = order(series);
        if (fewest < 0 || order == TimeOrder.NONE) {
            return (start, end, flags) -> Arrays.fill(flags, 0, end - start, QcFlag.UNKNOWN);
        }
        long period = Math.round(periodSeconds * Series.MICROS_PER_SECOND);
        Window window = Window.time(series.timeMicros(), period, order);
        return new Attenuation(series.values(), window, spread, fewest, suspect, fail)::flag;
    }
}
