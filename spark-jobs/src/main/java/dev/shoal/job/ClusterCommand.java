package dev.shoal.job;

import dev.shoal.stage.StageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Starts, stops and shows the cluster on this machine. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Start, stop or show a Spark cluster with an S3 server on this machine.",
        description = {"", "Further options go to cluster/bin/shoal-cluster, which lists them with --help.", ""},
        footer = {"", "Example: shoal cluster start"})
final class ClusterCommand implements Callable<Integer> {

    @Parameters(paramLabel = "start|stop|status", description = "What to do.")
    private String verb = "";

    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path script = Path.of(
                Optional.ofNullable(System.getenv("SHOAL_HOME")).orElse("."), "cluster", "bin", "shoal-cluster");
        if (!Files.isExecutable(script)) {
            throw StageException.configuration("Cannot " + verb + " the cluster: '" + script
                    + "' is not there. Run ./shoal from the project's folder, or set SHOAL_HOME to it.");
        }
        List<String> command = new ArrayList<>(List.of(script.toString(), verb));
        command.addAll(rest);
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor() == 0 ? ExitCode.DONE : ExitCode.USAGE;
    }
}
