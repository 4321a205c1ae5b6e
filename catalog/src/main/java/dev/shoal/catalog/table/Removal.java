package dev.shoal.catalog.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** One removal of rows by their key; where no row has a key the table gets no new snapshot. */
final class Removal {

    private static final String SOURCE = "source";

    private final SparkSession spark;
    private final String identifier;
    private final CatalogTable<?> table;

    Removal(SparkSession spark, String identifier, CatalogTable<?> table) {
        this.spark = spark;
        this.identifier = identifier;
        this.table = table;
    }

    long run(Dataset<Row> keys) {
        Column[] key = table.key().stream().map(functions::col).toArray(Column[]::new);
        try (Kept given = new Kept(spark, keys.select(key).distinct())) {
            return new JobDescription(spark)
                    .during(
                            "Remove from " + identifier,
                            () -> Attempts.toWrite(identifier).until(() -> delete(given.rows())));
        }
    }

    private long delete(Dataset<Row> given) {
        Dataset<Row> source = given.as(SOURCE);
        long count = source.join(
                        spark.table(identifier).as("there"), matches(column -> col("there." + column)), "left_semi")
                .count();
        if (count > 0) {
            source.mergeInto(identifier, matches(column -> col(identifier + "." + column)))
                    .whenMatched()
                    .delete()
                    .merge();
        }
        return count;
    }

    private Column matches(Function<String, Column> other) {
        return table.key().stream()
                .map(column -> col(SOURCE + "." + column).equalTo(other.apply(column)))
                .reduce(lit(true), Column::and);
    }
}
