package dev.shoal.job;

import dev.shoal.stage.zarr.RepositorySummary;
import dev.shoal.stage.zarr.StoreSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what a store holds. */
@Command(
        name = "info",
        header = "Show what a store holds: arrays, chunks, codecs, sizes, times.",
        footer = {"", "Example: shoal zarr info s3a://bucket/sst.zarr"})
final class ZarrInfo implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Parameters(paramLabel = "STORE", description = "Folder of the store, icechunk:PATH@REF, or a file of references.")
    private String store = "";

    @Override
    public Integer call() throws IOException {
        Logging.toFile(options.data());
        StoreSummary summary = StoreSummary.of(store, credentials.configuration());
        Optional<RepositorySummary> repository = RepositorySummary.of(store, credentials.configuration());
        if (options.json()) {
            System.out.println(
                    repository.isPresent()
                            ? Json.text(Map.of("store", summary, "repository", repository.get()))
                            : Json.text(summary));
            return ExitCode.DONE;
        }
        System.out.println(summary.store() + " " + summary.dimensions());
        System.out.print(table(summary));
        summary.attributes().forEach((name, text) -> System.out.println(name + ": " + text));
        if (!summary.unfinished().isEmpty()) {
            System.out.println("Unfinished: " + summary.unfinished() + ".");
        }
        repository.ifPresent(known -> System.out.print(IcechunkLog.text(known)));
        return ExitCode.DONE;
    }

    /** Returns the arrays as people see them; the columns of shards are there where some array has shards. */
    static TextTable table(StoreSummary summary) {
        boolean sharded =
                summary.arrays().stream().anyMatch(array -> array.shards().exist());
        List<String> headings = new ArrayList<>(
                List.of("array", "type", "shape", "chunk", "codec", "chunks", "objects", "decoded", "stored", "range"));
        if (sharded) {
            headings.add(headings.indexOf("codec"), "shard");
        }
        TextTable table = new TextTable(headings);
        for (StoreSummary.ArraySummary array : summary.arrays()) {
            List<String> cells = new ArrayList<>(List.of(
                    array.name() + array.dimensions(),
                    array.type(),
                    array.shape().toString(),
                    array.chunk().toString(),
                    String.join(" ", array.codec()),
                    chunks(array),
                    objects(array),
                    ZarrText.bytes(array.bytes()),
                    array.storedBytes() < 0 ? "" : ZarrText.bytes(array.storedBytes()),
                    array.range()));
            if (sharded) {
                boolean own = array.shards().exist();
                cells.add(
                        headings.indexOf("shard"), own ? array.shards().shape().toString() : "");
            }
            table.add(cells);
        }
        return table;
    }

    private static String chunks(StoreSummary.ArraySummary array) {
        boolean counted = array.shards().exist() && array.shards().held() >= 0;
        return counted
                ? Counted.number(array.shards().held()) + " of " + Counted.number(array.chunks())
                : Counted.number(array.chunks());
    }

    private static String objects(StoreSummary.ArraySummary array) {
        if (array.objects() < 0) {
            return "";
        }
        return array.shards().exist()
                ? Counted.number(array.objects()) + " of "
                        + Counted.of(array.shards().count(), "shard")
                : Counted.number(array.objects());
    }
}
