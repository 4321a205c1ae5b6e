package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.window.FlatStretches;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Flags values at the end of a stretch in which nothing changed (QARTOD test 8, flat line).
 *
 * <p>A stretch of {@code s} seconds is as many sample intervals as fit in it, by the median interval of the whole
 * series. A sample is flagged where all samples from that many intervals before it up to itself lie closer together
 * than the tolerance; missing ones among them do not count. So a tolerance of 0 flags nothing, and the first samples of
 * a series are {@link QcFlag#GOOD}, as are all of a series of fewer than three. Where the median interval does not let
 * time advance by whole intervals, every sample is {@link QcFlag#UNKNOWN}. Where the interval is given, nothing need be
 * known of the whole series, so that the test also runs on series that still grow.
 *
 * @param suspectSeconds length of a stretch whose last sample is {@link QcFlag#SUSPECT}; not negative
 * @param failSeconds length of a stretch whose last sample is {@link QcFlag#FAIL}; not negative
 * @param tolerance range of values, in their unit, below which they are taken as unchanged
 * @param intervalSeconds sampling interval to reckon with; NaN for the median of the series
 */
public record FlatLine(double suspectSeconds, double failSeconds, double tolerance, double intervalSeconds)
        implements SeriesTest {

    static final TestType TYPE = new TestType(
            "flat_line",
            "qartod",
            "flat_line_test",
            List.of(
                    Parameter.required("suspect_threshold", NUMBER),
                    Parameter.required("fail_threshold", NUMBER),
                    Parameter.optional("tolerance", NUMBER),
                    Parameter.optional("interval", NUMBER)),
            arguments -> new FlatLine(
                    arguments.number("suspect_threshold"),
                    arguments.number("fail_threshold"),
                    arguments.number("tolerance", 0),
                    arguments.number("interval", Double.NaN)));

    private static final int FEWEST_SAMPLES = 3;

    /** Refuses negative lengths and NaN. */
    public FlatLine {
        if (!(suspectSeconds >= 0) || !(failSeconds >= 0) || Double.isNaN(tolerance)) {
            throw new IllegalArgumentException("Cannot make a flat line test: found stretches of " + suspectSeconds
                    + " and " + failSeconds + " s and a tolerance of " + tolerance
                    + ", expected lengths not below 0 and a number.");
        }
        if (intervalSeconds <= 0) {
            throw new IllegalArgumentException("Cannot make a flat line test: found an interval of " + intervalSeconds
                    + " s, expected one above 0.");
        }
    }

    /** Makes a test that reckons with the median interval of each series. */
    public FlatLine(double suspectSeconds, double failSeconds, double tolerance) {
        this(suspectSeconds, failSeconds, tolerance, Double.NaN);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text = new ParameterText()
                .with("suspect_threshold", suspectSeconds)
                .with("fail_threshold", failSeconds)
                .with("tolerance", tolerance);
        return (Double.isNaN(intervalSeconds) ? text : text.with("interval", intervalSeconds)).byName();
    }

    @Override
    public String describe() {
        return "flat line: fail after " + failSeconds + " s, suspect after " + suspectSeconds + " s within less than "
                + tolerance;
    }

    @Override
    public Reach reach(Cadence measured) {
        Cadence cadence = given(measured);
        if (!cadence.isMeasured()) {
            return Reach.WHOLE;
        }
        int suspect = cadence.intervals(suspectSeconds);
        int fail = cadence.intervals(failSeconds);
        return suspect < 0 || fail < 0 ? Reach.NONE : Reach.samples(Math.max(suspect, fail), 0);
    }

    @Override
    public Optional<String> obstacle(Series series) {
        Cadence cadence = cadence(series);
        boolean stands = cadence.intervals(suspectSeconds) < 0 || cadence.intervals(failSeconds) < 0;
        return stands && cadence.samples() >= FEWEST_SAMPLES
                ? Optional.of("the median step between its times is not known, or does not go forward")
                : Optional.empty();
    }

    /** Runs even where there is an obstacle: like ioos_qc the kernel then says nothing, of missing values neither. */
    @Override
    public QcKernel kernelOrUnknown(Series series) {
        return kernel(series);
    }

    @Override
    public QcKernel kernel(Series series) {
        Cadence cadence = cadence(series);
        if (cadence.samples() < FEWEST_SAMPLES) {
            return (start, end, flags) -> Arrays.fill(flags, 0, end - start, QcFlag.GOOD);
        }
        int suspect = cadence.intervals(suspectSeconds);
        int fail = cadence.intervals(failSeconds);
        if (suspect < 0 || fail < 0) {
            return (start, end, flags) -> Arrays.fill(flags, 0, end - start, QcFlag.UNKNOWN);
        }
        return new FlatStretches(series.values(), suspect, fail, tolerance)::flag;
    }

    private Cadence cadence(Series series) {
        return Double.isNaN(intervalSeconds) ? series.measuredCadence() : given(series.cadence());
    }

    /** Returns the cadence to reckon with: of a series of any length where the interval is given. */
    private Cadence given(Cadence measured) {
        return Double.isNaN(intervalSeconds)
                ? measured
                : new Cadence(Long.MAX_VALUE, intervalSeconds * Series.MICROS_PER_SECOND, measured.order());
    }
}
