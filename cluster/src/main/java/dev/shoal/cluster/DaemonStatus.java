package dev.shoal.cluster;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One daemon, as it was when looked at.
 *
 * @param name what people call it
 * @param pid its process, where it lives
 * @param log where it prints
 */
record DaemonStatus(String name, Optional<Long> pid, Path log) {
    /** For people. */
    String text() {
        String process = pid.map(number -> "process " + number).orElse("not running");
        return String.format("%-10s %-16s log %s", name, process, log);
    }

    /** For programs. */
    String json() {
        return "{\"name\":" + Json.text(name) + ",\"alive\":" + pid.isPresent()
                + pid.map(number -> ",\"pid\":" + number).orElse("") + ",\"log\":" + Json.text(log.toString()) + "}";
    }
}
