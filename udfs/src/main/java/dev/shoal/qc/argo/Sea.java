package dev.shoal.qc.argo;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sea with ranges of its own, as boxes of latitude and longitude whose borders belong to it.
 *
 * @param name for people
 * @param boxes that together cover it
 * @param ranges by parameter
 */
public record Sea(String name, List<Box> boxes, SortedMap<String, Range> ranges) implements Serializable {

    /** The Red Sea, as Coriolis cuts it (doi 10.13155/49438, test 7). */
    public static final Sea RED = new Sea(
            "Red Sea",
            List.of(
                    new Box(25, 30, 30, 35),
                    new Box(15, 30, 35, 40),
                    new Box(15, 20, 40, 45),
                    new Box(12.55, 15, 40, 43),
                    new Box(13, 15, 43, 43.5)),
            ranges(new Range(21, 40), new Range(2, 41)));

    /** The Mediterranean Sea, as Coriolis cuts it (doi 10.13155/49438, test 7). */
    public static final Sea MEDITERRANEAN = new Sea(
            "Mediterranean Sea",
            List.of(
                    new Box(30, 40, -5, 40),
                    new Box(40, 45, 0, 25),
                    new Box(45, 50, 10, 15),
                    new Box(40, 41, 25, 30),
                    new Box(35.2, 36.6, -5.4, -5)),
            ranges(new Range(10, 40), new Range(2, 40)));

    /**
     * Latitudes and longitudes, ends included.
     *
     * @param south degrees north
     * @param north degrees north
     * @param west degrees east
     * @param east degrees east, not less than {@code west}
     */
    public record Box(double south, double north, double west, double east) implements Serializable {

        boolean contains(double latitude, double longitude) {
            return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
        }
    }

    /** Copies boxes and ranges. */
    public Sea {
        boxes = List.copyOf(boxes);
        ranges = Collections.unmodifiableSortedMap(new TreeMap<>(ranges));
    }

    /**
     * Tells whether a place lies in the sea.
     *
     * @param latitude degrees north
     * @param longitude degrees east, from -180 to 180
     */
    public boolean contains(double latitude, double longitude) {
        for (Box box : boxes) {
            if (box.contains(latitude, longitude)) {
                return true;
            }
        }
        return false;
    }

    private static SortedMap<String, Range> ranges(Range temperature, Range salinity) {
        return new TreeMap<>(Map.of(
                "TEMP", temperature,
                "TEMP2", temperature,
                "TEMP_DOXY", temperature,
                "TEMP_DOXY2", temperature,
                "PSAL", salinity,
                "PSAL2", salinity));
    }
}
