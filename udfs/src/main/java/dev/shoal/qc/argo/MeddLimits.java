package dev.shoal.qc.argo;

import java.io.Serializable;
import java.util.List;

/**
 * What the MEDD test allows one variable (MEDD test specification 1.2, D. Dobler, IFREMER 2019).
 *
 * @param steepest change in unit/dbar above which a level is left out of the median, in each of the six layers
 * @param steepestTurn likewise where the change turns round
 * @param distance from the median, in the plane of value and pressure, that passes in each of four zones: as a fraction
 *     of the profile's extent
 * @param narrowest least extent of values, in the variable's unit
 * @param widest greatest extent of values
 * @param steepestRise change in unit/dbar above which a level is left out, infinite for none
 * @param steepestFall change in unit/dbar, negative, below which a level is left out, infinite for none
 * @param warming change in unit/dbar above which the top of a profile is not its own median, infinite for none
 */
public record MeddLimits(
        List<Double> steepest,
        List<Double> steepestTurn,
        List<Double> distance,
        double narrowest,
        double widest,
        double steepestRise,
        double steepestFall,
        double warming)
        implements Serializable {

    static final List<Double> LAYERS = List.of(60.0, 150.0, 500.0, 1000.0, 2100.0);
    static final List<Double> ZONES = List.of(500.0, 1000.0, 1500.0);

    private static final double NONE = Double.POSITIVE_INFINITY;

    /** Temperature (degrees Celsius) where density is known. */
    public static final MeddLimits TEMPERATURE = temperature(List.of(0.15, 0.15, 0.1, 0.1));

    /** Temperature (degrees Celsius) where nothing else is known. */
    public static final MeddLimits LONE_TEMPERATURE = temperature(List.of(0.22, 0.22, 0.15, 0.1));

    /** Temperature (degrees Celsius) where nothing else is known, within 10 degrees of the equator. */
    public static final MeddLimits LONE_EQUATORIAL_TEMPERATURE = temperature(List.of(0.6, 0.18, 0.15, 0.1));

    /** Practical salinity. */
    public static final MeddLimits SALINITY = new MeddLimits(
            List.of(1.0, 1.0, 0.08, 0.02, 0.004, 0.0002),
            List.of(0.01, 0.01, 0.005, 0.0001, 0.0002, 0.0002),
            List.of(0.08, 0.08, 0.07, 0.07),
            1,
            5,
            NONE,
            -NONE,
            NONE);

    /** Potential density (kg/m3). */
    public static final MeddLimits DENSITY = new MeddLimits(
            List.of(1.5, 0.07, 0.07, 0.005, 0.005, 0.0004),
            List.of(0.006, 0.006, 0.001, 0.0004, 0.0004, 0.0004),
            List.of(0.08, 0.08, 0.04, 0.04),
            1,
            6,
            NONE,
            -0.001,
            NONE);

    /** Refuses lists of other lengths, and copies them. */
    public MeddLimits {
        steepest = List.copyOf(steepest);
        steepestTurn = List.copyOf(steepestTurn);
        distance = List.copyOf(distance);
        if (steepest.size() != LAYERS.size() + 1
                || steepestTurn.size() != LAYERS.size() + 1
                || distance.size() != ZONES.size() + 1) {
            throw new IllegalArgumentException("Cannot make limits of the MEDD test: found " + steepest.size() + ", "
                    + steepestTurn.size() + " and " + distance.size() + " values, expected 6, 6 and 4.");
        }
    }

    private static MeddLimits temperature(List<Double> distance) {
        return new MeddLimits(
                List.of(5.0, 3.5, 0.5, 0.15, 0.05, 0.0004),
                List.of(0.08, 0.08, 0.03, 0.01, 0.003, 0.0004),
                distance,
                4,
                10,
                0.5,
                -NONE,
                0.1);
    }

    /**
     * Returns the limits of a temperature where nothing else is known.
     *
     * @param latitude degrees north
     * @param equatorial degrees of latitude up to which those of the equator hold
     */
    public static MeddLimits loneTemperature(double latitude, double equatorial) {
        return Math.abs(latitude) <= equatorial ? LONE_EQUATORIAL_TEMPERATURE : LONE_TEMPERATURE;
    }

    /** Returns the value of the layer or zone that a pressure lies in. */
    static double at(double pressure, List<Double> boundaries, List<Double> values) {
        int layer = 0;
        while (layer < boundaries.size() && pressure >= boundaries.get(layer)) {
            layer++;
        }
        return values.get(layer);
    }
}
