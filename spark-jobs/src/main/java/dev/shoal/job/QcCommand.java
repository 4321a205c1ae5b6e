package dev.shoal.job;

import dev.shoal.job.report.Report;
import dev.shoal.spec.QcProfile;
import dev.shoal.spec.QcSpec;
import dev.shoal.spec.RunSpec;
import dev.shoal.spec.SourceSpec;
import dev.shoal.stage.QcReview;
import dev.shoal.stage.StageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges observations and reports what the tests say, without writing a dataset. */
@Command(
        name = "qc",
        header = "Judge observations and report what the tests say; nothing is published.",
        description = {
            "",
            "Counts flags by platform and test, with the first and the worst of what each test found, in the terminal,",
            "as JSON, and as a page with the series drawn and their flags coloured.",
            ""
        },
        footer = {
            "",
            "Example: shoal qc archive/moorings --config qc.yaml",
            "         shoal qc mooring.nc --config qc.yaml --output mooring_with_flags.nc",
            "         shoal qc spark-jobs/examples/moorings.yaml --html report.html",
            "         shoal qc tests spike"
        },
        subcommands = {QcSuggest.class, QcTestsList.class, QcConformance.class})
final class QcCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "SPEC|PATH",
            description =
                    "A run's specification (.yaml), whose source and tests are taken; or files, folders (walked) or"
                            + " globs.")
    private List<String> paths = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The tests: YAML or JSON, of Shoal or of ioos_qc, or a NetCDF file with ioos_qc's attributes.")
    private Optional<String> config = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "Whose meanings the tests have: shoal, ioos_qc, argo, autoqc, cotede and others of theirs (default:"
                            + " shoal). All but the first two bring tests with them.")
    private String profile = "shoal";

    @Option(
            names = "--variables",
            split = ",",
            paramLabel = "NAME",
            description = "Variables to take; all if left out.")
    private List<String> variables = List.of();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Page to write (default: qc/report.html in the data folder).")
    private Optional<Path> html = Optional.empty();

    @Option(
            names = "--output",
            paramLabel = "FILE|FOLDER",
            description =
                    "Write each file again as NetCDF with its flags: a file for one, an existing folder for more.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = AtLeastOne.class,
            description = "Most lines of each table (default: ${DEFAULT-VALUE}).")
    private int limit = 40;

    @Option(
            names = "--series",
            paramLabel = "N",
            converter = AtLeastOne.class,
            description = "Most series drawn on the page (default: ${DEFAULT-VALUE}).")
    private int series = 12;

    @Override
    public Integer call() throws IOException {
        if (paths.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name files, or what to do: "
                            + String.join(", ", spec.subcommands().keySet()) + ".");
        }
        Logging.toFile(options.data());
        QcProfile meaning = new QcProfile(profile);
        RunSpec run = QcSource.spec(paths, config, meaning, variables);
        TerminalProgress progress = new TerminalProgress(System.err);
        try (SparkSession spark = Session.open(options, run.catalog());
                QcReview review = QcReview.of(spark, run, meaning.tests(), progress)) {
            QcReport report = QcReport.of(review, limit, series);
            Path page = html.orElse(options.data().resolve("qc").resolve("report.html"));
            Report.write(page, report.page());
            if (output.isPresent()) {
                QcCopies.write(review, output.get());
            }
            System.out.print(
                    options.json() ? Json.text(report.json(page)) + System.lineSeparator() : report.text(page));
            return review.refused().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
        }
    }

    /** Where the observations and the tests come from. */
    static final class QcSource {

        private QcSource() {}

        static RunSpec spec(List<String> paths, Optional<String> config, QcProfile profile, List<String> variables) {
            Optional<QcSpec> given = config.map(file -> QcFile.read(file, profile));
            boolean isSpec = paths.size() == 1 && paths.get(0).matches("(?i).*\\.ya?ml");
            if (isSpec) {
                RunSpec spec = RunSpec.parse(RunCommand.read(paths.get(0)), paths.get(0));
                return given.map(tests -> RunSpec.review(spec.source(), tests))
                        .orElseGet(() ->
                                RunSpec.review(spec.source(), new QcSpec(spec.qc(), spec.fields()), spec.thresholds()));
            }
            if (given.isEmpty() && !profile.hasTests()) {
                throw StageException.configuration(
                        "Cannot judge: found no tests. Name a file of them with --config, a profile that brings some with"
                                + " --profile, or have some proposed by 'shoal qc suggest'.");
            }
            SourceSpec source = new SourceSpec(paths, variables, SourceSpec.Kind.OBSERVATIONS);
            return RunSpec.review(source, given.orElse(QcSpec.NONE));
        }
    }
}
