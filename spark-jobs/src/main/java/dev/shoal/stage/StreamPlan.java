package dev.shoal.stage;

import dev.shoal.spec.RunSpec;

/**
 * What a stream is to do, settled before it begins.
 *
 * @param spec what is read and how it is judged
 * @param options how the stream goes
 * @param columns of the dataset's table
 * @param suites tests of the columns
 * @param rows that the table has before
 * @param run id of the run
 * @param startMicros when it began, microseconds since 1970 UTC
 */
record StreamPlan(
        RunSpec spec,
        StreamOptions options,
        ObservationTable columns,
        StreamSuites suites,
        long rows,
        String run,
        long startMicros) {

    /** Returns the full name of the dataset's table. */
    String table() {
        return ObservationProduct.table(spec.dataset());
    }

    StreamWriter writer() {
        return new StreamWriter(table(), columns, run, fingerprint());
    }

    /**
     * Returns what tells this stream's state from that of streams that judge otherwise or other columns, whose states
     * it could not go on with.
     */
    String fingerprint() {
        String decisive = spec.fingerprint() + "\n" + suites.general().columns() + "\n" + columns.names() + "\n"
                + StreamState.FORM;
        return RunSpec.sha256(decisive).substring(0, 16);
    }
}
