package dev.shoal.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs; Jupyter's absence skips a test for a person and fails it where CI is true. */
final class Programs {

    private static final String JUPYTER = "/usr/bin/jupyter";
    private static final int MOST_MINUTES = 10;
    private static final int MOST_STARTS = 4;

    private Programs() {}

    static void requireJupyter() {
        boolean there = new File(JUPYTER).canExecute() && new File(JUPYTER + "-nbconvert").canExecute();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("%s and its nbconvert are there", JUPYTER).isTrue();
        }
        assumeTrue(there, JUPYTER + " or its nbconvert is not there");
    }

    /**
     * Runs Jupyter; what it writes for itself stays below a folder. On a busy machine the kernel's messaging library
     * misses Jupyter's messages now and then, for good; a kernel that did not respond is started again.
     */
    static void jupyter(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JUPYTER));
        command.addAll(List.of(arguments));
        String own = folder.toAbsolutePath().toString();
        Map<String, String> environment = Map.of(
                "JUPYTER_PATH", own,
                "JUPYTER_CONFIG_DIR", own + "/config",
                "JUPYTER_DATA_DIR", own + "/data",
                "JUPYTER_RUNTIME_DIR", own + "/runtime",
                "IPYTHONDIR", own + "/ipython",
                "JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        Path log = folder.resolveSibling("jupyter.log");
        int exit = exit(command, environment, log);
        for (int start = 1; start < MOST_STARTS && exit != 0 && isSilent(log); start++) {
            exit = exit(command, environment, log);
        }
        requireGood(exit, command, log);
    }

    private static boolean isSilent(Path log) throws IOException {
        return Files.readString(log).contains("Kernel didn't respond");
    }

    /** Runs a command to its end, which must be a good one. */
    static void run(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        requireGood(exit(command, environment, log), command, log);
    }

    private static void requireGood(int exit, List<String> command, Path log) throws IOException {
        assertThat(exit)
                .as("exit of %s, which said%n%s", command.get(0), Files.readString(log))
                .isZero();
    }

    private static int exit(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES))
                    .as("%s ends", command.get(0))
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return process.exitValue();
    }
}
