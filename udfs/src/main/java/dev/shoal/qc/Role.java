package dev.shoal.qc;

/**
 * Names of what tests ask for beside a series' values. Any other name that a test asks for is a variable's, by its name
 * or its CF standard name.
 */
public final class Role {

    /** Latitude in degrees north. */
    public static final String LAT = "lat";

    /** Longitude in degrees east. */
    public static final String LON = "lon";

    /** Depth in metres, positive down. */
    public static final String DEPTH = "depth";

    /** Sea pressure in decibars, 0 at the surface. */
    public static final String PRESSURE = "sea_water_pressure";

    /** Temperature in degrees Celsius, on ITS-90. */
    public static final String TEMPERATURE = "sea_water_temperature";

    /** Practical salinity. */
    public static final String SALINITY = "sea_water_practical_salinity";

    /** The values as they were sent, before anyone took them for numbers; a text. */
    public static final String TEXT = "text";

    /** Id of what carried the sensor; a trait. */
    public static final String PLATFORM = "platform";

    private Role() {}
}
