package dev.shoal.regrid;

/** What is too small to be told from rounding. */
final class Sliver {
    /** Overlaps of a smaller share of the smaller cell are left out. */
    static final double SHARE = 1e-12;

    /** Cells narrower than this many radians (6 nanometres on Earth) have no inside. */
    static final double THINNEST = 1e-15;

    private Sliver() {}

    /** Tells whether an overlap is left out. */
    static boolean is(double overlap, double one, double other) {
        return !(overlap > SHARE * Math.min(one, other));
    }
}
