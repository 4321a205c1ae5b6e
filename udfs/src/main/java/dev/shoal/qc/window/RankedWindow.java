package dev.shoal.qc.window;

/** The values of a window in order, as they come and go. */
interface RankedWindow {

    /** Longest window that an array kept in order serves faster than trees. */
    int LONGEST_ARRAY = 1024;

    /** Returns an empty window for so many values at most. */
    static RankedWindow of(int slots) {
        return slots <= LONGEST_ARRAY ? new SortedWindow(slots) : new TreeWindow(slots);
    }

    /**
     * Adds a value.
     *
     * @param slot free place in the window, below its length
     */
    void add(int slot, double value);

    /** Takes away the value that was added at a place. */
    void take(int slot, double value);

    int size();

    /** Returns the middle value, the mean of the two middle ones where their number is even; there must be one. */
    double median();

    /** Returns the median distance from the median. */
    double medianDistance(double median);

    /** Returns the mean of two numbers, whatever their size. */
    static double mean(double a, double b) {
        return a / 2 + b / 2;
    }
}
