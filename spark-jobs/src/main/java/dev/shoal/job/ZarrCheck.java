package dev.shoal.job;

import dev.shoal.stage.zarr.CheckJob;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks whether a store is whole. */
@Command(
        name = "check",
        header = "Say what of a store is unfinished, damaged or missing.",
        description = {"", "Decodes every chunk, unless --metadata-only. Ends with 3 where something is wrong.", ""},
        footer = {"", "Example: shoal zarr check s3a://bucket/sst.zarr"})
final class ZarrCheck implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Parameters(paramLabel = "STORE", description = "Folder of the store; s3a: and hdfs: too.")
    private String store = "";

    @Option(names = "--metadata-only", description = "Look at documents and names of objects, read no chunk.")
    private boolean metadataOnly;

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Session.open(options)) {
            credentials.apply(spark);
            CheckJob.Findings findings = new CheckJob(spark, store, new TerminalProgress(System.err))
                    .run(metadataOnly ? CheckJob.Depth.DOCUMENTS : CheckJob.Depth.CHUNKS);
            if (options.json()) {
                System.out.println(Json.text(findings));
            } else {
                findings.problems().forEach(System.out::println);
                System.out.println(findings.store() + ": " + Counted.of(findings.chunks(), "chunk") + " read, "
                        + Counted.number(findings.absent()) + " without an object (they read as the fill value), "
                        + Counted.of(findings.problems().size(), "problem") + ".");
                if (findings.litter().objects() > 0) {
                    System.out.println(Counted.of(findings.litter().objects(), "object") + " ("
                            + ZarrText.bytes(findings.litter().bytes())
                            + ") in it that no reader looks for; 'shoal zarr sweep' takes them away.");
                }
            }
            return findings.problems().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
        }
    }
}
