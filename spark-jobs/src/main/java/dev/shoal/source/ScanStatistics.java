package dev.shoal.source;

import java.util.Map;
import java.util.OptionalLong;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.colstats.ColumnStatistics;

/**
 * What a scan tells Spark's planner.
 *
 * @param bytes of the rows' columns
 * @param rows that are read
 * @param columnStats of coordinates, where they are known exactly
 */
record ScanStatistics(long bytes, long rows, Map<NamedReference, ColumnStatistics> columnStats) implements Statistics {

    @Override
    public OptionalLong sizeInBytes() {
        return OptionalLong.of(bytes);
    }

    @Override
    public OptionalLong numRows() {
        return OptionalLong.of(rows);
    }
}
