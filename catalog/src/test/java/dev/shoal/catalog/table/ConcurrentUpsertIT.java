package dev.shoal.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.catalog.InventoryEntry;
import dev.shoal.catalog.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Four writers at once on one table in SQLite, each with a session, and so a catalog and connections, of its own. */
class ConcurrentUpsertIT {

    private static final int WRITERS = 4;

    @RegisterExtension
    static final CatalogSession CATALOG = new CatalogSession();

    @Test
    void losesNothingAndWritesNoKeyTwice() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String run = "w" + writer;
                writers.add(pool.submit(() -> write(run)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            pool.shutdownNow();
        }
        List<String> paths = CATALOG.tables().read(InventoryTable.TABLE).collectAsList().stream()
                .map(row -> InventoryTable.TABLE.value(row).path())
                .toList();
        assertThat(paths).doesNotHaveDuplicates().hasSize(WRITERS * 2 + 1);
    }

    /** Opens the tables too: the writers race for their creation. */
    private static void write(String run) {
        SparkSession session = CATALOG.spark().newSession();
        CatalogTables tables = CatalogTables.open(session, CatalogTables.CATALOG);
        for (int round = 0; round < 2; round++) {
            List<InventoryEntry> entries =
                    List.of(Samples.entry("shared", "1", run), Samples.entry(run + "/" + round, "1", run));
            tables.upsert(InventoryTable.TABLE, entries);
        }
    }
}
