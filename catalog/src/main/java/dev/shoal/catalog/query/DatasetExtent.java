package dev.shoal.catalog.query;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;

import dev.shoal.catalog.Footprint;
import dev.shoal.catalog.FootprintBuilder;
import dev.shoal.catalog.TimeRange;
import dev.shoal.catalog.table.GranulesTable;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What the granules of a dataset cover together.
 *
 * @param granules their number
 * @param count observations or time steps in all of them
 * @param time from the first to the last instant, absent where no granule has times
 * @param footprint that holds all of theirs, absent where no granule has one
 */
public record DatasetExtent(long granules, long count, Optional<TimeRange> time, Optional<Footprint> footprint) {

    /**
     * Adds up granules on the executors; only the sums and one bounded footprint per partition reach the driver.
     *
     * @param granules rows of {@link GranulesTable}
     */
    public static DatasetExtent of(Dataset<Row> granules) {
        Row sums = granules.agg(
                        functions.count(lit(1)),
                        coalesce(sum(col("count")), lit(0L)),
                        min(unix_micros(col("time_first"))),
                        max(unix_micros(col("time_last"))))
                .head();
        Optional<TimeRange> time =
                sums.isNullAt(2) ? Optional.empty() : Optional.of(new TimeRange(sums.getLong(2), sums.getLong(3)));
        return new DatasetExtent(sums.getLong(0), sums.getLong(1), time, footprint(granules));
    }

    private static Optional<Footprint> footprint(Dataset<Row> granules) {
        return granules.toJavaRDD()
                .treeAggregate(new FootprintBuilder(), DatasetExtent::withGranule, DatasetExtent::withAll)
                .build();
    }

    private static FootprintBuilder withGranule(FootprintBuilder builder, Row granule) {
        GranulesTable.TABLE.value(granule).footprint().ifPresent(builder::add);
        return builder;
    }

    private static FootprintBuilder withAll(FootprintBuilder builder, FootprintBuilder other) {
        builder.add(other);
        return builder;
    }
}
