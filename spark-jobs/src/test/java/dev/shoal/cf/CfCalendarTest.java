package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CfCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "standard, STANDARD",
        "Gregorian, STANDARD",
        "gregorain, STANDARD",
        "proleptic_gregorian, PROLEPTIC_GREGORIAN",
        "gregorian_proleptic, PROLEPTIC_GREGORIAN",
        "noleap, NOLEAP",
        "no_leap, NOLEAP",
        "365_day, NOLEAP",
        "365days, NOLEAP",
        "all_leap, ALL_LEAP",
        "366_day, ALL_LEAP",
        "360_day, DAYS_360",
        "360, DAYS_360",
        "JULIAN, JULIAN"
    })
    void knowsTheNamesThatArchivesHold(String name, CfCalendar calendar) {
        assertThat(CfCalendar.of(name)).contains(calendar);
    }

    @Test
    void doesNotGuessAtOtherNames() {
        assertThat(CfCalendar.of("none")).isEmpty();
        assertThat(CfCalendar.of("364_day")).isEmpty();
        assertThat(CfCalendar.of("lunar")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PROLEPTIC_GREGORIAN, 1970, 1, 1, 0",
        "PROLEPTIC_GREGORIAN, 2000, 3, 1, 11017",
        "PROLEPTIC_GREGORIAN, 0, 3, 1, -719468",
        "STANDARD, 1582, 10, 15, -141427",
        "STANDARD, 1582, 10, 4, -141428",
        "STANDARD, 1, 1, 1, -719164",
        "JULIAN, 1970, 1, 1, 13",
        "JULIAN, 1969, 12, 19, 0",
        "NOLEAP, 1971, 3, 1, 424",
        "ALL_LEAP, 1971, 3, 1, 426",
        "DAYS_360, 1971, 3, 1, 420"
    })
    void countsDays(CfCalendar calendar, int year, int month, int day, long expected) {
        assertThat(calendar.day(year, month, day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void givesBackTheDateOfEveryDay(CfCalendar calendar) {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long day = random.nextInt(-1_000_000, 3_000_000);
            long[] date = calendar.date(day);
            assertThat(calendar.day(date[0], (int) date[1], (int) date[2])).isEqualTo(day);
            assertThat(date[2]).isBetween(1L, (long) calendar.monthLength(date[0], (int) date[1]));
        }
    }

    @Test
    void knowsTheLengthOfMonths() {
        assertThat(CfCalendar.STANDARD.monthLength(2000, 2)).isEqualTo(29);
        assertThat(CfCalendar.STANDARD.monthLength(1900, 2)).isEqualTo(28);
        assertThat(CfCalendar.STANDARD.monthLength(1500, 2)).isEqualTo(29);
        assertThat(CfCalendar.STANDARD.monthLength(1582, 10)).isEqualTo(31);
        assertThat(CfCalendar.DAYS_360.monthLength(1900, 2)).isEqualTo(30);
        assertThat(CfCalendar.NOLEAP.monthLength(2000, 2)).isEqualTo(28);
        assertThat(CfCalendar.ALL_LEAP.monthLength(1900, 2)).isEqualTo(29);
        assertThat(CfCalendar.STANDARD.monthLength(1900, 13)).isZero();
    }
}
