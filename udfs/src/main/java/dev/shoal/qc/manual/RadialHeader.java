package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a file of radials says of itself, for the syntax test (QARTOD's manual for HF radar surface currents, edition of
 * 2022, test 201; version 1.0 (2016), test 6), with the checks of the United States' national network.
 *
 * @param fileType such as {@code LLUV rdls "RadialMap"}; empty where not said
 * @param site the station's code; empty where not said
 * @param patternType measured or ideal; empty where not said
 * @param timeZone as written; empty where not said
 * @param time the time stamp within the file
 * @param timeOfName the time stamp in the file's name
 * @param lat degrees of the station, NaN where not said
 * @param lon degrees of the station, NaN where not said
 * @param statedColumns columns the header names
 * @param columns columns of each row; where they differ, of the row that differs most
 * @param rows number of rows
 */
public record RadialHeader(
        String fileType,
        String site,
        String patternType,
        String timeZone,
        Optional<Instant> time,
        Optional<Instant> timeOfName,
        double lat,
        double lon,
        int statedColumns,
        int columns,
        int rows) {

    private static final Duration FARTHEST_AHEAD = Duration.ofDays(3);
    private static final Set<String> ZONES = Set.of("UTC", "GMT");
    private static final double HIGHEST_LAT = 90;
    private static final double HIGHEST_LON = 180;

    /** Returns {@link QcFlag#FAIL} where {@link #faults} finds any, {@link QcFlag#GOOD} where not. */
    public byte flag(String fileTypeStart, Instant now) {
        return faults(fileTypeStart, now).isEmpty() ? QcFlag.GOOD : QcFlag.FAIL;
    }

    /**
     * Returns what is wrong with the file, in words.
     *
     * @param fileTypeStart how a file type that is known begins, {@code LLUV} for CODAR's and WERA's exchange format
     * @param now a file may lie at most 72 hours ahead of it
     */
    public List<String> faults(String fileTypeStart, Instant now) {
        List<String> faults = new ArrayList<>();
        note(faults, fileType.startsWith(fileTypeStart), "file type " + said(fileType));
        note(faults, !site.isBlank(), "site " + said(site));
        note(faults, !patternType.isBlank(), "pattern type " + said(patternType));
        note(faults, ZONES.stream().anyMatch(timeZone::contains), "time zone " + said(timeZone));
        note(
                faults,
                time.isPresent() && time.equals(timeOfName),
                "time " + time + " in a file named for " + timeOfName);
        note(faults, timeOfName.isEmpty() || !timeOfName.get().isAfter(now.plus(FARTHEST_AHEAD)), "a time to come");
        note(faults, rows > 0, "no row");
        note(faults, columns == statedColumns, columns + " columns where " + statedColumns + " are named");
        note(faults, Math.abs(lat) <= HIGHEST_LAT && Math.abs(lon) <= HIGHEST_LON, "site at " + lat + ", " + lon);
        return faults;
    }

    private static void note(List<String> faults, boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }

    private static String said(String text) {
        return text.isBlank() ? "not said" : text;
    }
}
