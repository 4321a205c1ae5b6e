package dev.shoal.stage;

import dev.shoal.cf.CfCalendar;
import dev.shoal.cf.TimePeriod;
import dev.shoal.cf.TimePeriods;
import dev.shoal.cf.TimeUnits;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.spec.TimeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time axis of a dataset whose steps were put together to periods.
 *
 * @param how they were
 * @param periods in order
 * @param calendar of their times
 * @param units of the source's times
 */
record PeriodAxis(TimeSpec how, List<TimePeriod> periods, CfCalendar calendar, Optional<TimeUnits> units) {

    private static final String DAYS = "days since 1970-01-01";

    /**
     * Puts the steps of files together.
     *
     * @throws StageException where a step has no time
     */
    static PeriodAxis of(GridAssembly assembly, TimeSpec how) {
        StepSpans spans = assembly.spans();
        long[] keys = assembly.keys();
        try {
            List<TimePeriod> periods =
                    TimePeriods.of(how.by(), spans.calendar(), spans.times(keys), spans.bounds(keys));
            return new PeriodAxis(how, periods, spans.calendar(), spans.units());
        } catch (IllegalArgumentException error) {
            throw StageException.configuration(String.valueOf(error.getMessage()), error);
        }
    }

    /** Returns what stands for each period in the order of time, as keys of the store. */
    long[] keys(TimeKeys time) {
        long[] keys = new long[periods.size()];
        for (int i = 0; i < keys.length; i++) {
            long at = periods.get(i).at();
            keys[i] = time.timestamps() ? at : TimeKeys.sortable(counted().number(at));
        }
        return keys;
    }

    /** Returns units that times can be written in: the source's own where they count from a time. */
    private TimeUnits counted() {
        return units.filter(own -> own.unitNanos() != 0)
                .or(() -> TimeUnits.parse(DAYS, calendar.title(), problem -> {}))
                .orElseThrow();
    }

    /**
     * The coordinate of time, or its bounds.
     *
     * @param type of the elements
     * @param values {@code long[]} or {@code double[]}
     * @param attributes of the variable
     */
    record Coordinate(ElementType type, Object values, Attributes attributes) {}

    /**
     * Returns the coordinate of time.
     *
     * @param keys how a dataset's times are written; nothing for the source's own units
     * @param attributes of the source's coordinate, of which names of bounds are left out
     */
    Coordinate times(Optional<TimeKeys> keys, Attributes attributes, String boundsName) {
        List<Attribute> list = new ArrayList<>();
        for (Attribute attribute : attributes.list()) {
            if (!attribute.name().equals("bounds") && !attribute.name().equals("climatology")) {
                list.add(attribute);
            }
        }
        if (keys.isEmpty()) {
            list.removeIf(attribute ->
                    attribute.name().equals("units") || attribute.name().equals("calendar"));
            list.add(Attribute.of("units", counted().text()));
            list.add(Attribute.of("calendar", calendar.title()));
        }
        list.add(Attribute.of(how.by().climatology() ? "climatology" : "bounds", boundsName));
        return coordinate(keys, 1, new Attributes(list), (period, which) -> period.at());
    }

    /** Returns first and end of each period, shape {@code (periods, 2)}. */
    Coordinate bounds(Optional<TimeKeys> keys) {
        return coordinate(keys, 2, Attributes.NONE, (period, which) -> which == 0 ? period.start() : period.end());
    }

    /** Gives a time of a period. */
    private interface Moment {
        long of(TimePeriod period, int which);
    }

    private Coordinate coordinate(Optional<TimeKeys> keys, int each, Attributes attributes, Moment moment) {
        boolean whole = keys.filter(TimeKeys::timestamps).isPresent();
        long[] micros = new long[periods.size() * each];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = moment.of(periods.get(i / each), i % each);
        }
        if (whole) {
            return new Coordinate(ElementType.LONG, micros, attributes);
        }
        TimeUnits counted = counted();
        double[] numbers = new double[micros.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = counted.number(micros[i]);
        }
        return new Coordinate(ElementType.DOUBLE, numbers, attributes);
    }
}
