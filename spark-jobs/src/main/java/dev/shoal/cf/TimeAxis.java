package dev.shoal.cf;

import java.util.Arrays;
import java.util.Optional;

/**
 * The times of a grid variable.
 *
 * @param variable that holds them
 * @param units as stored; empty where there are none
 * @param calendar CF's name of the calendar, or the stored text where it is none of CF's
 * @param numbers in those units, NaN where missing; one for a scalar coordinate; owned by this record
 * @param micros microseconds since 1970-01-01T00:00:00Z, rounded as {@link TimeUnits} says; absent unless every number
 *     has a timestamp; owned by this record
 * @param bounds first and end of what each number stands for, in the same units, shape {@code (numbers, 2)}; empty
 *     where the file gives none; owned by this record
 */
public record TimeAxis(
        String variable, String units, String calendar, double[] numbers, Optional<long[]> micros, double[] bounds) {

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeAxis that
                && variable.equals(that.variable)
                && units.equals(that.units)
                && calendar.equals(that.calendar)
                && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return 31 * variable.hashCode() + Arrays.hashCode(numbers);
    }
}
