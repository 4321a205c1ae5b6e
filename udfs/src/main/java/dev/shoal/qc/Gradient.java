package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.window.LocalMeasure;
import dev.shoal.qc.window.Measure;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags values far from the mean of the two beside them: what GTSPP, Argo and EuroGOOS call a gradient, and is a
 * curvature, {@code |x[i] - (x[i-1] + x[i+1]) / 2|}.
 *
 * <p>The first and the last sample, and what lies beside a missing one, are not judged.
 *
 * @param suspect curvature in the values' unit above which a value is {@link dev.shoal.qc.flag.QcFlag#SUSPECT};
 *     infinite for none
 * @param fail curvature in the values' unit above which a value is {@link dev.shoal.qc.flag.QcFlag#FAIL}; infinite for
 *     none
 */
public record Gradient(double suspect, double fail) implements MeasureTest {

    static final TestType TYPE = new TestType(
            "gradient",
            "shoal",
            "gradient_test",
            List.of(Parameter.optional("suspect_threshold", NUMBER), Parameter.optional("fail_threshold", NUMBER)),
            arguments -> new Gradient(
                    arguments.number("suspect_threshold", Thresholds.OFF),
                    arguments.number("fail_threshold", Thresholds.OFF)));

    /** Refuses a threshold that is no number. */
    public Gradient {
        suspect = Thresholds.checked("gradient", suspect);
        fail = Thresholds.checked("gradient", fail);
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
        return "gradient: " + Thresholds.describe(suspect, fail, "");
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.samples(1, 1);
    }

    @Override
    public Measure measure(Series series) {
        return LocalMeasure.GRADIENT.of(series.values(), series.size());
    }
}
