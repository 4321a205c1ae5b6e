package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks netCDF4-python and cftime. Their absence, and the corpus's, is a skip for a person and a failure in CI. */
final class Judge {

    private static final Path CORPUS = Path.of("../../shared/corpus");
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path SCRIPT = Path.of("src/test/resources/dev/shoal/cf/judge.py");
    private static final Path PACKINGS = Path.of("src/test/resources/dev/shoal/cf/packings.py");

    private Judge() {}

    /** Returns a file of the corpus. */
    static Path corpus(String name) {
        return present(CORPUS.resolve(name));
    }

    /** Returns the netCDF files in some folders of the corpus. */
    static List<Path> corpusFiles(List<String> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> walk = Files.walk(present(CORPUS.resolve(folder)))) {
                walk.filter(path -> path.toString().endsWith(".nc")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    /** Evaluates expressions over a file; see {@code judge.py}. */
    static List<double[]> values(Path file, List<String> expressions) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("values", file.toString()));
        command.addAll(expressions);
        ByteBuffer answer = ByteBuffer.wrap(run(SCRIPT, command, "")).order(ByteOrder.LITTLE_ENDIAN);
        List<double[]> results = new ArrayList<>();
        while (answer.hasRemaining()) {
            double[] numbers = new double[(int) answer.getLong()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = answer.getDouble();
            }
            results.add(numbers);
        }
        assertThat(results).hasSameSizeAs(expressions);
        return results;
    }

    /** Returns the dates that cftime gives to lines of {@code units|calendar|number}. */
    static List<String> dates(List<String> lines) throws IOException, InterruptedException {
        byte[] answer = run(SCRIPT, List.of("dates"), String.join("\n", lines) + "\n");
        return new String(answer, StandardCharsets.UTF_8).lines().toList();
    }

    /** Writes a file of variables packed at random. */
    static void pack(Path file, int seed, int variables) throws IOException, InterruptedException {
        run(PACKINGS, List.of("write", file.toString(), String.valueOf(seed), String.valueOf(variables)), "");
    }

    /** Returns what each peer decodes lines of {@code file|variable} to, nothing where it refuses. */
    static List<Optional<double[]>> unpack(List<String> lines) throws IOException, InterruptedException {
        byte[] written = run(PACKINGS, List.of("decode"), String.join("\n", lines) + "\n");
        ByteBuffer answer = ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN);
        List<Optional<double[]>> results = new ArrayList<>();
        while (answer.hasRemaining()) {
            long length = answer.getLong();
            double[] numbers = new double[(int) Math.max(0, length)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = answer.getDouble();
            }
            results.add(length < 0 ? Optional.empty() : Optional.of(numbers));
        }
        return results;
    }

    private static byte[] run(Path script, List<String> arguments, String input)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(present(PYTHON).toString(), "-W", "ignore", script.toString()));
        command.addAll(arguments);
        Path errors = Files.createTempFile("judge", ".txt");
        Path given = Files.writeString(Files.createTempFile("judge", ".in"), input);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(given.toFile())
                    .redirectError(errors.toFile())
                    .start();
            byte[] answer = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                missing("Cannot ask netCDF4-python: " + Files.readString(errors));
            }
            return answer;
        } finally {
            Files.delete(errors);
            Files.delete(given);
        }
    }

    private static Path present(Path path) {
        if (!Files.exists(path)) {
            missing("Cannot compare with real files: found no " + path + ".");
        }
        return path;
    }

    private static void missing(String message) {
        boolean noModule = message.contains("ModuleNotFoundError") || message.contains("found no");
        if ("true".equals(System.getenv("CI")) || !noModule) {
            fail(message);
        }
        abort(message);
    }
}
