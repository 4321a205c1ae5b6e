package dev.shoal.regrid.time;

/** What becomes of the values of a period's steps. Missing values take no part in any of them. */
public enum TimeStatistic {
    /** The mean, weighted by how long each step lasts where that is known. */
    MEAN("mean"),
    /** The sum of the values, whatever their steps' lengths. */
    SUM("sum"),
    MINIMUM("minimum"),
    MAXIMUM("maximum"),
    /** The number of valid values. */
    COUNT("sum"),
    /** The earliest valid value. */
    FIRST("point"),
    /** The latest valid value. */
    LAST("point");

    private final String method;

    TimeStatistic(String method) {
        this.method = method;
    }

    /** Returns the name in {@code cell_methods} (CF 1.11, appendix E). */
    public String method() {
        return method;
    }
}
