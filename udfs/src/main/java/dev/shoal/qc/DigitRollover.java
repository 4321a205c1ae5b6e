package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.window.LocalMeasure;
import dev.shoal.qc.window.Measure;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags values that jumped from the one before as a counter does that ran over (Argo test 12: 10 degrees, 5 of
 * practical salinity).
 *
 * <p>The first sample, and what follows a missing one, are not judged.
 *
 * @param suspect jump in the values' unit above which a value is {@link dev.shoal.qc.flag.QcFlag#SUSPECT}; infinite for
 *     none
 * @param fail jump in the values' unit above which a value is {@link dev.shoal.qc.flag.QcFlag#FAIL}; infinite for none
 */
public record DigitRollover(double suspect, double fail) implements MeasureTest {

    static final TestType TYPE = new TestType(
            "digit_rollover",
            "shoal",
            "digit_rollover_test",
            List.of(Parameter.optional("suspect_threshold", NUMBER), Parameter.optional("fail_threshold", NUMBER)),
            arguments -> new DigitRollover(
                    arguments.number("suspect_threshold", Thresholds.OFF),
                    arguments.number("fail_threshold", Thresholds.OFF)));

    /** Refuses a threshold that is no number. */
    public DigitRollover {
        suspect = Thresholds.checked("digit_rollover", suspect);
        fail = Thresholds.checked("digit_rollover", fail);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return Thresholds.text(suspect, fail).byName();
    }

    @Override
    public String describe() {
        return "digit rollover: " + Thresholds.describe(suspect, fail, "");
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.samples(1, 0);
    }

    @Override
    public Measure measure(Series series) {
        return LocalMeasure.RATE_OF_CHANGE.of(series.values(), series.size());
    }
}
