package dev.shoal.qc.argo;

import java.util.List;

/**
 * Calibration of a chlorophyll fluorometer, and the dark counts of its first deep profiles.
 *
 * @param darkCounts {@code DARK_CHLA} as calibrated before launch; NaN where unknown
 * @param scale {@code SCALE_CHLA}, mg/m3 a count
 * @param firstDarks {@code PRELIM_DARK_CHLA}: dark counts of up to five deep profiles before this one
 */
public record Fluorometer(double darkCounts, double scale, List<Double> firstDarks) {

    /** A fluorometer of which nothing is known. */
    public static final Fluorometer UNKNOWN = new Fluorometer(Double.NaN, Double.NaN, List.of());

    /** How many deep profiles tell the dark counts for good. */
    public static final int ENOUGH_DARKS = 5;

    /** Copies the list; refuses a longer one. */
    public Fluorometer {
        firstDarks = List.copyOf(firstDarks);
        if (firstDarks.size() > ENOUGH_DARKS) {
            throw new IllegalArgumentException("Cannot make a fluorometer: found " + firstDarks.size()
                    + " dark counts, expected those of the first " + ENOUGH_DARKS + " deep profiles at most.");
        }
    }

    /** Tells whether the calibration is known. */
    public boolean isKnown() {
        return Double.isFinite(darkCounts) && Double.isFinite(scale);
    }
}
