package dev.shoal.zarr.array;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.ElementType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * NumPy's times and spans of time: whole numbers of a unit. Months and years, which have no fixed length, are read as
 * days since 1970 where they are times; as spans they keep their numbers.
 */
final class TimeForm {

    private static final String DAYS = "days";

    private static final Map<String, String> UNITS = Map.of(
            "Y", "years",
            "M", "months",
            "W", "weeks",
            "D", DAYS,
            "h", "hours",
            "m", "minutes",
            "s", "seconds",
            "ms", "milliseconds",
            "us", "microseconds",
            "ns", "nanoseconds");

    private TimeForm() {}

    static void requireKnown(String unit) {
        if (!UNITS.containsKey(unit)) {
            throw new IllegalArgumentException(
                    "times counted in \"" + unit + "\", expected one of Y, M, W, D, h, m, s, ms, us, ns");
        }
    }

    private static boolean hasNoFixedLength(String unit) {
        return unit.equals("Y") || unit.equals("M");
    }

    /** Returns the numbers in the unit that {@link #attributesOfTimes} tells. */
    static long[] decode(long[] counts, String unit) {
        if (!hasNoFixedLength(unit)) {
            return counts;
        }
        long months = unit.equals("Y") ? 12 : 1;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != Long.MIN_VALUE) {
                counts[i] = days(counts[i], months);
            }
        }
        return counts;
    }

    /** A count that no calendar reaches stands for no time. */
    private static long days(long count, long months) {
        return Math.abs(count) > 12_000_000L
                ? Long.MIN_VALUE
                : LocalDate.EPOCH.plusMonths(count * months).toEpochDay();
    }

    static List<Attribute> attributesOfTimes(String unit) {
        String counted = hasNoFixedLength(unit) ? DAYS : UNITS.getOrDefault(unit, DAYS);
        return List.of(
                Attribute.of("units", counted + " since 1970-01-01 00:00:00"),
                Attribute.of("calendar", "proleptic_gregorian"),
                missing());
    }

    static List<Attribute> attributesOfSpans(String unit) {
        return List.of(Attribute.of("units", UNITS.getOrDefault(unit, DAYS)), missing());
    }

    private static Attribute missing() {
        return new Attribute("_FillValue", ElementType.LONG, List.of(Long.MIN_VALUE));
    }
}
