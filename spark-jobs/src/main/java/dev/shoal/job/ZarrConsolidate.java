package dev.shoal.job;

import dev.shoal.stage.zarr.Consolidation;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Consolidates the documents of a store. */
@Command(
        name = "consolidate",
        header = "Write the consolidated documents of a store anew.",
        footer = {"", "Example: shoal zarr consolidate s3a://bucket/sst.zarr"})
final class ZarrConsolidate implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Parameters(paramLabel = "STORE", description = "Folder of the store; s3a: and hdfs: too.")
    private String store = "";

    @Override
    public Integer call() {
        Logging.toFile(options.data());
        int arrays = Consolidation.of(store, credentials.configuration());
        System.out.println(
                options.json()
                        ? Json.text(Map.of("store", store, "arrays", arrays))
                        : "Consolidated " + Counted.of(arrays, "array") + " of " + store + ".");
        return ExitCode.DONE;
    }
}
