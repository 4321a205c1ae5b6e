package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.job.demo.DemoArchive;
import dev.shoal.job.demo.Scale;
import dev.shoal.testing.FaultyFileSystem;
import dev.shoal.testing.ObjectStore;
import io.jhdf.HdfFile;
import io.jhdf.api.dataset.ChunkedDataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get wrong, each told in words that help, with the exit code that scripts go by; nothing is lost. */
class BadInputIT {

    private static final String SST = """
            dataset: NAME
            source: {paths: [archive/sst/2023/02], variables: [analysed_sst], kind: grids}
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeArchive() throws IOException {
        DemoArchive.write(folder.resolve("archive"), 42, Scale.TINY);
    }

    private static CommandLineRun run(String name, String spec, String... options) throws IOException {
        Path file = folder.resolve(name + ".yaml");
        Files.writeString(file, spec.replace("NAME", name));
        return command("run", file.toString(), options);
    }

    private static CommandLineRun command(String verb, String what, String... options) {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(
                new String[] {verb, what, "--data", folder.resolve("data").toString()}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return CommandLineRun.of(arguments);
    }

    private static String storage(Map<String, String> settings) {
        return "catalog:\n  storage:\n"
                + settings.entrySet().stream()
                        .map(entry -> "    " + entry.getKey() + ": \"" + entry.getValue() + "\"\n")
                        .collect(Collectors.joining());
    }

    private static String faulty(String key, String pattern) {
        return storage(Map.of(
                "fs.obs.impl",
                FaultyFileSystem.class.getName(),
                "fs.obs.impl.disable.cache",
                "true",
                key,
                pattern.replace("\\", "\\\\")));
    }

    private static void refused(CommandLineRun run, String... parts) {
        assertThat(run.messages()).contains(parts).doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.output()).isEmpty();
    }

    @Test
    void aSpecificationThatIsNotThere() {
        refused(
                command("run", folder.resolve("nothing.yaml").toString()),
                "Cannot read the specification '",
                "nothing.yaml",
                "Check the path.");
    }

    @Test
    void aSpecificationWithThreeMistakes() throws IOException {
        refused(
                run("mistakes", """
                        dataset: SST of 2023
                        source: {paths: [archive/sst], variable: [sst]}
                        regrid: {grid: globel_1}
                        """),
                "mistakes.yaml: 3 problems.",
                "line 1: 'dataset' is 'SST of 2023', expected a lower-case letter",
                "line 2: Unknown key 'source.variable'. Did you mean variables?",
                "line 3: 'regrid.grid' is 'globel_1'",
                "global_1");
    }

    @Test
    void aCatalogueThatIsNoDatabaseInAWarehouseWithoutAScheme() throws IOException {
        refused(
                run("catalogue", SST + "catalog: {uri: \"postgresql://x/y\", warehouse: /data}\n"),
                "catalogue.yaml: 2 problems.",
                "line 3: 'catalog.uri' is no JDBC URI, expected one such as jdbc:postgresql://host/name.",
                "line 3: 'catalog.warehouse' needs its scheme, such as file:///data/warehouse");
    }

    @Test
    void aDataFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        refused(
                CommandLineRun.of("catalog", "list", "--data", file.toString()),
                "a-file': found a file of that name, expected a folder that can be written to. Name another with --data.");
    }

    @Test
    void tablesAndColumnsThatAreNotThereAndSqlThatIsNone() {
        refused(
                command("sql", "SELECT * FROM ocean.obs.nothing"),
                "Cannot run this SQL: [TABLE_OR_VIEW_NOT_FOUND] The table or view `ocean`.`obs`.`nothing` cannot be found.",
                "'SHOW TABLES IN ocean.obs' lists those that there are.");
        refused(
                command("sql", "SELECT * FROM nothing"),
                "Cannot run this SQL: [TABLE_OR_VIEW_NOT_FOUND] The table or view `nothing` cannot be found.",
                "'SHOW TABLES IN ocean.obs', 'IN ocean.grids' and 'IN ocean.catalog' list those of Shoal.");
        refused(command("sql", "SELEC 1"), "Cannot run this SQL: [PARSE_SYNTAX_ERROR] Syntax error at or near 'SELEC'");
    }

    @Test
    void aPathThatIsNotThere() throws IOException {
        refused(
                run("missing", SST.replace("archive/sst/2023/02", "archive/ssst")),
                "Cannot read '",
                "archive/ssst': found nothing there, expected a file, a folder or a glob",
                "Check the path");
    }

    @Test
    void aGlobThatMatchesNothing() throws IOException {
        refused(
                run("empty-glob", SST.replace("archive/sst/2023/02", "archive/sst/1999/*/*.nc")),
                "Cannot read '",
                "archive/sst/1999/*/*.nc': found nothing there");
    }

    @Test
    void aFolderWithoutData() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("empty/readme.txt"), "nothing here");
        refused(
                run("empty-folder", SST.replace("archive/sst/2023/02", "empty")),
                "empty': found no file there, expected Zarr stores, kerchunk references, or files ending in .nc");
    }

    @Test
    void aFolderThatMayNotBeRead() throws IOException {
        refused(
                run(
                        "denied",
                        SST.replace("archive/sst/2023/02", "obs://" + folder.resolve("archive/sst"))
                                + faulty("fs.obs.denied", ".*/sst/2023/02")),
                "archive/sst': access is denied. Check the permissions, or the keys of the object store.");
    }

    @Test
    void aFileThatMayNotBeReadIsRefusedAndTheOthersAreDone() throws IOException {
        CommandLineRun run = run(
                "denied-file",
                SST.replace("archive/sst/2023/02", "obs://" + folder.resolve("archive/sst/2023/02"))
                        + faulty("fs.obs.denied", ".*sst_20230202.nc"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.output()).contains("sst_20230202.nc: access is denied", "2 files refused");
    }

    @Test
    void aVariableThatIsNotThere() throws IOException {
        refused(
                run("no-variable", SST.replace("analysed_sst", "analyzed_sst")),
                "Cannot take variable 'analyzed_sst': no file has a field of that name or standard name.",
                "Did you mean analysed_sst?",
                "There are: analysed_sst, sea_surface_temperature.");
    }

    @Test
    void testsOfAVariableThatIsNotThereAndOfSeriesOnGrids() throws IOException {
        refused(
                run("grid-tests", SST + """
                        qc:
                          analysed_sts: {gross_range: {fail_span: [0, 1]}}
                          analysed_sst: {spike: {suspect_threshold: 1, fail_threshold: 2}}
                        """),
                "Cannot run QC on analysed_sts: found no variable with this name or CF standard name. Did you mean analysed_sst?",
                "Cannot run [spike] on 'analysed_sst': they judge a series, and this dataset holds grids.");
    }

    @Test
    void testsOfAnObservedVariableThatIsNotThere() throws IOException {
        refused(run("obs-tests", """
                        dataset: obs-tests
                        source: {paths: [archive/gliders]}
                        qc: {temprature: {gross_range: {fail_span: [0, 1]}}}
                        """), "Cannot run QC on temprature: found no variable", "Did you mean temperature?");
    }

    @Test
    void aTargetGridOutsideTheData() throws IOException {
        refused(
                run("outside", SST + """
                        regrid: {grid: {lat: {start: -60, end: -40, step: 1}, lon: {start: 0, end: 20, step: 1}}}
                        output: {path: outside}
                        """),
                "Cannot regrid 'analysed_sst': no cell of the target grid (as listed, latitude -60.00 to -40.00,",
                "lies within the data (latitude 15.50 to 59.50, longitude -79.50 to -20.50)",
                "Choose a target grid over the data.");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void aTaskMemoryThatNoChunkFitsInto() throws IOException {
        refused(run("memory", SST + """
                        regrid: {grid: global_0.05}
                        output: {chunks: {lat: 3600, lon: 7200}, task-memory: 16 MiB}
                        """), "one chunk of", "Choose smaller chunks or a larger output.task-memory.");
    }

    @Test
    void aFullDiskUnderTheStore() throws IOException {
        String spec = SST + "output: {path: \"obs://" + folder.resolve("full") + "\", chunks: {time: 1}}\n";
        refused(
                run("full-store", spec + faulty("fs.obs.full", ".*/analysed_sst/1.0.0")),
                "No space left on device",
                "analysed_sst/1.0.0",
                "Free some space and run again: what is written already is kept");
        CommandLineRun again = run("full-store", spec + faulty("fs.obs.full", "nothing"));
        assertThat(again.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(again.output()).contains("Dataset full-store created", "3 of 4 files read", "8,100 cells written");
    }

    @Test
    void aFullDiskUnderTheWarehouse() throws IOException {
        String spec = "dataset: full-warehouse\nsource: {paths: [archive/gliders]}\n"
                + faulty("fs.obs.full", ".*/obs/full_warehouse/data/.*") + "  warehouse: obs://"
                + folder.resolve("warehouse") + "\n"
                + "  uri: jdbc:sqlite:" + folder.resolve("full.db") + "\n";
        refused(
                run("full-warehouse", spec),
                "Cannot write to or read from 'ocean.obs.full_warehouse': No space left on device. Free some space and run again");
    }

    @Test
    void aKeyWithoutTheRightToWrite() throws IOException {
        Files.createDirectories(folder.resolve("s3/bucket"));
        try (ObjectStore objects = ObjectStore.startReadOnly(folder.resolve("s3"))) {
            refused(
                    run(
                            "no-right",
                            SST + "output: {path: \"s3a://bucket/out\"}\n" + storage(objects.hadoopProperties())),
                    "s3a://bucket/out",
                    "Give the user or the key the right to read, write and list there");
        }
    }

    @Test
    void aWrongSecret() throws IOException {
        Files.createDirectories(folder.resolve("s3/bucket"));
        try (ObjectStore objects = ObjectStore.start(folder.resolve("s3"))) {
            Map<String, String> settings = objects.hadoopProperties();
            settings.put("fs.s3a.secret.key", "wrong");
            refused(
                    run("wrong-secret", SST.replace("archive/sst/2023/02", "s3a://bucket/in") + storage(settings)),
                    "Cannot read 's3a://bucket/in': access is denied. Check the permissions, or the keys");
        }
    }

    @Test
    void aFileOnAnotherGridIsRefusedAndTheOthersAreDone() throws IOException {
        Path other = folder.resolve("two-grids");
        DemoArchive.write(other, 42, new Scale(Scale.TINY.start(), 4, 2, 24, 32, 3, 2, 1800, 6, 240));
        Files.move(other.resolve("sst/2023/01/sst_20230131.nc"), other.resolve("sst_20230131.nc"));
        CommandLineRun run = run(
                "two-grids",
                SST.replace("archive/sst/2023/02", "archive/sst/2023/02/sst_2023020?.nc, two-grids/sst_20230131.nc"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.output())
                .contains("4 of 5 files read", "2 files refused", "lies on another grid (23 x 30 points)", "45 x 60");
    }

    @Test
    void aDamagedFileIsRefusedAndTheOthersAreDone() throws IOException {
        Path damaged = folder.resolve("damaged");
        Files.createDirectories(damaged);
        for (int day : new int[] {29, 30, 31}) {
            Files.copy(folder.resolve("archive/sst/2023/01/sst_202301" + day + ".nc"), damaged.resolve(day + ".nc"));
        }
        spoilChunk(damaged.resolve("30.nc"));
        CommandLineRun run = run("damaged", SST.replace("archive/sst/2023/02", "damaged"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.output())
                .contains("1 file refused", "damaged/30.nc: variable analysed_sst is damaged", "Fetch the file again");
        assertThat(command("sql", "SELECT dataset, stage FROM ocean.catalog.rejects WHERE path LIKE '%damaged/30.nc'")
                        .output()
                        .lines()
                        .skip(2))
                .containsExactly("damaged  read");
        assertThat(command("sql", "SELECT count(*) FROM ocean.catalog.granules WHERE dataset = 'damaged'")
                        .output()
                        .trim())
                .isEqualTo("2");
        CommandLineRun again = run("damaged", SST.replace("archive/sst/2023/02", "damaged"));
        assertThat(again.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(again.output()).startsWith("Nothing to do: damaged is up to date, 2 files");
    }

    /** Changes bytes in the middle of the first storage chunk, so that only reading it tells. */
    private static void spoilChunk(Path file) throws IOException {
        byte[] chunk;
        try (HdfFile hdf = new HdfFile(file)) {
            ByteBuffer raw = ((ChunkedDataset) hdf.getDatasetByPath("/analysed_sst")).getRawChunkBuffer(new int[3]);
            chunk = new byte[raw.remaining()];
            raw.get(chunk);
        }
        byte[] bytes = Files.readAllBytes(file);
        int start =
                new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(chunk, StandardCharsets.ISO_8859_1));
        for (int i = start + chunk.length / 2; i < start + chunk.length / 2 + 16; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
    }
}
