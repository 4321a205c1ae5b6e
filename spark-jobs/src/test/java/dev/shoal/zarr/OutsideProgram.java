package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Runs programs that are not ours. One that is missing skips the test for a person and fails it where CI is true. */
public final class OutsideProgram {

    private static final Path SCRIPTS =
            Path.of("src/test/resources/dev/shoal/zarr").toAbsolutePath();
    private static final Path NODE_FOLDER = Path.of("target/zarrita").toAbsolutePath();
    private static final String ZARRITA = "zarrita@0.7.5";
    private static final Path ICECHUNK_FOLDER = Path.of("target/icechunk").toAbsolutePath();
    private static final String ICECHUNK = "@earthmover/icechunk@2.2.2";

    private static final String DUCKDB = "@duckdb/node-api@1.5.6-r.1";

    private static final Map<List<String>, Boolean> FOUND = new ConcurrentHashMap<>();

    private OutsideProgram() {}

    static boolean isCi() {
        return "true".equals(System.getenv("CI"));
    }

    /** Asks for Debian's Python with what reads netCDF and Zarr. */
    public static void requirePython() {
        require(
                "Debian's python3-zarr, python3-xarray and python3-netcdf4",
                runs("/usr/bin/python3", "-c", "import zarr, xarray, netCDF4, cftime"));
    }

    /** Asks for GDAL's programs. */
    static void requireGdal() {
        require("Debian's gdal-bin", runs("gdalmdiminfo", "--version"));
    }

    /** Puts zarrita and our scripts into a folder of the build, where node finds the one from the other. */
    public static synchronized void requireZarrita() throws IOException, InterruptedException {
        require("node and npm", runs("node", "--version") && runs("npm", "--version"));
        Files.createDirectories(NODE_FOLDER);
        Files.writeString(NODE_FOLDER.resolve("package.json"), "{}");
        if (!Files.isDirectory(NODE_FOLDER.resolve("node_modules/zarrita"))) {
            require("npm's " + ZARRITA, exit("npm", "install", "--no-save", "--silent", ZARRITA) == 0);
        }
    }

    /**
     * Puts Icechunk's own library into a folder of the build, with a library to load before it that supplies what
     * Debian 12's C library lacks.
     */
    public static synchronized void requireIcechunk() throws IOException, InterruptedException {
        require("node and npm", runs("node", "--version") && runs("npm", "--version"));
        Files.createDirectories(ICECHUNK_FOLDER);
        Files.writeString(ICECHUNK_FOLDER.resolve("package.json"), "{}");
        if (!Files.isDirectory(ICECHUNK_FOLDER.resolve("node_modules/@earthmover"))) {
            String folder = ICECHUNK_FOLDER.toString();
            require(
                    "npm's " + ICECHUNK,
                    exit("npm", "install", "--prefix", folder, "--no-save", "--silent", ICECHUNK) == 0);
        }
        String source = SCRIPTS.resolve("icechunk/preload.c").toString();
        require("a C compiler", runs("cc", "-shared", "-fPIC", "-o", preload(), source));
    }

    private static String preload() {
        return ICECHUNK_FOLDER.resolve("preload.so").toString();
    }

    /** Runs a script with node, where Icechunk's own library is found, and returns what it prints. */
    public static String icechunk(String script, String... arguments) throws IOException, InterruptedException {
        Path copy = ICECHUNK_FOLDER.resolve(script);
        Files.write(copy, Files.readAllBytes(SCRIPTS.resolve("icechunk").resolve(script)));
        return run(List.of("env", "LD_PRELOAD=" + preload(), "node", copy.toString()), arguments);
    }

    /** Puts DuckDB into the same folder. */
    public static synchronized void requireDuckdb() throws IOException, InterruptedException {
        require("node and npm", runs("node", "--version") && runs("npm", "--version"));
        Files.createDirectories(NODE_FOLDER);
        if (!Files.isDirectory(NODE_FOLDER.resolve("node_modules/@duckdb/node-api"))) {
            Files.writeString(NODE_FOLDER.resolve("package.json"), "{}");
            require("npm's " + DUCKDB, exit("npm", "install", "--no-save", "--silent", DUCKDB, ZARRITA) == 0);
        }
    }

    private static void require(String what, boolean there) {
        if (isCi()) {
            assertThat(there).as("%s is there", what).isTrue();
        }
        assumeTrue(there, what + " is not there");
    }

    /** Asks once in each run of the tests: importing a few libraries takes as long as many a test. */
    private static boolean runs(String... command) {
        return FOUND.computeIfAbsent(List.of(command), OutsideProgram::ends);
    }

    private static boolean ends(List<String> command) {
        try {
            return exit(command.toArray(String[]::new)) == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int exit(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(Files.isDirectory(NODE_FOLDER) ? NODE_FOLDER.toFile() : null)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(5, TimeUnit.MINUTES) ? process.exitValue() : -1;
    }

    static void python(String script, String... arguments) throws IOException, InterruptedException {
        python(SCRIPTS.resolve(script), arguments);
    }

    /** Runs a script with Debian's Python and returns what it prints. */
    public static String python(Path script, String... arguments) throws IOException, InterruptedException {
        return run(List.of("/usr/bin/python3", script.toAbsolutePath().toString()), arguments);
    }

    static void node(String script, String... arguments) throws IOException, InterruptedException {
        node(SCRIPTS.resolve(script), arguments);
    }

    /** Runs a script with node, where zarrita is found, and returns what it prints. */
    public static String node(Path script, String... arguments) throws IOException, InterruptedException {
        Path copy = NODE_FOLDER.resolve(script.getFileName().toString());
        Files.write(copy, Files.readAllBytes(script));
        return run(List.of("node", copy.toString()), arguments);
    }

    private static String run(List<String> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
        return output;
    }
}
