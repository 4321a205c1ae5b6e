package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClimatologyTest {

    private static final List<String> TWO_YEARS = List.of(
            "2019-01-15T00:00:00Z",
            "2019-12-31T23:59:59.999999Z",
            "2020-01-01T00:00:00Z",
            "2020-02-29T12:00:00Z",
            "2020-03-01T00:00:00Z",
            "2020-11-30T00:00:00Z",
            "2020-12-01T00:00:00Z");

    @Test
    void aSeasonMayRunOverTheTurnOfTheYear() {
        SeriesTest test = test(Map.of("season", List.of(12, 2), "vspan", List.of(0, 5)));
        assertThat(flags(test, TWO_YEARS, 10)).containsExactly(3, 3, 3, 3, 2, 2, 3);
        assertThat(test.parameters())
                .containsEntry("config", "[{\"period\": \"month\", \"season\": [12, 2], \"vspan\": [0.0, 5.0]}]");
    }

    @Test
    void ioosQcsSpansAreSorted() {
        SeriesTest test = test(Map.of("period", "month", "tspan", List.of(12, 2), "vspan", List.of(0, 5)));
        assertThat(flags(test, TWO_YEARS, 10)).containsExactly(2, 3, 2, 3, 3, 3, 3);
    }

    @Test
    void theLastBoxThatHoldsASampleJudges() {
        SeriesTest test = test(
                Map.of("tspan", List.of("2019-01-01", "2020-01-01"), "vspan", List.of(0, 5)),
                Map.of(
                        "tspan",
                        List.of("2019-12-31", "2020-03-01"),
                        "vspan",
                        List.of(20, 30),
                        "fspan",
                        List.of(15, 40)),
                Map.of("tspan", List.of("2020-03-01", "2020-03-01"), "vspan", List.of(9, 11)));
        assertThat(flags(test, TWO_YEARS, 10)).containsExactly(3, 4, 4, 4, 1, 2, 2);
    }

    @Test
    void boxesBetweenDepthsHoldNoSampleOfUnknownDepth() {
        SeriesTest test = test(
                Map.of("period", "month", "tspan", List.of(1, 12), "vspan", List.of(0, 5), "zspan", List.of(0, 10)));
        double[] depths = {0, 10, 10.5, Double.NaN, -1, Double.POSITIVE_INFINITY, 5};
        assertThat(test.needs()).containsExactly(Role.DEPTH);
        assertThat(flags(test, series(TWO_YEARS, 10).with(Companions.NONE.with(Role.DEPTH, depths))))
                .containsExactly(3, 3, 2, 2, 2, 2, 3);
        assertThat(flags(test, series(TWO_YEARS, 10))).containsOnly(2);
    }

    @Test
    void boxesForAllDepthsDoWithoutAny() {
        SeriesTest test = test(
                Map.of("period", "month", "tspan", List.of(1, 12), "vspan", List.of(0, 5)),
                Map.of("period", "month", "tspan", List.of(1, 12), "vspan", List.of(0, 20), "zspan", List.of(0, 10)));
        assertThat(test.needs()).isEmpty();
        assertThat(test.uses()).containsExactly(Role.DEPTH);
        assertThat(flags(test, series(TWO_YEARS, 10))).containsOnly(3);
    }

    @ParameterizedTest
    @CsvSource({
        "year, 2020",
        "quarter, 1",
        "month, 2",
        "days_in_month, 29",
        "week, 9",
        "weekofyear, 9",
        "dayofyear, 60",
        "day_of_year, 60",
        "dayofweek, 5",
        "weekday, 5",
        "day, 29",
        "hour, 13",
        "minute, 14",
        "second, 15",
        "microsecond, 123456",
        "nanosecond, 0"
    })
    void periodsAreThoseOfPandas(String period, long value) {
        long time = micros("2020-02-29T13:14:15.123456Z");
        assertThat(CalendarPeriod.named(period).orElseThrow().of(time)).isEqualTo(value);
    }

    @Test
    void aPeriodIsSteadyBetweenItsBounds() {
        long time = micros("1969-12-31T23:59:59.999999Z");
        for (CalendarPeriod period : CalendarPeriod.values()) {
            long from = period.steadyFrom(time);
            long last = period.steadyTo(time) - 1;
            assertThat(time).as("%s", period).isBetween(from, last);
            assertThat(period.of(from)).isEqualTo(period.of(time));
            assertThat(period.of(last)).isEqualTo(period.of(time));
        }
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(problems(Map.of("tspan", List.of(1, 12), "vspan", List.of(0, 5), "period", "mnth")))
                .singleElement()
                .asString()
                .contains("found the unknown period mnth")
                .endsWith("Did you mean month?");
        assertThat(problems(Map.of("tspan", List.of(1, 12), "vspn", List.of(0, 5), "period", "month")))
                .singleElement()
                .asString()
                .contains("found the unknown key vspn")
                .endsWith("Did you mean vspan?");
        assertThat(problems(Map.of("tspan", List.of(1, 12), "vspan", List.of(0, 5))))
                .singleElement()
                .asString()
                .contains("found 1 in a tspan without a period, expected a time such as");
        assertThat(problems(Map.of("tspan", List.of(1, 12), "period", "month")))
                .singleElement()
                .asString()
                .contains("found the vspan null, expected a list of two.");
    }

    private static List<String> problems(Map<?, ?>... boxes) {
        List<String> problems = new ArrayList<>();
        parse(problems, boxes);
        return problems;
    }

    private static SeriesTest test(Map<?, ?>... boxes) {
        List<String> problems = new ArrayList<>();
        QcConfiguration configuration = parse(problems, boxes);
        assertThat(problems).isEmpty();
        return (SeriesTest) configuration.suite("x").orElseThrow().tests().get(0);
    }

    private static QcConfiguration parse(List<String> problems, Map<?, ?>... boxes) {
        return QcConfiguration.parse(
                Map.of("x", Map.of("climatology", Map.of("config", Arrays.asList(boxes)))), problems);
    }

    private static byte[] flags(SeriesTest test, List<String> times, double value) {
        return flags(test, series(times, value));
    }

    private static byte[] flags(SeriesTest test, Series series) {
        byte[] flags = new byte[series.size()];
        test.flag(series, flags);
        return flags;
    }

    private static Series series(List<String> times, double value) {
        double[] values = new double[times.size()];
        Arrays.fill(values, value);
        return new Series(times.stream().mapToLong(ClimatologyTest::micros).toArray(), values, values.length);
    }

    private static long micros(String time) {
        Instant instant = Instant.parse(time);
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }
}
