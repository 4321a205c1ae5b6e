package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;
import static dev.shoal.qc.Parameter.Kind.TEXT;

import dev.shoal.qc.flag.QcFlag;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags values many standard deviations away from a climatology's mean at their place, depth and time of the year:
 * QARTOD's climatology test (Manual for Real-Time Quality Control of In-situ Temperature and Salinity Data, test 5)
 * with a gridded climatology, as the standard-deviation check of the World Ocean Atlas (Locarnini et al. 2018, NOAA
 * Atlas NESDIS 81, section 2) and CoTeDe's {@code woa_normbias} have it.
 *
 * <p>Mean and deviation stand beside the values under names of one's own: of gridded fields, or of variables. A value
 * exactly that many deviations away passes. Where the mean, the deviation or the count is missing, the deviation is not
 * above zero, or the count is too small, a value is {@link QcFlag#UNKNOWN}.
 *
 * @param mean name of the mean beside the values, in their unit
 * @param deviation name of the standard deviation
 * @param counts name of the number of observations that these were made of; empty for none
 * @param minCount least number of them for which the climatology counts
 * @param suspect deviations above which a value is {@link QcFlag#SUSPECT}; {@link Thresholds#OFF} for none
 * @param fail deviations above which it is {@link QcFlag#FAIL}; {@link Thresholds#OFF} for none
 */
public record GriddedClimatology(
        String mean, String deviation, String counts, double minCount, double suspect, double fail)
        implements SeriesTest {

    private static final double USUAL = 3;

    private static final String SUSPECT_DEVIATIONS = "suspect_deviations";

    private static final String FAIL_DEVIATIONS = "fail_deviations";

    static final TestType TYPE = new TestType(
            "gridded_climatology",
            "shoal",
            "gridded_climatology_test",
            List.of(
                    Parameter.required("mean", TEXT),
                    Parameter.required("deviation", TEXT),
                    Parameter.optional(SUSPECT_DEVIATIONS, NUMBER),
                    Parameter.optional(FAIL_DEVIATIONS, NUMBER),
                    Parameter.optional("counts", TEXT),
                    Parameter.optional("min_count", NUMBER)),
            GriddedClimatology::of);

    /** Refuses what measures nothing. */
    public GriddedClimatology {
        requirePositive(SUSPECT_DEVIATIONS, suspect);
        requirePositive(FAIL_DEVIATIONS, fail);
        if (counts.isEmpty() != Double.isInfinite(minCount)) {
            throw new IllegalArgumentException("Cannot make a gridded climatology test: found one of counts and"
                    + " min_count, expected both or none. Name the field of counts and the least that will do.");
        }
    }

    /** Makes a test that asks for no counts. */
    public GriddedClimatology(String mean, String deviation, double suspect, double fail) {
        this(mean, deviation, "", Double.NEGATIVE_INFINITY, suspect, fail);
    }

    private static GriddedClimatology of(Arguments arguments) {
        return new GriddedClimatology(
                arguments.text("mean"),
                arguments.text("deviation"),
                arguments.word("counts", ""),
                arguments.number("min_count", Double.NEGATIVE_INFINITY),
                arguments.number(SUSPECT_DEVIATIONS, USUAL),
                arguments.number(FAIL_DEVIATIONS, Thresholds.OFF));
    }

    private static void requirePositive(String name, double deviations) {
        if (!(deviations > 0)) {
            throw new IllegalArgumentException("Cannot make a gridded climatology test: found " + name + " "
                    + deviations + ", expected a number above 0.");
        }
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text = new ParameterText().with("mean", mean).with("deviation", deviation);
        text = suspect == Thresholds.OFF ? text : text.with(SUSPECT_DEVIATIONS, suspect);
        text = fail == Thresholds.OFF ? text : text.with(FAIL_DEVIATIONS, fail);
        return (counts.isEmpty() ? text : text.with("counts", counts).with("min_count", minCount)).byName();
    }

    @Override
    public String describe() {
        String least = counts.isEmpty() ? "" : ", where " + counts + " is " + minCount + " or more";
        return "gridded climatology: " + Thresholds.describe(suspect, fail, " " + deviation) + " from " + mean + least;
    }

    @Override
    public List<String> needs() {
        return counts.isEmpty() ? List.of(mean, deviation) : List.of(mean, deviation, counts);
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.NONE;
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        double[] means = series.companions().of(mean);
        double[] deviations = series.companions().of(deviation);
        double[] numbers = counts.isEmpty() ? means : series.companions().of(counts);
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                boolean isKnown = !Double.isNaN(means[i]) && deviations[i] > 0 && numbers[i] >= least();
                byte flag = isKnown ? judge(Math.abs(values[i] - means[i]), deviations[i]) : QcFlag.UNKNOWN;
                flags[i - start] = Double.isNaN(values[i]) ? QcFlag.MISSING : flag;
            }
        };
    }

    private double least() {
        return counts.isEmpty() ? Double.NEGATIVE_INFINITY : minCount;
    }

    private byte judge(double distance, double deviationThere) {
        if (Double.isNaN(distance)) {
            return QcFlag.UNKNOWN;
        }
        return Thresholds.flag(distance, suspect * deviationThere, fail * deviationThere);
    }
}
