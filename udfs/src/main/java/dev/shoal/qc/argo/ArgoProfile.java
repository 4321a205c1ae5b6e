package dev.shoal.qc.argo;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One profile of a float.
 *
 * <p>Arrays are lent: nobody copies or changes them.
 *
 * @param station where and when it was taken
 * @param sampling how its levels were sampled
 * @param mode whether its values are adjusted
 * @param parameters values by Argo's parameter name (without {@code _ADJUSTED}), such as {@code PRES} in dbar,
 *     {@code TEMP} in degrees Celsius (ITS-90), {@code PSAL} (PSS-78), {@code DOXY} in micromole/kg; each shape
 *     {@code (levels)} in the order of the file, NaN where missing
 * @param traits of the float
 * @param profilePressure {@code CONFIG_ProfilePressure_dbar}, the pressure from which the float was told to profile;
 *     NaN where unknown
 * @param parkingPressure dbar at which the float drifted before the profile; NaN where unknown
 */
public record ArgoProfile(
        Station station,
        Sampling sampling,
        ArgoMode mode,
        SortedMap<String, double[]> parameters,
        Set<FloatTrait> traits,
        double profilePressure,
        double parkingPressure) {

    /** Refuses parameters of different numbers of levels. */
    public ArgoProfile {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        traits = traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
        int levels = levels(parameters);
        parameters.forEach((name, values) -> {
            if (values.length != levels) {
                throw new IllegalArgumentException("Cannot make a profile of " + station.platform() + ", cycle "
                        + station.cycle() + ": found " + values.length + " levels of " + name + ", expected " + levels
                        + " as of the other parameters.");
            }
        });
    }

    /** Makes a primary profile in real time of a float without particular traits. */
    public static ArgoProfile of(Station station, Map<String, double[]> parameters) {
        return new ArgoProfile(
                station,
                Sampling.PRIMARY,
                ArgoMode.REAL_TIME,
                new TreeMap<>(parameters),
                Set.of(),
                Double.NaN,
                Double.NaN);
    }

    /** Returns the number of levels. */
    public int levels() {
        return levels(parameters);
    }

    /** Returns the same profile of other sampling. */
    public ArgoProfile with(Sampling sampled) {
        return new ArgoProfile(station, sampled, mode, parameters, traits, profilePressure, parkingPressure);
    }

    /** Returns the same profile in another mode. */
    public ArgoProfile with(ArgoMode other) {
        return new ArgoProfile(station, sampling, other, parameters, traits, profilePressure, parkingPressure);
    }

    /** Returns the same profile of a float with these traits. */
    public ArgoProfile with(Set<FloatTrait> others) {
        return new ArgoProfile(station, sampling, mode, parameters, others, profilePressure, parkingPressure);
    }

    /**
     * Returns the same profile of a float that was told other pressures.
     *
     * @param profiling dbar from which the float profiles; NaN where unknown
     * @param parking dbar at which the float drifts; NaN where unknown
     */
    public ArgoProfile withMission(double profiling, double parking) {
        return new ArgoProfile(station, sampling, mode, parameters, traits, profiling, parking);
    }

    private static int levels(SortedMap<String, double[]> parameters) {
        return parameters.values().stream()
                .findFirst()
                .map(values -> values.length)
                .orElse(0);
    }
}
