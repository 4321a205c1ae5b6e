package dev.shoal.stage;

import dev.shoal.qc.Series;
import org.apache.spark.sql.Row;

/**
 * One value and where it came from.
 *
 * @param timeMicros microseconds since 1970 UTC, {@link Series#NO_TIME} where missing
 * @param value NaN where missing
 * @param file that it was read from
 * @param index 0-based number of the observation in the file
 */
public record FlaggedSample(long timeMicros, double value, String file, long index) {

    static FlaggedSample of(Row row) {
        return new FlaggedSample(
                row.isNullAt(0) ? Series.NO_TIME : row.getLong(0),
                row.isNullAt(1) ? Double.NaN : row.getDouble(1),
                row.getString(2),
                row.getLong(3));
    }
}
