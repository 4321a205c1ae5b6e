package dev.shoal.catalog.table;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.encoders.RowEncoder;
import org.apache.spark.sql.types.StructType;

/**
 * A table of the catalogue: its schema, its key, and the way between its rows and the records of one type. Stateless
 * and thread-safe; {@code row} and {@code encoder} are for tasks on executors too.
 *
 * @param <T> record of one row
 */
public sealed interface CatalogTable<T>
        permits InventoryTable, RejectsTable, DatasetsTable, GranulesTable, RunsTable, QcTestsTable, QcUnrunTable {

    /** Returns every table of the catalogue. */
    static List<CatalogTable<?>> all() {
        return List.of(
                InventoryTable.TABLE,
                RejectsTable.TABLE,
                DatasetsTable.TABLE,
                GranulesTable.TABLE,
                RunsTable.TABLE,
                QcTestsTable.TABLE,
                QcUnrunTable.TABLE);
    }

    /** Returns the name of the table within its namespace. */
    String name();

    /** Returns the columns; the comment of each is its documentation and goes into the table. */
    StructType schema();

    /** Returns the columns that tell one row from another. */
    List<String> key();

    /**
     * Returns the columns that say when and by which run a row was written; a row that differs only here is the same.
     */
    List<String> bookkeeping();

    /** Returns the columns whose values each have files of their own, none for a table that is not partitioned. */
    List<String> partitioning();

    /** Returns the columns that rows are sorted by inside a file. */
    List<String> ordering();

    /** Returns the row of a record, in the order of the schema. */
    Row row(T value);

    /** Returns the record of a row that has the columns of the schema, in any order. */
    T value(Row row);

    /** Returns the encoder for rows of this table, for {@code mapPartitions} and the like. */
    default Encoder<Row> encoder() {
        return RowEncoder.encoderFor(schema(), true);
    }

    /** Returns the columns in which two rows of one key may differ in meaning. */
    default List<String> content() {
        return Arrays.stream(schema().fieldNames())
                .filter(column -> !key().contains(column) && !bookkeeping().contains(column))
                .toList();
    }
}
