package dev.shoal.source;

import java.util.Optional;
import org.apache.spark.sql.connector.read.colstats.ColumnStatistics;

/**
 * What a scan tells Spark's planner of a coordinate.
 *
 * @param min least value as Spark holds it
 * @param max greatest value
 */
record CoordinateStatistics(Optional<Object> min, Optional<Object> max) implements ColumnStatistics {

    /** Takes the values of a coordinate among known cells. */
    static CoordinateStatistics of(SourceColumn column, CellTotals totals) {
        return new CoordinateStatistics(
                Optional.ofNullable(
                        new TotalsColumn(TotalsColumn.Kind.MIN, column.name(), column.type()).value(totals)),
                Optional.ofNullable(
                        new TotalsColumn(TotalsColumn.Kind.MAX, column.name(), column.type()).value(totals)));
    }
}
