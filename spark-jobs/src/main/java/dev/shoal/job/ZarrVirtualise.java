package dev.shoal.job;

import dev.shoal.stage.StageException;
import dev.shoal.stage.zarr.VirtualDraft;
import dev.shoal.stage.zarr.VirtualJob;
import dev.shoal.stage.zarr.VirtualOutcome;
import dev.shoal.stage.zarr.VirtualRequest;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.kerchunk.ParquetReferences;
import dev.shoal.zarr.virtual.Copying;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a virtual Zarr store of files, without copying their values. */
@Command(
        name = "virtualise",
        header = "Make a virtual Zarr store of NetCDF files: references to their chunks, no copy.",
        description = {
            "",
            "Files follow each other along one dimension, in the order of its coordinate. Files that differ in packing,"
                    + " type, filters, chunks or other coordinates are refused, and every difference is named.",
            "The references tell of the size and time of each file; Shoal refuses to read from one that was changed"
                    + " since.",
            ""
        },
        footer = {"", "Example: shoal zarr virtualise 'archive/*.nc' --output sst.json"})
final class ZarrVirtualise implements Callable<Integer> {

    private static final String ICECHUNK = "icechunk:";

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, folders (walked) or globs; s3a: and hdfs: too.")
    private List<String> paths = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "REFS",
            description = "Where to write references: kerchunk's JSON (name.json) or Parquet (name.parquet, .parq), or"
                    + " icechunk:PATH[@branch], which is one commit (of main) in place of what the branch has.")
    private String output = "";

    @Option(
            names = "--concat-dim",
            paramLabel = "NAME",
            description = "Dimension along which files follow each other (default: ${DEFAULT-VALUE}).")
    private String dimension = "time";

    @Option(names = "--drop", split = ",", paramLabel = "NAME", description = "Variables to leave out.")
    private List<String> dropped = List.of();

    @Option(
            names = "--copy-conflicts",
            description = "Copy chunks that cannot be part of one array as they are (other packing, fill value, type,"
                    + " filters or chunks than most); all others stay in their files.")
    private boolean copyConflicts;

    @Option(
            names = "--record-size",
            paramLabel = "N",
            converter = AtLeastOne.class,
            description = "Rows of one Parquet file (default: ${DEFAULT-VALUE}).")
    private int recordSize = ParquetReferences.RECORD_SIZE;

    @Option(
            names = "--dry-run",
            description = "Say what would be combined, and all in which files do not agree; write nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        VirtualRequest request = request();
        try (SparkSession spark = Session.open(options)) {
            VirtualJob job = new VirtualJob(spark, request, new TerminalProgress(System.err));
            if (dryRun) {
                VirtualDraft draft = job.plan();
                System.out.print(options.json() ? Json.text(draft) + System.lineSeparator() : VirtualText.of(draft));
                return draft.conflicts().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
            }
            VirtualOutcome outcome = job.run();
            System.out.print(options.json() ? Json.text(outcome) + System.lineSeparator() : text(outcome));
            return ExitCode.DONE;
        }
    }

    private VirtualRequest request() {
        Copying copying = copyConflicts ? Copying.CONFLICTS : Copying.REFUSE;
        VirtualRequest.Format format = format();
        if (dimension.contains(",")) {
            throw StageException.configuration(
                    "Cannot put files one behind the other along " + dimension
                            + ": found several dimensions, expected one. Name one of them; files that differ along another are to be left out.");
        }
        if (format != VirtualRequest.Format.ICECHUNK) {
            return new VirtualRequest(paths, output, format, "", dimension, dropped, copying, recordSize);
        }
        String path = output.substring(ICECHUNK.length());
        int at = path.lastIndexOf('@') > path.lastIndexOf('/') ? path.lastIndexOf('@') : -1;
        String root = at < 0 ? path : path.substring(0, at);
        String branch = at < 0 ? IcechunkRepository.MAIN : path.substring(at + 1);
        if (root.isEmpty() || branch.isEmpty()) {
            throw StageException.configuration("Cannot commit to " + output
                    + ": found no path or no branch, expected icechunk:PATH or icechunk:PATH@branch. Correct"
                    + " --output.");
        }
        return new VirtualRequest(paths, root, format, branch, dimension, dropped, copying, recordSize);
    }

    private VirtualRequest.Format format() {
        String name = output.toLowerCase(Locale.ROOT);
        if (name.startsWith(ICECHUNK)) {
            return VirtualRequest.Format.ICECHUNK;
        }
        if (name.endsWith(".json")) {
            return VirtualRequest.Format.JSON;
        }
        if (name.endsWith(".parquet") || name.endsWith(".parq")) {
            return VirtualRequest.Format.PARQUET;
        }
        throw StageException.configuration("Cannot write references to " + output
                + ": found nothing that tells the format, expected a name that ends in .json, .parquet or .parq, or"
                + " icechunk:PATH. Correct --output.");
    }

    private static String text(VirtualOutcome outcome) {
        StringBuilder text = new StringBuilder();
        outcome.notes().forEach(note -> text.append(note).append(System.lineSeparator()));
        return text.append(outcome.store())
                .append(" refers to ")
                .append(Counted.of(outcome.chunks(), "chunk"))
                .append(" of ")
                .append(Counted.of(outcome.arrays(), "array"))
                .append(" in ")
                .append(Counted.of(outcome.files(), "file"))
                .append('.')
                .append(System.lineSeparator())
                .toString();
    }
}
