package dev.shoal.stage;

import dev.shoal.cf.CfCalendar;
import dev.shoal.cf.TimeUnits;
import dev.shoal.stage.GridDescription.Steps;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When the steps of a dataset are, and how long they last, in microseconds of their calendar. */
final class StepSpans {

    private final Map<Long, Long> times = new HashMap<>();
    private final Map<Long, long[]> bounds = new HashMap<>();
    private Optional<TimeUnits> first = Optional.empty();

    /** Takes the steps of a field. */
    void take(Steps steps, TimeKeys keys) {
        Optional<TimeUnits> units = TimeUnits.parse(steps.units(), steps.calendar(), problem -> {});
        if (units.isEmpty()) {
            return;
        }
        first = first.or(() -> units);
        for (int step = 0; step < steps.count(); step++) {
            long key = keys.key(steps, step);
            times.put(key, units.get().calendarMicros(steps.numbers()[step]));
            if (steps.bounds().length == 2 * steps.count()) {
                long start = units.get().calendarMicros(steps.bounds()[2 * step]);
                long end = units.get().calendarMicros(steps.bounds()[2 * step + 1]);
                bounds.put(key, new long[] {start, end});
            }
        }
    }

    /** Returns the units of the first steps. */
    Optional<TimeUnits> units() {
        return first;
    }

    /** Returns the calendar of all steps. */
    CfCalendar calendar() {
        return first.map(TimeUnits::calendar).orElse(CfCalendar.STANDARD);
    }

    /** Returns the time of each step, {@link TimeUnits#MISSING} where its units cannot be read. */
    long[] times(long[] keys) {
        long[] found = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            found[i] = times.getOrDefault(keys[i], TimeUnits.MISSING);
        }
        return found;
    }

    /** Returns first and end of each step, or an empty array where any has none. */
    long[] bounds(long[] keys) {
        long[] found = new long[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
            long[] pair = bounds.get(keys[i]);
            if (pair == null) {
                return new long[0];
            }
            found[2 * i] = pair[0];
            found[2 * i + 1] = pair[1];
        }
        return found;
    }
}
