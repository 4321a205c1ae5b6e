package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.window.MadScore;
import dev.shoal.qc.window.Measure;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags values far from the median of their whole series, counted in median absolute deviations.
 *
 * <p>The measure is that of {@link MadScore}: deviations count as standard deviations of normal values, and a series
 * with fewer than {@value dev.shoal.qc.window.HampelScore#FEWEST} values is not judged.
 *
 * @param resolution smallest deviation to count by, in the values' unit; 0 for none
 * @param suspect deviations above which a value is {@link dev.shoal.qc.flag.QcFlag#SUSPECT}; infinite for none
 * @param fail deviations above which a value is {@link dev.shoal.qc.flag.QcFlag#FAIL}; infinite for none
 */
public record Mad(double resolution, double suspect, double fail) implements MeasureTest {

    static final TestType TYPE = new TestType(
            "mad",
            "shoal",
            "mad_test",
            List.of(
                    Parameter.optional("resolution", NUMBER),
                    Parameter.optional("suspect_threshold", NUMBER),
                    Parameter.optional("fail_threshold", NUMBER)),
            arguments -> new Mad(
                    arguments.number("resolution", 0),
                    arguments.number("suspect_threshold", Thresholds.OFF),
                    arguments.number("fail_threshold", Thresholds.OFF)));

    /** Refuses a resolution below 0. */
    public Mad {
        suspect = Thresholds.checked("mad", suspect);
        fail = Thresholds.checked("mad", fail);
        if (!(resolution >= 0)) {
            throw new IllegalArgumentException(
                    "Cannot make a mad test: found a resolution of " + resolution + ", expected one not below 0.");
        }
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return Thresholds.text(suspect, fail).with("resolution", resolution).byName();
    }

    @Override
    public String describe() {
        return "mad: " + Thresholds.describe(suspect, fail, " deviations");
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.WHOLE;
    }

    @Override
    public Measure measure(Series series) {
        return new MadScore(series.values(), series.size(), resolution);
    }
}
