package dev.shoal.job;

import dev.shoal.stage.StageException;
import dev.shoal.stage.zarr.StoreSummary;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArchiveListing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the stores in folders. */
@Command(
        name = "list",
        header = "List the stores in folders: arrays, steps, sizes.",
        footer = {"", "Example: shoal zarr list s3a://bucket/stores"})
final class ZarrList implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Folders, stores or globs; s3a: and hdfs: too.")
    private List<String> paths = List.of();

    @Override
    public Integer call() throws IOException {
        Logging.toFile(options.data());
        Configuration conf = credentials.configuration();
        List<StoreSummary> stores = new ArrayList<>();
        for (ArchiveEntry entry : listed(conf)) {
            if (entry.kind() != ArchiveEntry.Kind.FILE) {
                stores.add(StoreSummary.of(entry.path(), conf));
            }
        }
        if (options.json()) {
            System.out.println(Json.text(stores));
        } else if (stores.isEmpty()) {
            System.out.println("No store there.");
        } else {
            System.out.print(table(stores));
        }
        return ExitCode.DONE;
    }

    private List<ArchiveEntry> listed(Configuration conf) {
        try {
            return ArchiveListing.of(paths, conf);
        } catch (IOException error) {
            throw StageException.configuration(String.valueOf(error.getMessage()), error);
        }
    }

    /** Returns the stores as people see them. */
    static TextTable table(List<StoreSummary> stores) {
        TextTable table =
                new TextTable(List.of("store", "arrays", "dimensions", "objects", "decoded", "stored", "unfinished"));
        for (StoreSummary store : stores) {
            long bytes = 0;
            long stored = 0;
            for (StoreSummary.ArraySummary array : store.arrays()) {
                bytes += array.bytes();
                stored += Math.max(0, array.storedBytes());
            }
            table.add(List.of(
                    store.store(),
                    String.valueOf(store.arrays().size()),
                    store.dimensions().toString(),
                    objects(store),
                    ZarrText.bytes(bytes),
                    ZarrText.bytes(stored),
                    store.unfinished()));
        }
        return table;
    }

    /** Shards are objects too; how many of them there are, and of how many chunks, says what a reader asks for. */
    private static String objects(StoreSummary store) {
        long objects = 0;
        long shards = 0;
        long chunks = 0;
        for (StoreSummary.ArraySummary array : store.arrays()) {
            objects += Math.max(0, array.objects());
            if (array.shards().exist()) {
                shards += Math.max(0, array.objects());
                chunks += array.chunks();
            }
        }
        return shards == 0
                ? Counted.number(objects)
                : Counted.number(objects) + ", " + Counted.of(shards, "shard") + " for " + Counted.of(chunks, "chunk");
    }
}
