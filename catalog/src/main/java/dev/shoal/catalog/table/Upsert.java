package dev.shoal.catalog.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/**
 * One write of rows by their key.
 *
 * <p>A MERGE commits a snapshot even where it changes nothing, so the rows that differ are found first and the MERGE
 * runs over these alone, or not at all.
 */
final class Upsert {

    private static final String SOURCE = "source";

    private final SparkSession spark;
    private final String identifier;
    private final CatalogTable<?> table;

    Upsert(SparkSession spark, String identifier, CatalogTable<?> table) {
        this.spark = spark;
        this.identifier = identifier;
        this.table = table;
    }

    long run(Dataset<Row> rows) {
        try (Kept given = new Kept(spark, aligned(rows))) {
            return new JobDescription(spark)
                    .during(
                            "Register in " + identifier,
                            () -> Attempts.toWrite(identifier).until(() -> merge(given.rows())));
        }
    }

    private long merge(Dataset<Row> given) {
        try (Kept changed = new Kept(spark, changed(given))) {
            long count = changed.rows().count();
            if (count > 0) {
                refuseRepeatedKeys(given, changed.rows());
                changed.rows()
                        .as(SOURCE)
                        .mergeInto(identifier, matches(this::target))
                        .whenMatched(differs(this::target))
                        .updateAll()
                        .whenNotMatched()
                        .insertAll()
                        .merge();
            }
            return count;
        }
    }

    private Dataset<Row> changed(Dataset<Row> given) {
        Dataset<Row> there = spark.table(identifier).as("there");
        Function<String, Column> existing = column -> col("there." + column);
        Column same = matches(existing).and(not(differs(existing)));
        return given.as(SOURCE).join(there, same, "left_anti");
    }

    private Column matches(Function<String, Column> other) {
        return table.key().stream()
                .map(column -> source(column).equalTo(other.apply(column)))
                .reduce(lit(true), Column::and);
    }

    private Column differs(Function<String, Column> other) {
        return table.content().stream()
                .map(column -> not(source(column).eqNullSafe(other.apply(column))))
                .reduce(lit(false), Column::or);
    }

    private Column target(String column) {
        return col(identifier + "." + column);
    }

    private static Column source(String column) {
        return col(SOURCE + "." + column);
    }

    private Dataset<Row> aligned(Dataset<Row> rows) {
        List<String> found = described(rows.schema().fields());
        List<String> expected = described(table.schema().fields());
        if (!found.containsAll(expected) || found.size() != expected.size()) {
            throw new IllegalArgumentException("Cannot register in " + identifier + ": found the columns " + found
                    + ", expected " + expected + ". Make the rows with the row and encoder of the table.");
        }
        return rows.select(
                Arrays.stream(table.schema().fieldNames()).map(functions::col).toArray(Column[]::new));
    }

    private static List<String> described(StructField[] fields) {
        return Arrays.stream(fields)
                .map(field -> field.name() + " " + field.dataType().catalogString())
                .toList();
    }

    /** Only keys with a changed row matter: where no row of a key differs, none is written. */
    private void refuseRepeatedKeys(Dataset<Row> given, Dataset<Row> changed) {
        Column[] key = table.key().stream().map(functions::col).toArray(Column[]::new);
        List<Row> repeated = given.as(SOURCE)
                .join(changed.as("changed"), matches(column -> col("changed." + column)), "left_semi")
                .groupBy(key)
                .count()
                .where(col("count").gt(1))
                .orderBy(key)
                .takeAsList(1);
        if (!repeated.isEmpty()) {
            Row first = repeated.get(0);
            throw new IllegalArgumentException("Cannot register in " + identifier + ": " + table.key() + " = "
                    + first.toSeq().init().mkString("[", ", ", "]") + " comes " + first.getLong(first.size() - 1)
                    + " times, expected once. Give each key one row.");
        }
    }
}
