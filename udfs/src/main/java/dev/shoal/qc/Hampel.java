package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.window.HampelScore;
import dev.shoal.qc.window.Measure;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags values far from the median around them, counted in median absolute deviations (Hampel's filter).
 *
 * <p>The measure is that of {@link HampelScore}: deviations count as standard deviations of normal values, windows are
 * shorter at the ends of a series, and one with fewer than {@value dev.shoal.qc.window.HampelScore#FEWEST} values
 * judges nothing.
 *
 * @param samples length of the window, odd, its middle the judged value
 * @param resolution smallest deviation to count by, in the values' unit; 0 for none
 * @param suspect deviations above which a value is {@link dev.shoal.qc.flag.QcFlag#SUSPECT}; infinite for none
 * @param fail deviations above which a value is {@link dev.shoal.qc.flag.QcFlag#FAIL}; infinite for none
 */
public record Hampel(int samples, double resolution, double suspect, double fail) implements MeasureTest {

    static final TestType TYPE = new TestType(
            "hampel",
            "shoal",
            "hampel_test",
            List.of(
                    Parameter.required("window", Parameter.Kind.WHOLE),
                    Parameter.optional("resolution", NUMBER),
                    Parameter.optional("suspect_threshold", NUMBER),
                    Parameter.optional("fail_threshold", NUMBER)),
            arguments -> new Hampel(
                    arguments.whole("window"),
                    arguments.number("resolution", 0),
                    arguments.number("suspect_threshold", Thresholds.OFF),
                    arguments.number("fail_threshold", Thresholds.OFF)));

    /** Refuses an even window, one of fewer than three samples, and a resolution below 0. */
    public Hampel {
        suspect = Thresholds.checked("hampel", suspect);
        fail = Thresholds.checked("hampel", fail);
        if (samples < 3 || samples % 2 == 0 || !(resolution >= 0)) {
            throw new IllegalArgumentException("Cannot make a hampel test: found a window of " + samples
                    + " samples and a resolution of " + resolution + ", expected an odd number of three at least and "
                    + "a resolution not below 0.");
        }
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return Thresholds.text(suspect, fail)
                .with("window", samples)
                .with("resolution", resolution)
                .byName();
    }

    @Override
    public String describe() {
        return "hampel: " + Thresholds.describe(suspect, fail, " deviations") + ", over " + samples + " samples";
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.samples(samples / 2, samples / 2);
    }

    @Override
    public Measure measure(Series series) {
        return new HampelScore(series.values(), series.size(), samples / 2, resolution);
    }
}
