package dev.shoal.stage;

/**
 * What tells one series from another.
 *
 * @param platform that it belongs to
 * @param series its name
 */
record SeriesKey(String platform, String series) {

    /** Tells whether this is the key of these, without making another. */
    boolean is(String otherPlatform, String otherSeries) {
        return series.equals(otherSeries) && platform.equals(otherPlatform);
    }
}
