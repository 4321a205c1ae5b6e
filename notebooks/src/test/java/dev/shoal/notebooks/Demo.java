package dev.shoal.notebooks;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The small demo, made once for all tests by the program that users start. */
final class Demo {

    private static final Path FOLDER = Path.of("target", "demo").toAbsolutePath();

    private static boolean made;

    private Demo() {}

    /** Returns the data folder. */
    static synchronized Path folder() throws IOException, InterruptedException {
        if (!made) {
            remove();
            Programs.run(command(), Map.of(), Path.of("target", "demo.log"));
            made = true;
        }
        return FOLDER;
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin/java", "-Xmx2g", "-XX:TieredStopAtLevel=1"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Dio.netty"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "dev.shoal.job.Main",
                "demo",
                "--tiny",
                "--data",
                FOLDER.toString()));
        return command;
    }

    private static void remove() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> paths = Files.walk(FOLDER)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
