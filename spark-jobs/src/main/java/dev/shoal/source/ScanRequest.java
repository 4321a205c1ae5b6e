package dev.shoal.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a query wants of every file.
 *
 * @param columns to be read, in the order of the batches' columns
 * @param ranges bounds on the coordinates of the rows
 * @param platforms of observations
 * @param memoryBytes most bytes that a task holds of what it decodes
 */
record ScanRequest(List<SourceColumn> columns, CoordinateRanges ranges, NameChoice platforms, long memoryBytes)
        implements Serializable {

    /** The most rows in a batch. */
    static final int BATCH_ROWS = 1 << 15;

    /** Copies the list. */
    ScanRequest {
        columns = new ArrayList<>(columns);
    }

    /** Makes a request with Shoal's own bound on memory. */
    ScanRequest(List<SourceColumn> columns, CoordinateRanges ranges) {
        this(columns, ranges, NameChoice.ANY, SourceOptions.MOST_BYTES);
    }

    /** Returns the same within other bounds. */
    ScanRequest within(CoordinateRanges others) {
        return new ScanRequest(columns, others, platforms, memoryBytes);
    }

    /**
     * Returns the most cells that are decoded at once: as stored and as shown they take half of the memory, the rest is
     * for the chunk that is being decoded.
     */
    long mostCells() {
        return Math.max(1, Math.min(CellBlocks.MOST_CELLS, memoryBytes / 4 / Math.max(1, rowBytes())));
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
