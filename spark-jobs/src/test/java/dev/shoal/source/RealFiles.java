package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real files beside the repository, and Debian's xarray; absence skips for a person and fails where CI=true. */
final class RealFiles {

    private static final Path ROOT = Path.of("../../shared/corpus");
    private static final String PYTHON = "/usr/bin/python3";
    private static final Path SCRIPT = Path.of("src/test/resources/dev/shoal/source/cells.py");

    private RealFiles() {}

    /** Returns a file or folder of the corpus. */
    static Path path(String name) {
        Path path = ROOT.resolve(name).toAbsolutePath().normalize();
        require(Files.exists(path), "found no " + ROOT.resolve(name));
        return path;
    }

    /** Returns the rows of cells that the script writes for these arguments, missing as the empty text. */
    static List<List<String>> cells(Path out, String... arguments) throws IOException, InterruptedException {
        require(Files.isExecutable(Path.of(PYTHON)), "found no " + PYTHON);
        require(run(List.of(PYTHON, "-c", "import xarray, zarr, netCDF4")).isEmpty(), "found no python3-xarray");
        List<String> command = new ArrayList<>(List.of(PYTHON, SCRIPT.toString()));
        command.addAll(List.of(arguments));
        command.add(out.toString());
        assertThat(run(command)).isEmpty();
        return Files.readAllLines(out).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    /** Runs one of the scripts beside this class. */
    static void python(String script, String... arguments) throws IOException, InterruptedException {
        require(Files.isExecutable(Path.of(PYTHON)), "found no " + PYTHON);
        require(run(List.of(PYTHON, "-c", "import h5py, netCDF4")).isEmpty(), "found no python3-h5py");
        List<String> command =
                new ArrayList<>(List.of(PYTHON, SCRIPT.resolveSibling(script).toString()));
        command.addAll(List.of(arguments));
        assertThat(run(command)).isEmpty();
    }

    /** Returns what a program complains of; nothing where it ends well. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : "failed: " + output;
    }

    private static void require(boolean there, String absence) {
        if (!there && "true".equals(System.getenv("CI"))) {
            fail("Cannot check real files: " + absence);
        }
        if (!there) {
            abort("Cannot check real files: " + absence);
        }
    }
}
