package dev.shoal.qc.autoqc;

/** What a check looks at beside the temperatures. */
public enum AutoqcNeed {
    /** Depth of each level. */
    DEPTH,
    /** Practical salinity of each level. */
    SALINITY,
    /** Latitude of the cast. */
    LATITUDE,
    /** Longitude of the cast. */
    LONGITUDE,
    /** Date of the cast. */
    DATE,
    /** Instrument that took the cast. */
    PROBE
}
