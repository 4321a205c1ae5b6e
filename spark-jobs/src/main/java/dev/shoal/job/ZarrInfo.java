package dev.shoal.job;

import dev.shoal.stage.zarr.RepositorySummary;
import dev.shoal.stage.zarr.StoreSummary;
import java.io.IOException;
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

    private static TextTable table(StoreSummary summary) {
        TextTable table = new TextTable(
                List.of("array", "type", "shape", "chunk", "codec", "chunks", "objects", "decoded", "stored", "range"));
        for (StoreSummary.ArraySummary array : summary.arrays()) {
            table.add(List.of(
                    array.name() + array.dimensions(),
                    array.type(),
                    array.shape().toString(),
                    array.chunk().toString(),
                    String.join(" ", array.codec()),
                    Counted.number(array.chunks()),
                    array.objects() < 0 ? "" : Counted.number(array.objects()),
                    ZarrText.bytes(array.bytes()),
                    array.storedBytes() < 0 ? "" : ZarrText.bytes(array.storedBytes()),
                    array.range()));
        }
        return table;
    }
}
