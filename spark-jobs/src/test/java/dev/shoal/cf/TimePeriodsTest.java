package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimePeriodsTest {
    private static final long DAY = TimeUnits.DAY_MICROS;

    /** Days in a calendar from one date on, at noon. */
    private static long[] days(CfCalendar calendar, int year, int month, int count) {
        long first = calendar.day(year, month, 1);
        return LongStream.range(first, first + count)
                .map(day -> day * DAY + DAY / 2)
                .toArray();
    }

    private static String date(CfCalendar calendar, long micros) {
        return new TimeUnits("microseconds since 1970-01-01", calendar, 1000, 0)
                .label((double) micros)
                .substring(0, 10);
    }

    private static List<String> starts(String by, CfCalendar calendar, long[] times) {
        return TimePeriods.of(Resampling.parse(by), calendar, times, new long[0]).stream()
                .map(period ->
                        date(calendar, period.start()) + " " + period.steps().length + " of " + period.expected())
                .toList();
    }

    @Test
    void monthsAreThoseOfTheCalendar() {
        assertThat(starts("month", CfCalendar.DAYS_360, days(CfCalendar.DAYS_360, 2000, 1, 75)))
                .containsExactly("2000-01-01 30 of 30", "2000-02-01 30 of 30", "2000-03-01 15 of 30");
        assertThat(starts("month", CfCalendar.NOLEAP, days(CfCalendar.NOLEAP, 2000, 2, 30)))
                .containsExactly("2000-02-01 28 of 28", "2000-03-01 2 of 31");
        assertThat(starts("month", CfCalendar.STANDARD, days(CfCalendar.STANDARD, 1582, 9, 51)))
                .containsExactly("1582-09-01 30 of 30", "1582-10-01 21 of 21");
    }

    @Test
    void theWinterBeginsInDecemberOfTheYearBefore() {
        assertThat(starts("season", CfCalendar.STANDARD, days(CfCalendar.STANDARD, 1999, 11, 130)))
                .containsExactly("1999-09-01 30 of 91", "1999-12-01 91 of 91", "2000-03-01 9 of 92");
    }

    @Test
    void severalMayBePutTogether() {
        long[] times = days(CfCalendar.PROLEPTIC_GREGORIAN, 2001, 1, 400);
        assertThat(starts("6 months", CfCalendar.PROLEPTIC_GREGORIAN, times))
                .containsExactly("2001-01-01 181 of 181", "2001-07-01 184 of 184", "2002-01-01 35 of 181");
        assertThat(starts("year", CfCalendar.PROLEPTIC_GREGORIAN, times))
                .containsExactly("2001-01-01 365 of 365", "2002-01-01 35 of 365");
        assertThat(starts("all", CfCalendar.PROLEPTIC_GREGORIAN, times)).containsExactly("2001-01-01 400 of 400");
        assertThat(starts("200 days", CfCalendar.PROLEPTIC_GREGORIAN, times)).hasSize(3);
    }

    @Test
    void aMonthlyClimatologyGoesOverAllYearsAndIsLabelledInOne() {
        long[] times = days(CfCalendar.NOLEAP, 2000, 7, 365 * 3);
        List<TimePeriod> months =
                TimePeriods.of(Resampling.parse("month of year"), CfCalendar.NOLEAP, times, new long[0]);
        assertThat(months).hasSize(12).isSortedAccordingTo((a, b) -> Long.compare(a.at(), b.at()));
        TimePeriod january = months.get(0);
        assertThat(january.steps()).hasSize(93);
        assertThat(january.filled()).isEqualTo(1);
        assertThat(date(CfCalendar.NOLEAP, january.start())).isEqualTo("2001-01-01");
        assertThat(date(CfCalendar.NOLEAP, january.at())).isEqualTo("2001-01-16");
        assertThat(date(CfCalendar.NOLEAP, january.end())).isEqualTo("2003-02-01");
        assertThat(date(CfCalendar.NOLEAP, months.get(6).start())).isEqualTo("2000-07-01");
        assertThat(date(CfCalendar.NOLEAP, months.get(6).end())).isEqualTo("2002-08-01");
    }

    @Test
    void leapDaysHaveADayOfTheirOwn() {
        long[] times = days(CfCalendar.STANDARD, 1999, 1, 365 * 4 + 1);
        List<TimePeriod> days =
                TimePeriods.of(Resampling.parse("day of year"), CfCalendar.STANDARD, times, new long[0]);
        assertThat(days).hasSize(366);
        TimePeriod leap = days.get(59);
        assertThat(date(CfCalendar.STANDARD, leap.at())).isEqualTo("2000-02-29");
        assertThat(leap.steps()).hasSize(1);
        assertThat(leap.expected()).isEqualTo(1);
        assertThat(days.get(60).expected()).isEqualTo(4);
    }

    @Test
    void aSeasonalClimatologyBeginsWithWinter() {
        List<TimePeriod> seasons = TimePeriods.of(
                Resampling.parse("season of year"),
                CfCalendar.DAYS_360,
                days(CfCalendar.DAYS_360, 2000, 1, 720),
                new long[0]);
        assertThat(seasons.stream().map(season -> date(CfCalendar.DAYS_360, season.at())))
                .containsExactly("2000-01-16", "2000-04-16", "2000-07-16", "2000-10-16");
        assertThat(seasons.get(0).filled()).isEqualTo(180 / 270.0);
    }

    /** Means stamped at their ends belong to the month that they are of, and weigh what they last. */
    @Test
    void boundsDecideWhereAStepBelongsAndWhatItWeighs() {
        CfCalendar calendar = CfCalendar.STANDARD;
        long[] bounds = new long[24];
        long[] ends = new long[12];
        for (int month = 0; month < 12; month++) {
            bounds[2 * month] = calendar.day(2001, month + 1, 1) * DAY;
            bounds[2 * month + 1] = calendar.day(month == 11 ? 2002 : 2001, (month + 1) % 12 + 1, 1) * DAY;
            ends[month] = bounds[2 * month + 1];
        }
        TimePeriod year =
                TimePeriods.of(Resampling.parse("year"), calendar, ends, bounds).get(0);
        assertThat(year.weights()).containsExactly(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
        assertThat(year.expected()).isEqualTo(365);
        assertThat(TimePeriods.of(Resampling.parse("year"), calendar, ends, new long[0]))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void everyStepIsInOnePeriodThatHoldsIt(CfCalendar calendar) {
        long[] times = days(calendar, 1580, 3, 1300);
        for (String by :
                new String[] {"12 hours", "day", "5 days", "month", "3 months", "season", "year", "10 years"}) {
            List<TimePeriod> periods = TimePeriods.of(Resampling.parse(by), calendar, times, new long[0]);
            TreeSet<Integer> seen = new TreeSet<>();
            for (TimePeriod period : periods) {
                Arrays.stream(period.steps()).forEach(step -> {
                    assertThat(seen.add(step)).isTrue();
                    assertThat(times[step])
                            .isGreaterThanOrEqualTo(period.start())
                            .isLessThan(period.end());
                });
                assertThat(period.at()).isBetween(period.start(), period.end());
                assertThat(period.expected()).isGreaterThanOrEqualTo(period.steps().length);
            }
            assertThat(seen).hasSize(times.length);
        }
    }

    @ParameterizedTest
    @CsvSource({"month, month", "6 hours, 6 hours", "Months of year, month of year", "1 day, day", "all, all"})
    void textsAreReadAndWritten(String text, String written) {
        assertThat(Resampling.parse(text)).hasToString(written);
        assertThat(Resampling.parse(written)).isEqualTo(Resampling.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fortnight", "month of june", "monthly"})
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> Resampling.parse(text))
                .hasMessageContaining("Cannot put times together by \"" + text + "\", expected hour, day, month");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 hours", "7 months", "2 seasons", "year of year", "2 months of year", "0 days"})
    void refusesPeriodsThatNoCalendarKeeps(String text) {
        assertThatThrownBy(() -> Resampling.parse(text)).hasMessageContaining("expected a divisor of 24 hours");
    }

    @Test
    void refusesStepsWithoutATime() {
        long[] times = {0, TimeUnits.MISSING};
        assertThatThrownBy(() -> TimePeriods.of(Resampling.parse("day"), CfCalendar.STANDARD, times, new long[0]))
                .hasMessage("Cannot put times together by day: a step has no time. Leave that step out.");
    }

    @Test
    void timesAreWrittenInTheUnitsThatTheyWereReadIn() {
        Optional<TimeUnits> units = TimeUnits.parse("hours since 1900-01-01 06:00", "noleap", problem -> {});
        for (double hours : new double[] {0, 1.5, -7.25, 1e6}) {
            assertThat(units.orElseThrow().number(units.orElseThrow().calendarMicros(hours)))
                    .isEqualTo(hours);
        }
        TimeUnits dates =
                TimeUnits.parse("day as %Y%m%d.%f", "standard", problem -> {}).orElseThrow();
        assertThatThrownBy(() -> dates.number(0)).hasMessageContaining("Use days since.");
    }
}
