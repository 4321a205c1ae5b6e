package dev.shoal.cf;

/** How a file lays the observations of several features side by side (CF 1.11, section 9.3). */
public enum Representation {
    /** All features share their coordinates, or there is one feature. */
    ORTHOGONAL("orthogonal multidimensional array"),
    /** Every feature has its own coordinates, padded to the longest. */
    INCOMPLETE("incomplete multidimensional array"),
    /** Features lie one behind the other, with their lengths beside. */
    CONTIGUOUS_RAGGED("contiguous ragged array"),
    /** Every observation names its feature. */
    INDEXED_RAGGED("indexed ragged array"),
    /** Profiles lie one behind the other, and belong to features in their turn. */
    DOUBLY_RAGGED("ragged array of ragged arrays");

    private final String title;

    Representation(String title) {
        this.title = title;
    }

    /** Returns CF's name of it. */
    public String title() {
        return title;
    }
}
