package dev.shoal.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One long-running process of the cluster.
 *
 * @param name what people call it
 * @param command the words that start it
 * @param environment what is added to this process's environment
 * @param pidFile where its process is noted
 * @param log where it prints
 */
record Daemon(String name, List<String> command, Map<String, String> environment, PidFile pidFile, Path log) {
    private static final int LOG_TAIL_BYTES = 4000;
    /**
     * Keeps a Ctrl-C or a closed terminal of the caller from reaching the daemon; {@code exec} keeps the process
     * number.
     */
    private static final List<String> DETACHED = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "daemon");

    /** The process, if it lives. */
    Optional<ProcessHandle> process() throws IOException {
        return pidFile.process();
    }

    /** Starts the process unless it lives. */
    void start() throws IOException {
        if (process().isPresent()) {
            return;
        }
        List<String> words = new ArrayList<>(DETACHED);
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        pidFile.write(builder.start().toHandle());
    }

    /** The last lines that the process printed. */
    String logTail() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        byte[] bytes = Files.readAllBytes(log);
        int start = Math.max(0, bytes.length - LOG_TAIL_BYTES);
        return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    }
}
