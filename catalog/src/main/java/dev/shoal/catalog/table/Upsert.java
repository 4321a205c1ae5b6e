package dev.shoal.catalog.table;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.iceberg.spark.SparkWriteOptions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/**
 * One write of rows by their key.
 *
 * <p>A MERGE commits a snapshot even where it changes nothing, and costs as much as five other queries. So the rows
 * that are new or differ are found first: where there are none nothing is written, and where every key is new the rows
 * are added, by a commit that fails if another writer has come first.
 */
final class Upsert {

    private static final String SOURCE = "source";
    private static final String THERE = "there";
    private static final String KNOWN = "shoal_known";
    private static final String COPIES = "shoal_copies";

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
                            () -> Attempts.toWrite(identifier).until(() -> write(given.rows())));
        }
    }

    private long write(Dataset<Row> given) {
        Optional<Long> snapshot = snapshot();
        try (Kept changed = new Kept(spark, changed(given))) {
            Row counts = changed.rows()
                    .agg(count(lit(1)), count_if(col(KNOWN)), max(col(COPIES)))
                    .first();
            if (counts.getLong(0) == 0) {
                return 0;
            }
            if (counts.getLong(2) > 1) {
                throw repeatedKey(changed.rows());
            }
            if (counts.getLong(1) == 0) {
                add(changed.rows().drop(KNOWN, COPIES), snapshot);
            } else {
                merge(changed.rows().drop(KNOWN, COPIES));
            }
            return counts.getLong(0);
        }
    }

    private Optional<Long> snapshot() {
        try {
            return Optional.ofNullable(
                            Spark3Util.loadIcebergTable(spark, identifier).currentSnapshot())
                    .map(Snapshot::snapshotId);
        } catch (ParseException | NoSuchTableException gone) {
            throw new IllegalStateException("Cannot find the table " + identifier + ", which was there before.", gone);
        }
    }

    /** Adds rows; an overwrite of nothing, since only that refuses what others have committed in between. */
    private void add(Dataset<Row> rows, Optional<Long> snapshot) {
        DataFrameWriterV2<Row> writer =
                rows.writeTo(identifier).option(SparkWriteOptions.ISOLATION_LEVEL, "serializable");
        snapshot.ifPresent(id -> writer.option(SparkWriteOptions.VALIDATE_FROM_SNAPSHOT_ID, Long.toString(id)));
        try {
            writer.overwrite(lit(false));
        } catch (NoSuchTableException gone) {
            throw new IllegalStateException("Cannot find the table " + identifier + ", which was there before.", gone);
        }
    }

    private void merge(Dataset<Row> rows) {
        rows.as(SOURCE)
                .mergeInto(identifier, matches(this::target))
                .whenMatched(differs(this::target))
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .merge();
    }

    /** Returns the rows that are new or differ, with whether their key is there and how many rows were given of it. */
    private Dataset<Row> changed(Dataset<Row> given) {
        Dataset<Row> counted = given.withColumn(COPIES, count(lit(1)).over(Window.partitionBy(key())));
        Dataset<Row> there =
                spark.table(identifier).withColumn(KNOWN, lit(true)).as(THERE);
        Function<String, Column> existing = column -> col(THERE + "." + column);
        return counted.as(SOURCE)
                .join(there, matches(existing), "left")
                .where(col(KNOWN).isNull().or(differs(existing)))
                .select(col(SOURCE + ".*"), col(KNOWN).isNotNull().as(KNOWN));
    }

    private Column[] key() {
        return table.key().stream().map(functions::col).toArray(Column[]::new);
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
    private IllegalArgumentException repeatedKey(Dataset<Row> changed) {
        Row first = changed.where(col(COPIES).gt(1))
                .orderBy(key())
                .select(array(castKey()), col(COPIES))
                .first();
        return new IllegalArgumentException("Cannot register in " + identifier + ": " + table.key() + " = "
                + first.getList(0) + " comes " + first.getLong(1) + " times, expected once. Give each key one row.");
    }

    private Column[] castKey() {
        return Arrays.stream(key()).map(column -> column.cast("string")).toArray(Column[]::new);
    }
}
