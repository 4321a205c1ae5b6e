package dev.shoal.qc.manual;

/**
 * Turns the depths of a profile into a distance travelled, an axis that never steps back however the instrument bobs.
 *
 * <p>On a steady descent or ascent distances are differences of depth; beyond a turn they count on. One instance serves
 * one profile from its first sample on.
 */
public final class ProfilePath {

    private static final double MICROMETRES = 1e6;

    private long travelled;
    private double before = Double.NaN;

    /**
     * Returns how far the next sample lies from the profile's first, in micrometres; {@link Long#MIN_VALUE} where its
     * depth is missing.
     *
     * @param depth metres or decibars, of either sign
     */
    public long next(double depth) {
        if (!Double.isFinite(depth)) {
            return Long.MIN_VALUE;
        }
        if (!Double.isNaN(before)) {
            travelled += Math.round(Math.abs(depth - before) * MICROMETRES);
        }
        before = depth;
        return travelled;
    }

    /**
     * Returns a thickness in the unit of the path.
     *
     * @param thickness metres or decibars, above 0
     */
    public static long micrometres(double thickness) {
        return Math.max(1, Math.round(thickness * MICROMETRES));
    }
}
