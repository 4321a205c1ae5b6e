package dev.shoal.job.demo;

/**
 * Something wrong that was put into the archive on purpose, so that what a run finds can be held against it.
 *
 * @param file path relative to the archive
 * @param variable that carries it; the whole file where empty
 * @param kind what is wrong
 * @param values how many values are wrong
 */
public record Fault(String file, String variable, Kind kind, int values) {

    /** What can be wrong. */
    public enum Kind {
        /** Single values far from their neighbours. */
        SPIKE,
        /** Runs of one value repeated. */
        STUCK,
        /** Values that no sea water has. */
        OUT_OF_RANGE,
        /** Fill values in the middle of a record, or samples that are not there at all. */
        GAP,
        /** A file cut short inside its data. */
        TRUNCATED
    }
}
