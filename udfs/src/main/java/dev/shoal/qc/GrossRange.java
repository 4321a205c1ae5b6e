package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.SPAN;

import dev.shoal.qc.flag.QcFlag;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags values outside what the sensor or the sea can give (QARTOD test 4, gross range).
 *
 * <p>The ends of a span pass. A NaN is missing; an infinite value fails where the fail span ends before it and is
 * missing where it does not.
 *
 * @param failSpan values outside are {@link QcFlag#FAIL}
 * @param suspectSpan values outside are {@link QcFlag#SUSPECT}; lies within {@code failSpan}, and equals it where there
 *     is no narrower one
 */
public record GrossRange(Span failSpan, Span suspectSpan) implements PointwiseTest {

    static final TestType TYPE = new TestType(
            "gross_range",
            "qartod",
            "gross_range_test",
            List.of(Parameter.required("fail_span", SPAN), Parameter.optional("suspect_span", SPAN)),
            arguments -> {
                Span failSpan = arguments.span("fail_span");
                return new GrossRange(failSpan, arguments.span("suspect_span", failSpan));
            });

    /** Refuses a suspect span that reaches out of the fail span. */
    public GrossRange {
        if (!failSpan.contains(suspectSpan)) {
            throw new IllegalArgumentException("Cannot make a gross range test: the suspect span " + suspectSpan
                    + " reaches out of the fail span " + failSpan + ", expected it within.");
        }
    }

    /** Makes a test without a suspect span. */
    public GrossRange(Span failSpan) {
        this(failSpan, failSpan);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text = new ParameterText().with("fail_span", failSpan);
        return (suspectSpan.equals(failSpan) ? text : text.with("suspect_span", suspectSpan)).byName();
    }

    @Override
    public String describe() {
        String fail = "gross range: fail outside " + failSpan;
        return suspectSpan.equals(failSpan) ? fail : fail + ", suspect outside " + suspectSpan;
    }

    @Override
    public void flag(double[] values, int start, int end, byte[] flags) {
        double failLow = failSpan.low();
        double failHigh = failSpan.high();
        double suspectLow = suspectSpan.low();
        double suspectHigh = suspectSpan.high();
        double goodLow = Math.max(suspectLow, -Double.MAX_VALUE);
        double goodHigh = Math.min(suspectHigh, Double.MAX_VALUE);
        for (int i = start; i < end; i++) {
            double value = values[i];
            flags[i - start] = value >= goodLow && value <= goodHigh
                    ? QcFlag.GOOD
                    : flag(value, failLow, failHigh, suspectLow, suspectHigh);
        }
    }

    /** Flags one value by ordered spans, the suspect span within the fail span. */
    public static byte flag(double value, double failLow, double failHigh, double suspectLow, double suspectHigh) {
        if (value >= suspectLow && value <= suspectHigh) {
            return Double.isFinite(value) ? QcFlag.GOOD : QcFlag.MISSING;
        }
        if (value < failLow || value > failHigh) {
            return QcFlag.FAIL;
        }
        return Double.isNaN(value) ? QcFlag.MISSING : QcFlag.SUSPECT;
    }
}
