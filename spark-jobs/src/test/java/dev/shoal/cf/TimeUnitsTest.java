package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeUnitsTest {

    private static TimeUnits units(String units, String calendar) {
        return TimeUnits.parse(units, calendar, problem -> {}).orElseThrow();
    }

    private static String instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "days since 1950-01-01T00:00:00Z, 1, 1950-01-02T00:00:00Z",
        "seconds since 1970-01-01, 0.1, 1970-01-01T00:00:00.100Z",
        "seconds since 1970-01-01 00:00:00 UTC, 1.5, 1970-01-01T00:00:01.500Z",
        "hours since 1900-01-01 00:00:0.0, 1, 1900-01-01T01:00:00Z",
        "days since 1950-01-01T00:00:00+00:00, 2, 1950-01-03T00:00:00Z",
        "days since 2024-1-1T00:00:00-7:00, 0, 2024-01-01T07:00:00Z",
        "days since 1964-03-12 12:09:00 -9:00, 0, 1964-03-12T21:09:00Z",
        "days since 2024-1-1T00:00:00 +0530, 0, 2023-12-31T18:30:00Z",
        "seconds since 1948-01-01 0:0:0, 60, 1948-01-01T00:01:00Z",
        "days since 20000101, 1, 2000-01-02T00:00:00Z",
        "days since 20000101T060000Z, 1, 2000-01-02T06:00:00Z",
        "days since 20000101 0600, 1, 2000-01-02T06:00:00Z",
        "days since 2000, 1, 2000-01-02T00:00:00Z",
        "days since 2000-03, 1, 2000-03-02T00:00:00Z",
        "hours since 1900-01-01T00:00:00.0Z, 1, 1900-01-01T01:00:00Z",
        "seconds since 1970-01-01 00:00 UTC, 1, 1970-01-01T00:00:01Z",
        "days since 1970-01-01 00:00:00 -8, 0, 1970-01-01T08:00:00Z",
        "days since 1970-01-01T00:00:00 GMT, 0, 1970-01-01T00:00:00Z",
        "days since 0000-01-01, 730487, 2000-01-01T00:00:00Z",
        "days since -4713-01-01 12:00:00, 2451545, 2000-01-01T12:00:00Z",
        "common_years since 1970-01-01, 1, 1971-01-01T00:00:00Z",
        "gregorian_years since 1970-01-01, 400, 2370-01-01T00:00:00Z",
        "day as %Y%m%d.%f, 20000229.25, 2000-02-29T06:00:00Z",
        "days since 1970-01-01 00:00:00 EST, 0, ''",
        "days since 1582-10-10, 0, ''",
        "days since 1970-01-01 24:60, 0, ''",
        "days, 0, ''",
        "milliseconds since 1970-01-01, 1, 1970-01-01T00:00:00.001Z",
        "microseconds since 1970-01-01, 3, 1970-01-01T00:00:00.000003Z",
        "nanoseconds since 1970-01-01, 1500, 1970-01-01T00:00:00.000002Z",
        "Minutes Since 1970-01-01T00:00Z, 2, 1970-01-01T00:02:00Z",
        "weeks since 1970-01-01, 1, 1970-01-08T00:00:00Z",
        "days since 1601-01-01 00:00:00, 153766, 2021-12-31T00:00:00Z",
        "months since 1970-01-01, 12, 1971-01-01T05:48:45.974700Z",
        "seconds since 1970-01-01 00:00:00.25, 1, 1970-01-01T00:00:01.250Z"
    })
    void givesTimestampsInTheStandardCalendar(String units, double number, String expected) {
        String found = TimeUnits.parse(units, "", problem -> {})
                .map(time -> instant(time.micros(number)))
                .orElse("");
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void countsFromReferencesBeforeTheGregorianCalendarInJulianDays() {
        assertThat(instant(units("days since 0001-01-01", "standard").micros(730121)))
                .isEqualTo("2000-01-01T00:00:00Z");
        assertThat(instant(units("days since 0001-01-01", "proleptic_gregorian").micros(730119)))
                .isEqualTo("2000-01-01T00:00:00Z");
        assertThat(instant(units("days since 1970-01-01", "julian").micros(0))).isEqualTo("1970-01-14T00:00:00Z");
    }

    @Test
    void isExactForWholeNumbersAndRoundsFractionsToTheMicrosecond() {
        TimeUnits days = units("days since 1950-01-01", "");
        for (int day = 0; day < 60_000; day++) {
            assertThat(days.micros(day)).isEqualTo((day - 7305L) * TimeUnits.DAY_MICROS);
        }
        assertThat(units("seconds since 1970-01-01", "").micros(1.0000004)).isEqualTo(1_000_000);
        assertThat(units("seconds since 1970-01-01", "").micros(1.0000006)).isEqualTo(1_000_001);
        assertThat(units("seconds since 1970-01-01", "").micros(-0.5)).isEqualTo(-500_000);
    }

    @Test
    void isExactForLongIntegersOfAnySize() {
        TimeUnits micros = units("microseconds since 0001-01-01", "proleptic_gregorian");
        long start = micros.referenceMicros();
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            long number = random.nextLong(315_000_000_000_000_000L);
            assertThat(micros.micros(number)).isEqualTo(start + number);
        }
        TimeUnits nanos = units("nanoseconds since 1970-01-01", "");
        assertThat(nanos.micros(1_600_000_000_123_456_499L)).isEqualTo(1_600_000_000_123_456L);
        assertThat(nanos.micros(1_600_000_000_123_456_500L)).isEqualTo(1_600_000_000_123_457L);
        assertThat(nanos.micros(-1L)).isZero();
        assertThat(nanos.micros(-501L)).isEqualTo(-1);
        assertThat(nanos.micros(Packing.NO_INTEGER)).isEqualTo(TimeUnits.MISSING);
        assertThat(units("days since 1970-01-01", "").micros(Long.MAX_VALUE)).isEqualTo(TimeUnits.MISSING);
    }

    @Test
    void hasNoTimestampForDateNumbersThatAreNoDates() {
        TimeUnits dates = units("day as %Y%m%d.%f", "");
        assertThat(dates.micros(20010229.0)).isEqualTo(TimeUnits.MISSING);
        assertThat(dates.micros(19700101L)).isZero();
        assertThat(dates.micros(1e20)).isEqualTo(TimeUnits.MISSING);
        assertThat(units("day as %Y%m%d.%f", "360_day").label(20010230.5)).isEqualTo("2001-02-30T12:00:00.000000");
    }

    @Test
    void countsAstronomicalYearsInTheProlepticCalendar() {
        TimeUnits days = units("days since -4713-11-24 12:00:00", "proleptic_gregorian");
        assertThat(instant(days.micros(2451545))).isEqualTo("2000-01-01T12:00:00Z");
    }

    @Test
    void hasNoTimestampForWhatIsNoRealTime() {
        TimeUnits days = units("days since 1950-01-01", "");
        assertThat(days.micros(Double.NaN)).isEqualTo(TimeUnits.MISSING);
        assertThat(days.micros(1e30)).isEqualTo(TimeUnits.MISSING);
        assertThat(days.micros(-200_000)).as("before 1582").isEqualTo(TimeUnits.MISSING);
        assertThat(units("days since 1950-01-01", "proleptic_gregorian").micros(-200_000))
                .isNotEqualTo(TimeUnits.MISSING);
        assertThat(units("days since 1950-01-01", "360_day").micros(1)).isEqualTo(TimeUnits.MISSING);
        assertThat(days.micros(new double[] {1, Double.NaN})).isEmpty();
        assertThat(days.micros(new double[] {7305, 7306}))
                .hasValueSatisfying(micros -> assertThat(micros).containsExactly(0, TimeUnits.DAY_MICROS));
    }

    @Test
    void namesDatesOfModelCalendars() {
        assertThat(units("days since 1859-12-01", "360_day").label(90.5)).isEqualTo("1860-03-01T12:00:00.000000");
        assertThat(units("days since 1950-01-01", "365_day").label(59)).isEqualTo("1950-03-01T00:00:00.000000");
        assertThat(units("months since 2000-01-01", "360_day").label(13)).isEqualTo("2001-02-01T00:00:00.000000");
        assertThat(units("days since 0000-01-01", "noleap").label(365)).isEqualTo("0001-01-01T00:00:00.000000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Month||Time units \"Month\" have no reference, expected \"<unit> since <date>\".",
                "fortnights since 1970-01-01||Time units \"fortnights since 1970-01-01\" count in \"fortnights\", which is no unit of time.",
                "days since 2024-1-1T00:00:00 U C||Time units \"days since 2024-1-1T00:00:00 U C\" refer to \"2024-1-1T00:00:00 U C\", which is no date and time with UTC or an offset: times have no timestamps.",
                "days since 2023-02-30||Time units \"days since 2023-02-30\" refer to \"2023-02-30\", which is no date and time with UTC or an offset: times have no timestamps.",
                "days since 1970-01-01|none|Calendar \"none\" has no dates: times have no timestamps.",
                "days since 1970-01-01|lunar|Calendar \"lunar\" is not one of CF's: times have no timestamps."
            })
    void saysWhatItCannotRead(String units, String calendar, String problem) {
        List<String> problems = new ArrayList<>();
        assertThat(TimeUnits.parse(units, calendar == null ? "" : calendar, problems::add))
                .isEmpty();
        assertThat(problems).containsExactly(problem);
    }

    @Test
    void saysHowItReadAMisspeltCalendarAndTheYear0() {
        List<String> problems = new ArrayList<>();
        TimeUnits.parse("days since 0000-01-01", "gregorain", problems::add);
        TimeUnits.parse("days since 0000-01-01", "NoLeap", problems::add);
        assertThat(problems)
                .containsExactly(
                        "Calendar \"gregorain\" is none of CF's: it is read as standard.",
                        "Time units \"days since 0000-01-01\" refer to the year 0, which the calendar standard does not"
                                + " have: it is taken as 1 BC. Compare with the file's own time coverage.");
    }

    @Test
    void warnsOfMeanMonthsAndOfTheJulianCalendar() {
        List<String> problems = new ArrayList<>();
        assertThat(TimeUnits.parse("months since 1970-01-01", "", problems::add))
                .isPresent();
        assertThat(TimeUnits.parse("days since 1970-01-01", "julian", problems::add))
                .isPresent();
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).contains("mean months of 2629743 s");
        assertThat(problems.get(1)).contains("13 days behind");
    }
}
