package dev.shoal.cf;

/** The kind of sampling that a file holds (CF 1.11, chapter 9), with grids and swaths beside. */
public enum FeatureType {
    GRID("grid"),
    /** Repeated values at one place. */
    TIME_SERIES("timeSeries"),
    /** Values down one vertical line at one time. */
    PROFILE("profile"),
    /** Values along a path. */
    TRAJECTORY("trajectory"),
    /** Profiles at one place. */
    TIME_SERIES_PROFILE("timeSeriesProfile"),
    /** Profiles along a path. */
    TRAJECTORY_PROFILE("trajectoryProfile"),
    /** Values with no order among them. */
    POINT("point"),
    /** A grid in the coordinates of a scanning instrument. */
    SWATH("swath"),
    /** Neither declared nor to be told from the file's structure. */
    UNKNOWN("unknown");

    private final String title;

    FeatureType(String title) {
        this.title = title;
    }

    /** Returns CF's spelling. */
    public String title() {
        return title;
    }

    /** Tells whether it is one of CF's discrete sampling geometries. */
    public boolean isSampling() {
        return this != GRID && this != SWATH && this != UNKNOWN;
    }

    /** Tells whether the QC of it runs along single profiles. */
    public boolean isProfiles() {
        return this == PROFILE || this == TRAJECTORY_PROFILE;
    }
}
