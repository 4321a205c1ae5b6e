package dev.shoal.cf;

import java.util.Arrays;
import java.util.Locale;
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

    /**
     * Returns the levels as depths in metres, positive down; nothing where they are no lengths. Levels that do not say
     * which way they count are taken as depths, but those of heights by name, and those that are all below zero.
     */
    public Optional<double[]> depthMetres() {
        String name = variable.substring(variable.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        Optional<Double> metres = units.isEmpty() && name.startsWith("dep") ? Optional.of(1.0) : CfUnits.metres(units);
        boolean isUp = positive.map(way -> way.equalsIgnoreCase("up"))
                .orElse(name.matches("(alt|height|elev).*")
                        || (Arrays.stream(values).allMatch(level -> level <= 0)
                                && Arrays.stream(values).anyMatch(level -> level < 0)));
        double sign = isUp ? -1 : 1;
        return metres.map(unit ->
                Arrays.stream(values).map(level -> sign * unit * level + 0.0).toArray());
    }

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
