package dev.shoal.source;

/** Values that can be added up where they lie. */
interface Tallied {

    /** Adds the values of rows. */
    void add(int from, int to, Tally tally);

    /** Takes the extremes of rows. */
    void extend(int from, int to, Tally tally);
}
