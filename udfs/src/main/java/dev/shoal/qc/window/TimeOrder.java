package dev.shoal.qc.window;

/** The order in which the times of a series follow each other. */
public enum TimeOrder {

    /** No time is before the one before it; so are fewer than two times. */
    ASCENDING,

    /** No time is after the one before it, and the last is before the first. */
    DESCENDING,

    /** Some times ascend and some descend, or some are missing. */
    NONE;

    /**
     * Finds the order of times.
     *
     * @param times the first {@code size} are looked at; not changed
     * @param missing stands for a time that is missing
     */
    public static TimeOrder of(long[] times, int size, long missing) {
        boolean ascending = true;
        boolean descending = true;
        boolean complete = size < 1 || times[0] != missing;
        for (int i = 1; i < size; i++) {
            ascending &= times[i - 1] <= times[i];
            descending &= times[i - 1] >= times[i];
            complete &= times[i] != missing;
        }
        if (!complete) {
            return NONE;
        }
        return ascending ? ASCENDING : descending ? DESCENDING : NONE;
    }
}
