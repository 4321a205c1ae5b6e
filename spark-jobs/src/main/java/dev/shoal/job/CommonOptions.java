package dev.shoal.job;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command takes. */
@Command(mixinStandardHelpOptions = true, versionProvider = VersionText.class)
final class CommonOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the catalogue, the warehouse and the log (default: ./shoal-data).")
    private Path data = Path.of("shoal-data");

    @Option(names = "--json", description = "Print the result as JSON, for machines.")
    private boolean json;

    @Option(names = "--ui", description = "Serve the Spark UI while the command runs, on port 4040.")
    private boolean ui;

    /** Returns the data folder, absolute. */
    Path data() {
        return data.toAbsolutePath().normalize();
    }

    /** Tells whether the result is for machines. */
    boolean json() {
        return json;
    }

    /** Tells whether the Spark UI is served. */
    boolean ui() {
        return ui;
    }
}
