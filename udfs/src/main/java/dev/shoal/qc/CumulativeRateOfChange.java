package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.window.CumulativeRate;
import dev.shoal.qc.window.Measure;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags a rate of change that, once high, is forgotten only slowly (Timms et al. 2011, Sensors 11, 9589).
 *
 * <p>The rate is that of {@link CumulativeRate}, from sample to sample. The first sample, and what follows a missing
 * one, are not judged.
 *
 * @param memory part of the rate before that stays, 0 to 1
 * @param suspect rate in the values' unit above which a value is {@link dev.shoal.qc.flag.QcFlag#SUSPECT}; infinite for
 *     none
 * @param fail rate in the values' unit above which a value is {@link dev.shoal.qc.flag.QcFlag#FAIL}; infinite for none
 */
public record CumulativeRateOfChange(double memory, double suspect, double fail) implements MeasureTest {

    static final TestType TYPE = new TestType(
            "cumulative_rate_of_change",
            "shoal",
            "cumulative_rate_of_change_test",
            List.of(
                    Parameter.required("memory", NUMBER),
                    Parameter.optional("suspect_threshold", NUMBER),
                    Parameter.optional("fail_threshold", NUMBER)),
            arguments -> new CumulativeRateOfChange(
                    arguments.number("memory"),
                    arguments.number("suspect_threshold", Thresholds.OFF),
                    arguments.number("fail_threshold", Thresholds.OFF)));

    /** Refuses a memory outside 0 to 1. */
    public CumulativeRateOfChange {
        suspect = Thresholds.checked("cumulative_rate_of_change", suspect);
        fail = Thresholds.checked("cumulative_rate_of_change", fail);
        if (!(memory >= 0 && memory <= 1)) {
            throw new IllegalArgumentException(
                    "Cannot make a cumulative rate of change test: found a memory of " + memory + ", expected 0 to 1.");
        }
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return Thresholds.text(suspect, fail).with("memory", memory).byName();
    }

    @Override
    public String describe() {
        return "cumulative rate of change: " + Thresholds.describe(suspect, fail, "") + ", memory " + memory;
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.samples(Long.MAX_VALUE, 0);
    }

    @Override
    public Measure measure(Series series) {
        return new CumulativeRate(series.values(), memory);
    }
}
