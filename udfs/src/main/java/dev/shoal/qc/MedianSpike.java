package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.window.LocalMeasure;
import dev.shoal.qc.window.Measure;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags values far from the median of themselves and two values on each side, the spike of biogeochemical floats (Argo
 * quality control manuals for nitrate and for pH).
 *
 * <p>The two samples at each end of a series, and what lies within two samples of a missing one, are not judged.
 *
 * @param suspect distance in the values' unit above which a value is {@link dev.shoal.qc.flag.QcFlag#SUSPECT}; infinite
 *     for none
 * @param fail distance in the values' unit above which a value is {@link dev.shoal.qc.flag.QcFlag#FAIL}; infinite for
 *     none
 */
public record MedianSpike(double suspect, double fail) implements MeasureTest {

    static final TestType TYPE = new TestType(
            "median_of_five",
            "shoal",
            "median_of_five_test",
            List.of(Parameter.optional("suspect_threshold", NUMBER), Parameter.optional("fail_threshold", NUMBER)),
            arguments -> new MedianSpike(
                    arguments.number("suspect_threshold", Thresholds.OFF),
                    arguments.number("fail_threshold", Thresholds.OFF)));

    /** Refuses a threshold that is no number. */
    public MedianSpike {
        suspect = Thresholds.checked("median_of_five", suspect);
        fail = Thresholds.checked("median_of_five", fail);
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
        return "median of five: " + Thresholds.describe(suspect, fail, "");
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.samples(2, 2);
    }

    @Override
    public Measure measure(Series series) {
        return LocalMeasure.MEDIAN_OF_5.of(series.values(), series.size());
    }
}
