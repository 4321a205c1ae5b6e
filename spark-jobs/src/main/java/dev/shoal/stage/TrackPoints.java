package dev.shoal.stage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Points in space and time, out of a table of texts with a heading.
 *
 * @param heading names of the columns, as written
 * @param lines the other columns too, as written
 * @param micros since 1970 UTC of each point; empty where there is no time
 * @param lat degrees north of each; owned by this record
 * @param lon degrees east of each; owned by this record
 * @param depth metres down of each; empty where there is none
 */
record TrackPoints(
        List<String> heading, List<List<String>> lines, long[] micros, double[] lat, double[] lon, double[] depth) {

    private static final Map<String, List<String>> NAMES = Map.of(
            "time", List.of("time", "datetime", "date_time", "timestamp", "date"),
            "lat", List.of("lat", "latitude"),
            "lon", List.of("lon", "longitude", "long"),
            "depth", List.of("depth", "depth_m"));

    /**
     * Reads a table whose columns are separated by commas; a first line names them.
     *
     * @param path of it, for messages
     * @throws StageException with the first line that cannot be read
     */
    static TrackPoints parse(String text, String path) {
        List<List<String>> lines = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> lines.add(cells(line)));
        if (lines.size() < 2) {
            throw StageException.configuration(
                    "Cannot sample along '" + path
                            + "': found no points, expected a line that names columns (time, lat, lon, depth) and one for each.");
        }
        List<String> heading = lines.remove(0);
        return new Table(path, heading, lines).points();
    }

    private static List<String> cells(String line) {
        return new ArrayList<>(Arrays.stream(line.split(",", -1))
                .map(cell -> cell.trim().replaceAll("^\"(.*)\"$", "$1"))
                .toList());
    }

    /** Returns the number of points. */
    int size() {
        return lat.length;
    }

    boolean hasTime() {
        return micros.length > 0;
    }

    boolean hasDepth() {
        return depth.length > 0;
    }

    /** A table that is being read. */
    private record Table(String path, List<String> heading, List<List<String>> lines) {

        TrackPoints points() {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).size() != heading.size()) {
                    throw refused(i, "it has " + lines.get(i).size() + " cells, expected " + heading.size() + ".");
                }
            }
            int lat = required("lat");
            int lon = required("lon");
            int time = column("time");
            int depth = column("depth");
            long[] micros = new long[time < 0 ? 0 : lines.size()];
            for (int i = 0; i < micros.length; i++) {
                micros[i] = micros(i, lines.get(i).get(time));
            }
            return new TrackPoints(
                    heading, lines, micros, numbers(lat), numbers(lon), depth < 0 ? new double[0] : numbers(depth));
        }

        private int column(String what) {
            for (int i = 0; i < heading.size(); i++) {
                if (NAMES.getOrDefault(what, List.of()).contains(heading.get(i).toLowerCase(Locale.ROOT))) {
                    return i;
                }
            }
            return -1;
        }

        private int required(String what) {
            int found = column(what);
            if (found < 0) {
                throw StageException.configuration("Cannot sample along '" + path + "': its columns are "
                        + String.join(", ", heading) + ", expected one named " + what + ". Name it so.");
            }
            return found;
        }

        private double[] numbers(int column) {
            double[] numbers = new double[lines.size()];
            for (int i = 0; i < numbers.length; i++) {
                String text = lines.get(i).get(column);
                try {
                    numbers[i] = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
                } catch (NumberFormatException error) {
                    throw refused(i, heading.get(column) + " is '" + text + "', expected a number.");
                }
            }
            return numbers;
        }

        private long micros(int line, String text) {
            String time = text.trim().replace(' ', 'T');
            try {
                Instant instant;
                if (time.length() <= 10) {
                    instant = LocalDate.parse(time).atStartOfDay().toInstant(ZoneOffset.UTC);
                } else if (time.matches(".*T.*([Zz]|[+-]\\d\\d:?\\d\\d)")) {
                    instant = OffsetDateTime.parse(time).toInstant();
                } else {
                    instant = LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
                }
                return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
            } catch (DateTimeException error) {
                throw refused(line, "time is '" + text + "', expected one such as 2024-03-01T12:30:00Z.");
            }
        }

        private StageException refused(int line, String reason) {
            return StageException.configuration(
                    "Cannot sample along point " + (line + 1) + " of '" + path + "': " + reason);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrackPoints that && heading.equals(that.heading) && lines.equals(that.lines);
    }

    @Override
    public int hashCode() {
        return 31 * heading.hashCode() + lines.hashCode();
    }

    @Override
    public String toString() {
        return lines.size() + " points";
    }
}
