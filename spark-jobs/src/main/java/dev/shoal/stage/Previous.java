package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.unix_micros;

import dev.shoal.catalog.Dataset;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.catalog.table.DatasetsTable;
import dev.shoal.catalog.table.GranulesTable;
import dev.shoal.catalog.table.RejectsTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;

/**
 * What the catalogue knows of a dataset before a run.
 *
 * @param dataset as it was published; absent before the first time
 * @param granules files in it, by path
 * @param rejects files that nothing can read or that an earlier run of it refused, with the reason
 */
record Previous(Optional<Dataset> dataset, Map<String, FileEntry> granules, Map<FileEntry, String> rejects) {

    /** Stands in a run's id between the dataset's name and the rest, so that a row of a run tells the dataset. */
    static final String RUN_SEPARATOR = "@";

    /** Reads what is known: one row for each file of the dataset. */
    static Previous read(CatalogTables tables, String name) {
        List<Dataset> datasets = new ArrayList<>();
        Map<String, FileEntry> granules = new HashMap<>();
        Map<FileEntry, String> rejects = new HashMap<>();
        SideBySide.run(
                () -> tables.read(DatasetsTable.TABLE)
                        .where(replace(col("name"), lit("-"), lit("_")).equalTo(GridPointer.word(name)))
                        .toLocalIterator()
                        .forEachRemaining(row -> datasets.add(DatasetsTable.TABLE.value(row))),
                () -> tables.read(GranulesTable.TABLE)
                        .where(col("dataset").equalTo(name))
                        .select(col("path"), col("size_bytes"), unix_micros(col("mtime")))
                        .toLocalIterator()
                        .forEachRemaining(row -> granules.put(row.getString(0), entry(row))),
                () -> tables.read(RejectsTable.TABLE)
                        .where(col("dataset").isin("", name).and(col("stage").notEqual(FileScan.ACCESS)))
                        .select(col("path"), col("size_bytes"), unix_micros(col("mtime")), col("reason"))
                        .toLocalIterator()
                        .forEachRemaining(row -> rejects.put(entry(row), row.getString(3))));
        datasets.forEach(known -> refuseTwin(known.name(), name));
        return new Previous(datasets.stream().findFirst(), granules, rejects);
    }

    private static void refuseTwin(String known, String name) {
        if (!known.equals(name)) {
            throw StageException.configuration("Cannot make dataset '" + name + "': the dataset '" + known
                    + "' has the same table, " + GridPointer.word(name) + ". Choose another name.");
        }
    }

    private static FileEntry entry(Row row) {
        return new FileEntry(row.getString(0), row.getLong(1), TimeUnit.MICROSECONDS.toMillis(row.getLong(2)));
    }
}
