package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.SWITCH;
import static dev.shoal.qc.Parameter.Kind.TREE;

import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Fails values outside a range whose ends pass or not (ioos_qc's valid range test of its module axds).
 *
 * <p>What is not finite is {@link QcFlag#MISSING}. The ends are not put in order: a range that ends before it starts
 * fails everything. In a configuration a range of two times makes a {@link ValidTime}.
 *
 * @param low the low end, in the values' unit; negative infinity for an open one
 * @param high the high end, in the values' unit; positive infinity for an open one
 * @param ends which of them pass
 */
public record ValidRange(double low, double high, Ends ends) implements PointwiseTest {

    /** Which ends of a range pass. */
    public enum Ends {
        /** The low end, not the high one. */
        LOW,
        /** The high end, not the low one. */
        HIGH,
        /** Both. */
        BOTH,
        /** Neither. */
        NEITHER;

        boolean holdLow() {
            return this == LOW || this == BOTH;
        }

        boolean holdHigh() {
            return this == HIGH || this == BOTH;
        }

        static Ends of(Arguments arguments) {
            boolean low = !arguments.isOff("start_inclusive");
            boolean high = arguments.isOn("end_inclusive");
            return low ? (high ? BOTH : LOW) : (high ? HIGH : NEITHER);
        }

        ParameterText write(ParameterText text) {
            return text.withJson("start_inclusive", String.valueOf(holdLow()))
                    .withJson("end_inclusive", String.valueOf(holdHigh()));
        }
    }

    static final TestType TYPE = new TestType(
            "valid_range",
            "axds",
            "valid_range_test",
            List.of(
                    Parameter.required("valid_span", TREE),
                    Parameter.optional("start_inclusive", SWITCH),
                    Parameter.optional("end_inclusive", SWITCH)),
            ValidRange::of);

    private static final String NOT_A_TIME = "NaT";

    /** Refuses NaN. */
    public ValidRange {
        Thresholds.checked("valid range", low);
        Thresholds.checked("valid range", high);
    }

    private static QcTest of(Arguments arguments) {
        List<@Nullable Object> span = span(arguments.tree("valid_span"));
        Ends ends = Ends.of(arguments);
        if (span.stream().anyMatch(end -> end != null && !(end instanceof Number))) {
            return new ValidTime(time(span.get(0), Long.MIN_VALUE), time(span.get(1), Long.MAX_VALUE), ends);
        }
        return new ValidRange(
                number(span.get(0), Double.NEGATIVE_INFINITY), number(span.get(1), Double.POSITIVE_INFINITY), ends);
    }

    private static List<@Nullable Object> span(Object tree) {
        if (!(tree instanceof List<?> list) || list.size() != 2) {
            throw new IllegalArgumentException("Cannot make a valid range test: found the valid_span " + tree
                    + ", expected a list of two numbers or times, null for an open end.");
        }
        return new ArrayList<>(list);
    }

    private static boolean isOpen(Object end) {
        return end.equals(NOT_A_TIME);
    }

    private static double number(@Nullable Object end, double open) {
        if (!(end instanceof Number number)) {
            return open;
        }
        return Double.isFinite(number.doubleValue()) ? number.doubleValue() : open;
    }

    private static long time(@Nullable Object end, long open) {
        if (end == null || isOpen(end)) {
            return open;
        }
        OptionalLong micros = TimeValue.micros(end);
        if (micros.isEmpty()) {
            throw new IllegalArgumentException("Cannot make a valid range test: found " + end + " in its valid_span, "
                    + "expected two numbers or two times.");
        }
        return micros.getAsLong();
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return ends.write(new ParameterText())
                .with("valid_span", new double[] {low, high})
                .byName();
    }

    @Override
    public String describe() {
        return "valid range: fail outside " + (ends.holdLow() ? "[" : "(") + low + ", " + high
                + (ends.holdHigh() ? "]" : ")");
    }

    @Override
    public void flag(double[] values, int start, int end, byte[] flags) {
        double first = ends.holdLow() ? low : Math.nextUp(low);
        double last = ends.holdHigh() ? high : Math.nextDown(high);
        for (int i = start; i < end; i++) {
            double value = values[i];
            byte judged = value >= first && value <= last ? QcFlag.GOOD : QcFlag.FAIL;
            flags[i - start] = Math.abs(value) <= Double.MAX_VALUE ? judged : QcFlag.MISSING;
        }
    }
}
