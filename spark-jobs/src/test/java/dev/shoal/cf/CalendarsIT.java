package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Dates in every calendar, against cftime. */
class CalendarsIT {

    private static final List<String> UNITS = List.of(
            "days since 1970-01-01",
            "hours since 1900-01-01 00:00:00",
            "seconds since 1950-03-01T06:30:15Z",
            "minutes since 2000-02-28 12:00:00 -03:00",
            "days since 0001-01-01",
            "days since 1582-10-10T00:00:00");

    private static final Map<String, Integer> PER_DAY =
            Map.of("days", 1, "hours", 24, "minutes", 1440, "seconds", 86400);

    private static List<String> requests() {
        Random random = new Random(3);
        List<String> requests = new ArrayList<>();
        for (CfCalendar calendar : CfCalendar.values()) {
            for (String units : UNITS) {
                boolean dropped = calendar == CfCalendar.STANDARD && units.contains("1582-10-10");
                for (int i = 0; i < 200 && !dropped; i++) {
                    double unit = PER_DAY.getOrDefault(units.substring(0, units.indexOf(' ')), 1);
                    long number = Math.round(random.nextDouble() * 1_000_000 * unit);
                    double fraction = i % 2 == 0 ? 0 : random.nextInt(8) / 8.0;
                    requests.add(units + "|" + calendar.title() + "|" + Texts.of(number + fraction));
                }
            }
        }
        return requests;
    }

    @Test
    void givesTheDatesOfCftime() throws IOException, InterruptedException {
        List<String> requests = requests();
        List<String> expected = Judge.dates(requests);
        List<String> found = new ArrayList<>();
        for (String request : requests) {
            String[] parts = request.split("\\|", -1);
            found.add(TimeUnits.parse(parts[0], parts[1], problem -> {})
                    .orElseThrow()
                    .label(Double.parseDouble(parts[2])));
        }
        assertThat(found).isEqualTo(expected);
    }
}
