package dev.shoal.job;

import dev.shoal.spec.SourceSpec;
import dev.shoal.stage.QcSuggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes thresholds from data. */
@Command(
        name = "suggest",
        header = "Propose thresholds from data: percentiles, spikes, change, climatology by month and depth.",
        description = {
            "",
            "Prints a configuration with the percentiles that it comes from as comments. Where the data hold what should",
            "be flagged, so do the percentiles: look at each number before you use it.",
            ""
        },
        footer = {"", "Example: shoal qc suggest archive/moorings --output qc.yaml"})
final class QcSuggest implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, folders (walked) or globs.")
    private List<String> paths = List.of();

    @Option(
            names = "--variables",
            split = ",",
            paramLabel = "NAME",
            description = "Variables to take; all if left out.")
    private List<String> variables = List.of();

    @Option(names = "--output", paramLabel = "FILE", description = "File to write instead of printing.")
    private Optional<Path> output = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Logging.toFile(options.data());
        try (SparkSession spark = Session.open(options)) {
            SourceSpec source = new SourceSpec(paths, variables, SourceSpec.Kind.OBSERVATIONS);
            QcSuggestion suggestion = QcSuggestion.of(spark, source, new TerminalProgress(System.err));
            String text =
                    options.json() ? Json.text(suggestion) + System.lineSeparator() : SuggestionText.of(suggestion);
            if (output.isPresent()) {
                Files.writeString(output.get(), text);
                System.out.println("Wrote " + output.get() + ". Read it before you use it: shoal qc PATH --config "
                        + output.get());
            } else {
                System.out.print(text);
            }
            return ExitCode.DONE;
        }
    }
}
