package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GrossRangeTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void failsOutsideTheFailSpanAndSuspectsOutsideTheSuspectSpan() {
        GrossRange test = new GrossRange(new Span(0, 10), new Span(2, 8));
        assertThat(flags(test, -0.001, 0, 1.999, 2, 5, 8, 8.001, 10, 10.001))
                .containsExactly(4, 3, 3, 1, 1, 1, 3, 3, 4);
    }

    @Test
    void takesNaNAsMissingAndFailsInfinities() {
        assertThat(flags(new GrossRange(new Span(0, 10)), Double.NaN, INFINITY, -INFINITY))
                .containsExactly(9, 4, 4);
    }

    @Test
    void takesAnInfinityWithinAnOpenSpanAsMissing() {
        assertThat(flags(new GrossRange(new Span(0, INFINITY)), 5, INFINITY, -1))
                .containsExactly(1, 9, 4);
    }

    @Test
    void takesTheEndsOfASpanInEitherOrder() {
        assertThat(new GrossRange(new Span(10, 0))).isEqualTo(new GrossRange(new Span(0, 10)));
    }

    @Test
    void refusesASuspectSpanThatReachesOut() {
        assertThatThrownBy(() -> new GrossRange(new Span(0, 10), new Span(-1, 5)))
                .hasMessage("Cannot make a gross range test: the suspect span [-1.0, 5.0] reaches out of the fail span"
                        + " [0.0, 10.0], expected it within.");
        assertThatThrownBy(() -> new Span(0, Double.NaN))
                .hasMessage(
                        "Cannot make a span: found the ends 0.0 and NaN, expected two numbers. Use an infinity for an"
                                + " open end.");
    }

    private static byte[] flags(GrossRange test, double... values) {
        byte[] flags = new byte[values.length];
        test.flag(values, 0, values.length, flags);
        return flags;
    }
}
