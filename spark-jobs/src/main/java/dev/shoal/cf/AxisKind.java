package dev.shoal.cf;

/** What a coordinate variable measures. */
enum AxisKind {
    LATITUDE,
    LONGITUDE,
    TIME,
    /** A vertical distance, in a unit of length. */
    DEPTH,
    PRESSURE,
    /** A vertical coordinate without a unit of length: a model level, sigma, s. */
    LEVEL,
    PROJECTED_X,
    PROJECTED_Y;

    boolean isVertical() {
        return this == DEPTH || this == PRESSURE || this == LEVEL;
    }

    boolean isProjected() {
        return this == PROJECTED_X || this == PROJECTED_Y;
    }
}
