package dev.shoal.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a query wants of every file.
 *
 * @param columns to be read, in the order of the batches' columns
 * @param ranges bounds on the coordinates of the rows
 */
record ScanRequest(List<SourceColumn> columns, CoordinateRanges ranges) implements Serializable {

    /** The most rows in a batch. */
    static final int BATCH_ROWS = 1 << 15;

    /** Copies the list. */
    ScanRequest {
        columns = new ArrayList<>(columns);
    }

    /** Returns the names of the file's variables to be read. */
    List<String> variables() {
        return columns.stream()
                .filter(column -> column.role() == ColumnRole.VARIABLE)
                .map(SourceColumn::name)
                .toList();
    }

    /** Tells whether latitudes or longitudes are bounded. */
    boolean boundsPositions() {
        return ranges.bounds("lat") || ranges.bounds("lon");
    }

    /** Returns the decoded bytes of the variables' values in one row. */
    long rowBytes() {
        return columns.stream()
                .filter(column -> column.role() == ColumnRole.VARIABLE)
                .mapToLong(SourceColumn::bytes)
                .sum();
    }
}
