package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Python scripts beside the tests of this package; Debian's Python has the libraries that they use. */
final class Scripts {

    private static final Path FOLDER = Path.of("src/test/resources/dev/shoal/netcdf");
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private Scripts() {}

    /** Prepares to run a script; what it complains of is shown. */
    static ProcessBuilder prepare(String name, Path... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Corpus.present(PYTHON).toString());
        command.add(FOLDER.resolve(name).toString());
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        return builder;
    }

    /** Runs a script to its good end and returns what it prints. */
    static String python(String name, Path... arguments) throws IOException, InterruptedException {
        return output(name, prepare(name, arguments));
    }

    /** Runs a prepared script to its good end and returns what it prints, where that is not redirected. */
    static String output(String name, ProcessBuilder prepared) throws IOException, InterruptedException {
        Process python = prepared.start();
        byte[] printed = python.getInputStream().readAllBytes();
        assertThat(python.waitFor()).as("the exit code of %s", name).isZero();
        return new String(printed, StandardCharsets.UTF_8).strip();
    }
}
