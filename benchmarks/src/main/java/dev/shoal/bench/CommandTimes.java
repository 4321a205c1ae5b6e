package dev.shoal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.job.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs a command of Shoal several times in one process, as a session that is warm would. Prints a line of JSON for
 * each: seconds of wall clock and of processors.
 */
public final class CommandTimes implements Callable<Integer> {

    @Option(names = "--runs", description = "Times to run the command.")
    private int runs = 1;

    @Option(names = "--delete", description = "What the command makes: deleted before each run.")
    private List<Path> results = List.of();

    @Parameters(description = "The command and its arguments, after --.")
    private List<String> command = List.of();

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CommandTimes()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        for (int run = 0; run < runs; run++) {
            for (Path result : results) {
                delete(result);
            }
            ProcessCost before = ProcessCost.sofar();
            int exit = Main.run(command.toArray(String[]::new));
            ProcessCost cost = ProcessCost.sofar().minus(before);
            if (exit != 0) {
                return exit;
            }
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("seconds", cost.seconds());
            line.put("cpuSeconds", cost.cpuSeconds());
            System.out.println(new ObjectMapper().writeValueAsString(line));
        }
        return 0;
    }

    private static void delete(Path result) throws IOException {
        if (!Files.exists(result)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(result)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
