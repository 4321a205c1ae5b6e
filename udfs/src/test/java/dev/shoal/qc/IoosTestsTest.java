package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hand-worked flags of the tests that Shoal has as ioos_qc has them. */
class IoosTestsTest {

    private static final long HOUR = 3_600_000_000L;

    private static final long NONE = Series.NO_TIME;

    @Test
    void anImpossibleDateIsJudgedAsOfTheTimeOfReading() {
        Instant before = Instant.now().minusSeconds(1);
        SeriesTest test = test("impossible_date", Map.of());
        String asOf = test.parameters().getOrDefault("as_of", "").replace("\"", "");
        assertThat(Instant.parse(asOf)).isBetween(before, Instant.now());
        assertThat(flags(test("impossible_date", Map.of("as_of", "1970-01-01T02")), 0, HOUR, 2 * HOUR, 2 * HOUR + 1))
                .containsExactly(1, 1, 1, 4);
    }

    @Test
    void datesOutsideTheSpanFail() {
        SeriesTest test =
                test("impossible_date", Map.of("fail_span", List.of("1970-01-01T01:00:00", "1970-01-01T02:00:00")));
        assertThat(flags(test, HOUR - 1, HOUR, 2 * HOUR, 2 * HOUR + 1, NONE)).containsExactly(4, 1, 1, 4, 9);
    }

    @Test
    void dataReceivedTooLateFail() {
        SeriesTest test = test("data_reception", Map.of("from_time", "1970-01-01T10:00:00", "fail_span", 6));
        assertThat(flags(test, 4 * HOUR - 1, 4 * HOUR, 11 * HOUR, NONE)).containsExactly(4, 1, 1, 9);
        assertThat(test("data_reception", Map.of()).parameters()).containsKey("from_time");
    }

    @Test
    void theSampleAfterAGapFails() {
        SeriesTest test = test("time_gap", Map.of("fail_span", 1));
        assertThat(flags(test, 0, HOUR, 2 * HOUR + 1, NONE, 9 * HOUR, 9 * HOUR)).containsExactly(1, 1, 4, 9, 2, 1);
        assertThat(flags(test, 0, 2 * HOUR)).containsExactly(4, 4);
        assertThat(flags(test, 0, NONE)).containsExactly(2, 9);
        assertThat(flags(test, 0)).containsExactly(2);
    }

    @Test
    void allSamplesOfOneTimeAreDoubted() {
        SeriesTest test = new DuplicateTimestamp();
        assertThat(flags(test, 5, 7, 5, NONE, NONE, 8)).containsExactly(3, 1, 3, 9, 9, 1);
        assertThat(flags(test, 5, 5, 6, 7, 7, 7)).containsExactly(3, 3, 1, 3, 3, 3);
    }

    @Test
    void timesOutsideAValidRangeFail() {
        SeriesTest test =
                test("valid_range", Map.of("valid_span", List.of("1970-01-01T01:00:00", "1970-01-01T02:00:00")));
        assertThat(flags(test, HOUR - 1, HOUR, 2 * HOUR - 1, 2 * HOUR, NONE)).containsExactly(4, 1, 1, 4, 9);
    }

    @Test
    void pressuresThatTurnBackAreDoubted() {
        assertThat(flagsOf(new PressureIncreasing(), 1, 2, 2, 1.5, 1.6, Double.NaN, 4))
                .containsExactly(1, 1, 3, 3, 1, 1, 1);
        assertThat(flagsOf(new PressureIncreasing(), 9, 8, 8.5, 4)).containsExactly(1, 1, 3, 1);
    }

    @Test
    void bothSamplesOfAnInversionAreFlagged() {
        DensityInversion test = new DensityInversion(-0.01, -0.03);
        Series down = SomeSeries.minutely(1024, 1024, 1023.98, 1024, 1025, 1024, Double.NaN, 1026, 1027);
        double[] depths = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        byte[] flags = new byte[down.size()];
        test.flag(down.with(Companions.NONE.with(Role.DEPTH, depths)), flags);
        assertThat(flags).containsExactly(1, 3, 3, 1, 4, 4, 9, 9, 1);
    }

    @Test
    void valuesBeyondThePercentilesAreDoubted() {
        assertThat(flagsOf(new PercentileRange(25, 75, 0), 1, 2, 3, 4, 5, Double.NaN))
                .containsExactly(3, 1, 1, 1, 3, 9);
        assertThat(flagsOf(new PercentileRange(25, 75, 1), 1, 2, 3, 4, 5)).containsOnly(1);
        assertThat(new PercentileRange(5, 95, 0).obstacle(SomeSeries.minutely(Double.NaN)))
                .hasValue("it has no values to take percentiles of");
        assertThatThrownBy(() -> new PercentileRange(-1, 95, 0))
                .hasMessage("Cannot make a percentile range test: found the percentiles -1.0 and 95.0 and a pad of 0.0,"
                        + " expected percentiles from 0 to 100 and a number.");
    }

    @Test
    void messagesOfAnotherLengthFail() {
        assertThat(syntax(new Syntax(3, Syntax.Unit.CHAR, ""), "abc", "ab", "a\uD83C\uDF0Ac"))
                .containsExactly(1, 4, 1);
        assertThat(syntax(new Syntax(2, Syntax.Unit.BYTE, ""), "0AEE", "0AE", "0AEE61"))
                .containsExactly(1, 4, 4);
        assertThat(syntax(new Syntax(2, Syntax.Unit.CHAR, ","), "a,b", "a,b,", ",", "ab"))
                .containsExactly(1, 4, 1, 4);
    }

    @Test
    void aPeriodOfLittleMovementIsFlagged() {
        SeriesTest test = test(
                "attenuated_signal",
                Map.of(
                        "suspect_threshold",
                        2,
                        "fail_threshold",
                        1,
                        "test_period",
                        120,
                        "min_obs",
                        2,
                        "check_type",
                        "range"));
        assertThat(flagsOf(test, 0, 2, 2.5, 4, Double.NaN, 4, 5)).containsExactly(2, 1, 4, 3, 9, 2, 3);
        Series shuffled = new Series(new long[] {5, 1, 3}, new double[3], 3);
        assertThat(test.obstacle(shuffled))
                .hasValue("its times neither only grow nor only shrink, so periods have no samples of their own");
    }

    @Test
    void aParameterThatHasADefaultIsNotNull() {
        List<String> problems = new ArrayList<>();
        Map<String, Object> pad = new HashMap<>();
        pad.put("pad", null);
        QcConfiguration.parse(Map.of("x", Map.of("percentile_range", pad)), problems);
        assertThat(problems)
                .containsExactly(
                        "Cannot read the QC configuration at x.percentile_range: found no pad, expected a number.");
    }

    private static byte[] syntax(Syntax test, String... texts) {
        Series series = new Series(new long[texts.length], new double[texts.length], texts.length);
        byte[] flags = new byte[texts.length];
        test.flag(series.with(Companions.NONE.withTexts(Role.TEXT, texts)), flags);
        return flags;
    }

    private static byte[] flagsOf(SeriesTest test, double... values) {
        byte[] flags = new byte[values.length];
        test.flag(SomeSeries.minutely(values), flags);
        return flags;
    }

    private static byte[] flags(SeriesTest test, long... times) {
        byte[] flags = new byte[times.length];
        test.flag(new Series(times, new double[times.length], times.length), flags);
        return flags;
    }

    private static SeriesTest test(String name, Map<String, ?> parameters) {
        List<String> problems = new ArrayList<>();
        QcConfiguration configuration = QcConfiguration.parse(Map.of("x", Map.of(name, parameters)), problems);
        assertThat(problems).isEmpty();
        return (SeriesTest) configuration.suite("x").orElseThrow().tests().get(0);
    }
}
