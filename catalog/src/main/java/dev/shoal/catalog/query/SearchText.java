package dev.shoal.catalog.query;

import dev.shoal.catalog.Box;
import dev.shoal.catalog.Micros;
import dev.shoal.catalog.TimeRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** Reads the parts of a search as people type them. */
final class SearchText {

    private static final String OPEN = "..";

    private SearchText() {}

    static Box box(String text) {
        String[] edges = text.split(",", -1);
        if (edges.length != 4) {
            throw new IllegalArgumentException("Cannot read the box \"" + text + "\": found " + edges.length
                    + " parts, expected 4 edges W,S,E,N in degrees, such as -20,40,10,60.");
        }
        List<Double> degrees =
                List.of(edges).stream().map(edge -> degrees(edge, text)).toList();
        return new Box(degrees.get(0), degrees.get(1), degrees.get(2), degrees.get(3));
    }

    static TimeRange time(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length > 2) {
            throw new IllegalArgumentException("Cannot read the time \"" + text + "\": found " + ends.length
                    + " parts, expected A/B, such as 2020-01-01/2020-06-30.");
        }
        String first = ends[0].trim();
        String last = ends[ends.length - 1].trim();
        return new TimeRange(
                first.equals(OPEN) ? Long.MIN_VALUE : period(first).firstMicros(),
                last.equals(OPEN) ? Long.MAX_VALUE : period(last).lastMicros());
    }

    private static double degrees(String edge, String box) {
        try {
            return Double.parseDouble(edge.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Cannot read the box \"" + box + "\": found the edge \"" + edge.trim()
                            + "\", expected a number of degrees.",
                    e);
        }
    }

    private static TimeRange period(String text) {
        try {
            if (text.matches("\\d{4}")) {
                Year year = Year.parse(text);
                return days(year.atDay(1), year.plusYears(1).atDay(1));
            }
            if (text.matches("\\d{4}-\\d{2}")) {
                YearMonth month = YearMonth.parse(text);
                return days(month.atDay(1), month.plusMonths(1).atDay(1));
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                LocalDate day = LocalDate.parse(text);
                return days(day, day.plusDays(1));
            }
            long micros = Micros.of(instant(text));
            return new TimeRange(micros, micros);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Cannot read the time \"" + text + "\": expected a year, a month, a day, or an instant such as "
                            + "2020-06-30T12:00:00Z, or .. for an open end.",
                    e);
        }
    }

    private static TimeRange days(LocalDate start, LocalDate end) {
        return new TimeRange(
                Micros.of(start.atStartOfDay(ZoneOffset.UTC).toInstant()),
                Micros.of(end.atStartOfDay(ZoneOffset.UTC).toInstant()) - 1);
    }

    private static Instant instant(String text) {
        boolean zoned = text.matches(".*T.*(Z|[+-]\\d{2}(:?\\d{2})?)");
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
