package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates in every calendar, against cftime. */
class CalendarsIT {

    private static final int PER_UNITS = 1_500;

    private static final List<String> UNITS = List.of(
            "days since 1970-01-01",
            "hours since 1900-01-01 00:00:00",
            "seconds since 1950-03-01T06:30:15Z",
            "minutes since 2000-02-28 12:00:00 -03:00",
            "days since 0001-01-01",
            "days since 1582-10-04T12:00:00",
            "milliseconds since 1858-11-17",
            "microseconds since 1600-02-29 00:00:00.5");

    private static final Map<String, Long> PER_DAY = Map.of(
            "days", 1L,
            "hours", 24L,
            "minutes", 1440L,
            "seconds", 86_400L,
            "milliseconds", 86_400_000L,
            "microseconds", 86_400_000_000L);

    /** Whole numbers, of which many are past 2^53, and eighths; only whole microseconds. */
    private static List<String> requests(CfCalendar calendar) {
        Random random = new Random(calendar.title().hashCode());
        List<String> requests = new ArrayList<>();
        for (String units : UNITS) {
            boolean leapDay = calendar == CfCalendar.NOLEAP && units.contains("02-29");
            String dated = leapDay ? units.replace("02-29", "02-28") : units;
            String unit = units.substring(0, units.indexOf(' '));
            for (int i = 0; i < PER_UNITS; i++) {
                long number = (long) (random.nextDouble() * 1_000_000 * PER_DAY.getOrDefault(unit, 1L));
                boolean whole = i % 2 == 0 || unit.equals("microseconds");
                String fraction =
                        whole ? "" : Texts.of(random.nextInt(1, 8) / 8.0).substring(1);
                requests.add(dated + "|" + calendar.title() + "|" + number + fraction);
            }
        }
        return requests;
    }

    @ParameterizedTest
    @EnumSource
    void givesTheDatesOfCftime(CfCalendar calendar) throws IOException, InterruptedException {
        List<String> requests = requests(calendar);
        List<String> expected = Judge.dates(requests);
        List<String> found = new ArrayList<>();
        for (String request : requests) {
            String[] parts = request.split("\\|", -1);
            TimeUnits units = TimeUnits.parse(parts[0], parts[1], problem -> {}).orElseThrow();
            found.add(
                    parts[2].contains(".")
                            ? units.label(Double.parseDouble(parts[2]))
                            : units.label(Long.parseLong(parts[2])));
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(10_000).isEqualTo(expected);
    }
}
