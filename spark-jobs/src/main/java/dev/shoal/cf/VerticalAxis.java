package dev.shoal.cf;

import java.util.Arrays;
import java.util.Optional;

/**
 * The levels of a grid variable.
 *
 * @param variable that holds them, or the dimension's name where the file has no such variable
 * @param units as stored; empty where there are none
 * @param positive {@code up} or {@code down}, as stored
 * @param values in those units; one for a scalar coordinate; owned by this record
 */
public record VerticalAxis(String variable, String units, Optional<String> positive, double[] values) {

    @Override
    public boolean equals(Object other) {
        return other instanceof VerticalAxis that
                && variable.equals(that.variable)
                && units.equals(that.units)
                && positive.equals(that.positive)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * variable.hashCode() + Arrays.hashCode(values);
    }
}
