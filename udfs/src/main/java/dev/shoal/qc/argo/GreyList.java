package dev.shoal.qc.argo;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Argo's list of sensors that are known to be doubtful ({@code ar_greylist.txt}, Argo user's manual, section on the
 * grey list).
 *
 * @param entries by platform
 */
public record GreyList(Map<String, List<Entry>> entries) implements Serializable {

    /** A list without sensors. */
    public static final GreyList EMPTY = new GreyList(Map.of());

    private static final int COLUMNS = 7;
    private static final int FEWEST_COLUMNS = 5;
    private static final String HEADER = "PLATFORM";

    /**
     * One sensor of one float.
     *
     * @param parameter Argo's name of what it measures
     * @param startMicros microseconds since 1970 UTC from which it is doubtful
     * @param endMicros microseconds since 1970 UTC up to which it is, both included; {@link Long#MAX_VALUE} for good
     * @param flag that its values get
     */
    public record Entry(String parameter, long startMicros, long endMicros, byte flag) implements Serializable {

        /** Tells whether the sensor was doubtful at a time. */
        public boolean covers(long timeMicros) {
            return timeMicros != Station.NO_TIME && timeMicros >= startMicros && timeMicros <= endMicros;
        }
    }

    /** Copies the entries. */
    public GreyList {
        Map<String, List<Entry>> copy = new HashMap<>();
        entries.forEach((platform, of) -> copy.put(platform, List.copyOf(of)));
        entries = Map.copyOf(copy);
    }

    /**
     * Reads the list: a line each of platform, parameter, first and last date ({@code yyyymmdd}; at 00:00, as Coriolis
     * takes both), flag, comment and data centre, with commas between them; the comment may hold commas. A header and
     * blank lines are left out.
     *
     * @throws IllegalArgumentException that names the line that cannot be read
     */
    public static GreyList parse(List<String> lines) {
        Map<String, List<Entry>> entries = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith(HEADER)) {
                String[] columns = line.split(",", COLUMNS);
                entries.computeIfAbsent(columns[0].strip(), platform -> new ArrayList<>())
                        .add(entry(i + 1, line, columns));
            }
        }
        return new GreyList(entries);
    }

    /** Returns the entries of one platform. */
    public List<Entry> of(String platform) {
        return entries.getOrDefault(platform.strip(), List.of());
    }

    private static Entry entry(int number, String line, String[] columns) {
        if (columns.length < FEWEST_COLUMNS) {
            throw unreadable(number, line, "at least " + FEWEST_COLUMNS + " columns", null);
        }
        try {
            String end = columns[3].strip();
            byte flag = Byte.parseByte(columns[4].strip());
            if (!ArgoFlag.isFlag(flag)) {
                throw unreadable(number, line, "a flag from 0 to 9", null);
            }
            return new Entry(
                    columns[1].strip(), micros(columns[2].strip()), end.isEmpty() ? Long.MAX_VALUE : micros(end), flag);
        } catch (DateTimeException | NumberFormatException e) {
            throw unreadable(number, line, "dates as yyyymmdd and a flag", e);
        }
    }

    private static long micros(String date) {
        return TimeUnit.SECONDS.toMicros(LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE)
                .atStartOfDay()
                .toEpochSecond(ZoneOffset.UTC));
    }

    private static IllegalArgumentException unreadable(
            int number, String line, String expected, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "Cannot read line " + number + " of a grey list: found '" + line + "', expected " + expected + ".",
                cause);
    }
}
