package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.flag.QcFlag;
import java.util.List;
import java.util.SortedMap;

/**
 * Fails a whole series of one and the same value (Argo test 13, stuck value).
 *
 * @param tolerance by which the largest value may exceed the smallest of a stuck series, in the values' unit
 * @param fewest values a series must have to count as stuck
 */
public record StuckValue(double tolerance, int fewest) implements SeriesTest {

    static final TestType TYPE = new TestType(
            "stuck_value",
            "shoal",
            "stuck_value_test",
            List.of(Parameter.optional("tolerance", NUMBER), Parameter.optional("min_count", Parameter.Kind.WHOLE)),
            arguments -> new StuckValue(arguments.number("tolerance", 0), arguments.whole("min_count", 2)));

    /** Refuses a tolerance below 0 and fewer than two values. */
    public StuckValue {
        if (!(tolerance >= 0) || fewest < 2) {
            throw new IllegalArgumentException("Cannot make a stuck value test: found a tolerance of " + tolerance
                    + " and a count of " + fewest + ", expected a tolerance not below 0 and two at least.");
        }
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new ParameterText()
                .with("tolerance", tolerance)
                .with("min_count", fewest)
                .byName();
    }

    @Override
    public String describe() {
        return "stuck value: fail where all values, " + fewest + " at least, lie within " + tolerance;
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.WHOLE;
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        byte flag = isStuck(values, series.size()) ? QcFlag.FAIL : QcFlag.GOOD;
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                flags[i - start] = Double.isFinite(values[i]) ? flag : QcFlag.MISSING;
            }
        };
    }

    private boolean isStuck(double[] values, int size) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (Double.isFinite(values[i])) {
                smallest = Math.min(smallest, values[i]);
                largest = Math.max(largest, values[i]);
                count++;
            }
        }
        return count >= fewest && largest - smallest <= tolerance;
    }
}
