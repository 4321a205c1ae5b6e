package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.window.LocalMeasure;
import dev.shoal.qc.window.Measure;
import dev.shoal.qc.window.Tukey53H;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Flags values far from Tukey's 53H smooth (Goring and Nikora 2002, J. Hydraul. Eng. 128(1), 117, after Otnes and
 * Enochson 1978).
 *
 * <p>The four samples at each end of a series, and what lies within four samples of a missing one, are not judged.
 *
 * @param scale what the distance is counted in
 * @param suspect distance above which a value is {@link dev.shoal.qc.flag.QcFlag#SUSPECT}; infinite for none
 * @param fail distance above which a value is {@link dev.shoal.qc.flag.QcFlag#FAIL}; infinite for none
 */
public record TukeySpike(Scale scale, double suspect, double fail) implements MeasureTest {

    /** What a distance from the smooth is counted in. */
    public enum Scale {
        /** The values' unit. */
        UNIT,
        /** Standard deviations of the running medians of five, over the whole series. */
        DEVIATION
    }

    static final TestType TYPE = new TestType(
            "tukey_53h",
            "shoal",
            "tukey_53h_test",
            List.of(
                    Parameter.optional("scale", Parameter.wordOf(Scale.class)),
                    Parameter.optional("suspect_threshold", NUMBER),
                    Parameter.optional("fail_threshold", NUMBER)),
            arguments -> new TukeySpike(
                    arguments.word("scale", Scale.UNIT),
                    arguments.number("suspect_threshold", Thresholds.OFF),
                    arguments.number("fail_threshold", Thresholds.OFF)));

    /** Refuses a threshold that is no number. */
    public TukeySpike {
        suspect = Thresholds.checked("tukey_53h", suspect);
        fail = Thresholds.checked("tukey_53h", fail);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return Thresholds.text(suspect, fail)
                .with("scale", scale.name().toLowerCase(Locale.ROOT))
                .byName();
    }

    @Override
    public String describe() {
        return "tukey 53h: " + Thresholds.describe(suspect, fail, scale == Scale.UNIT ? "" : " standard deviations");
    }

    @Override
    public Reach reach(Cadence cadence) {
        return scale == Scale.UNIT ? Reach.samples(Tukey53H.REACH, Tukey53H.REACH) : Reach.WHOLE;
    }

    @Override
    public Measure measure(Series series) {
        return scale == Scale.UNIT
                ? LocalMeasure.TUKEY_53H.of(series.values(), series.size())
                : Tukey53H.inDeviations(series.values(), series.size());
    }
}
