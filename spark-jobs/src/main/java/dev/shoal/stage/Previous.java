package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
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
 * @param unreadable files that cannot be read, or not to their end, with the reason
 * @param misfits files that an earlier run refused because of what other files hold, with the reason
 * @param parts files of which a part is in it, up to where they are damaged, by path
 */
record Previous(
        Optional<Dataset> dataset,
        Map<String, FileEntry> granules,
        Map<FileEntry, String> unreadable,
        Map<FileEntry, String> misfits,
        Map<String, FileEntry> parts) {

    /** Stands in a run's id between the dataset's name and the rest, so that a row of a run tells the dataset. */
    static final String RUN_SEPARATOR = "@";

    /** Reads what is known: one row for each file of the dataset. */
    static Previous read(CatalogTables tables, String name) {
        List<Dataset> datasets = new ArrayList<>();
        Previous previous =
                new Previous(Optional.empty(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        SideBySide.run(
                () -> tables.read(DatasetsTable.TABLE)
                        .where(replace(col("name"), lit("-"), lit("_")).equalTo(GridPointer.word(name)))
                        .toLocalIterator()
                        .forEachRemaining(row -> datasets.add(DatasetsTable.TABLE.value(row))),
                () -> tables.read(GranulesTable.TABLE)
                        .where(col("dataset").equalTo(name))
                        .select(col("path"), col("size_bytes"), unix_micros(col("mtime")))
                        .toLocalIterator()
                        .forEachRemaining(row -> previous.granules.put(row.getString(0), entry(row))),
                () -> tables.read(RejectsTable.TABLE)
                        .where(col("dataset")
                                .isin("", name)
                                .and(not(col("stage").isin(FileScan.ACCESS, FileScan.LATE))))
                        .select(col("path"), col("size_bytes"), unix_micros(col("mtime")), col("stage"), col("reason"))
                        .toLocalIterator()
                        .forEachRemaining(previous::reject));
        datasets.forEach(known -> refuseTwin(known.name(), name));
        return new Previous(
                datasets.stream().findFirst(),
                previous.granules,
                previous.unreadable,
                previous.misfits,
                previous.parts);
    }

    private void reject(Row row) {
        String stage = row.getString(3);
        (stage.equals(FileScan.PLAN) ? misfits : unreadable).put(entry(row), row.getString(4));
        if (stage.equals(FileScan.READ)) {
            parts.put(row.getString(0), entry(row));
        }
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
