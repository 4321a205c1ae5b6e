package dev.shoal.regrid;

/**
 * The two source positions on either side of a coordinate.
 *
 * @param lower position on the source axis, as stored, on the side of the smaller coordinate; -1 where the coordinate
 *     lies outside
 * @param upper position on the other side; the same as {@code lower} on an axis of one value
 * @param fraction how far the coordinate lies from lower to upper, in [0, 1]
 */
record Bracket(int lower, int upper, double fraction) {
    static final Bracket OUTSIDE = new Bracket(-1, -1, 0);

    boolean inside() {
        return lower >= 0;
    }
}
