package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.Window;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.Series;
import dev.shoal.spec.OutputSpec;
import dev.shoal.spec.RunSpec;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 1: any split of the input into files, of the work into tasks and of memory into budgets gives the same. */
class PartitionLawIT {

    private static final String GRIDS = """
            dataset: law
            source: {paths: [.]}
            qc: {sst: {gross_range: {fail_span: [0, 40], suspect_span: [5, 30]}}}
            output: {codec: zlib:1, chunks: {time: 3, lat: 4, lon: 5}}
            """;
    private static final String REGRID = """
            regrid: {grid: {lat: {start: -29, end: -6.5, step: 1.5}, lon: {start: 99, end: 141.5, step: 1.7}}}
            """;
    private static final String MOORINGS = """
            dataset: law
            source: {paths: [.]}
            qc:
              sea_water_temperature:
                gross_range: {fail_span: [0, 22], suspect_span: [12, 20]}
                spike: {suspect_threshold: 2, fail_threshold: 4}
                rate_of_change: {threshold: 0.005}
                flat_line: {tolerance: 0.01, suspect_threshold: 600, fail_threshold: 1800}
            """;
    private static final int DAYS = 10;
    private static final int SAMPLES = 160;

    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        SharedSpark.session().sparkContext().conf().remove("spark.default.parallelism");
        SharedSpark.session().conf().set("spark.sql.shuffle.partitions", "4");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyTasksMemoryAndFilesGiveTheSameChunks(long seed) throws IOException {
        for (String grid : List.of("", REGRID)) {
            Map<String, String> expected = StoreFiles.bytes(store(seed, GRIDS + grid, 4, 1 << 28, DAYS));
            assertThat(expected).hasSizeGreaterThan(100);
            for (int variant = 1; variant <= 4; variant++) {
                String store =
                        store(seed * 10 + variant, seed, GRIDS + grid, 1 + variant * 3, 2_500 << variant, variant);
                assertThat(StoreFiles.bytes(store))
                        .as("variant %d of %s", variant, grid)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void anyChunksHoldTheSameValues(long seed) throws IOException {
        Map<String, List<Double>> expected = values(store(seed, GRIDS + REGRID, 4, 1 << 28, DAYS));
        String other = (GRIDS + REGRID).replace("{time: 3, lat: 4, lon: 5}", "{time: 1, vertical: 2, lat: 99, lon: 7}");
        assertThat(values(store(seed * 10 + 1, seed, other, 3, 1 << 28, 2))).isEqualTo(expected);
        String plain = (GRIDS + REGRID).replace("codec: zlib:1", "format: 3");
        assertThat(values(store(seed * 10 + 2, seed, plain, 3, 1 << 28, 3))).isEqualTo(expected);
        String shards = (GRIDS + REGRID).replace("codec: zlib:1", "format: 3, shards: {time: 6, lat: 8, lon: 10}");
        String sharded = store(seed * 10 + 3, seed, shards, 3, 1 << 28, 2);
        assertThat(values(sharded)).isEqualTo(expected);
        assertThat(ZarrStore.open(sharded, new Configuration()).array("sst").orElseThrow())
                .satisfies(array -> assertThat(array.chunk()).endsWith(8, 10))
                .satisfies(array -> assertThat(array.inner()).endsWith(4, 5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyFilesAndTasksGiveTheSameFlags(long seed) throws IOException {
        double[] series = SmallFiles.series(seed, SAMPLES);
        List<String> expected = judged(seed, series);
        for (int variant = 0; variant < 3; variant++) {
            Path archive = folder.resolve("moorings" + variant);
            List<String> files = new ArrayList<>();
            int step = SAMPLES / (1 + 6 * variant);
            for (int first = 0; first < SAMPLES; first += step) {
                Path file = archive.resolve("part" + (SAMPLES - first) + ".nc");
                files.add(SmallFiles.mooring(file, "M" + seed, series, first, Math.min(SAMPLES, first + step))
                        .toString());
            }
            assertThat(rows(files, 1 + 3 * variant))
                    .as("%d files", files.size())
                    .isEqualTo(expected);
        }
    }

    private String store(long seed, String spec, int cores, int memory, int daysOfFile) throws IOException {
        return store(seed * 10, seed, spec, cores, memory, daysOfFile);
    }

    private String store(long name, long seed, String text, int cores, int memory, int daysOfFile) throws IOException {
        Path archive = folder.resolve("archive" + name);
        List<FileEntry> files = new ArrayList<>();
        for (int first = 0; first < DAYS; first += daysOfFile) {
            Path file = archive.resolve("day" + (100 + first) + ".nc");
            SmallFiles.grids(file, seed, first, Math.min(DAYS, first + daysOfFile), "degree_Celsius");
            files.add(new FileEntry(file.toString(), file.toFile().length(), 0));
        }
        SparkSession spark = SharedSpark.session();
        spark.sparkContext().conf().set("spark.default.parallelism", String.valueOf(cores));
        RunSpec spec =
                withMemory(RunSpec.parse(text, folder.resolve("spec.yaml").toString()), memory);
        List<FileDescription> described =
                ScanStage.descriptions(new ScanStage(spark, "law", 0, Progress.NONE).scan(files));
        GridPlanning planning = new GridPlanner(spec, new Configuration()).plan(described, Optional.empty());
        PlannedArray first = planning.plan().arrays().get(0);
        int rows = first.target().rank() - 2;
        boolean cut = first.unitChunks()[rows] < first.target().count(rows);
        assertThat(cut)
                .as("cut with %d bytes, %s", memory, text)
                .isEqualTo(memory <= (spec.regrid().isPresent() ? 20_000 : 10_000));
        String store = folder.resolve("store" + name + (text.contains("regrid") ? "r" : "s"))
                .toString();
        UnitSummary summary =
                new GridStage(spark, spec, Progress.NONE).run(planning, GridStores.of(store), store + ".units");
        assertThat(summary.units()).isEqualTo(planning.plan().unitCount());
        return store;
    }

    private static RunSpec withMemory(RunSpec spec, int bytes) {
        OutputSpec output = spec.output();
        return new RunSpec(
                spec.dataset(),
                spec.title(),
                spec.source(),
                spec.qc(),
                spec.thresholds(),
                spec.fields(),
                spec.regrid(),
                new OutputSpec(
                        output.path(),
                        output.format(),
                        output.chunks(),
                        output.shards(),
                        output.codec(),
                        bytes,
                        output.failed(),
                        output.layouts()),
                spec.catalog(),
                spec.text());
    }

    private static Map<String, List<Double>> values(String root) throws IOException {
        ZarrStore store = ZarrStore.open(root, new Configuration());
        Map<String, List<Double>> values = new TreeMap<>();
        for (ZarrArray array : store.arrays()) {
            ArrayBlock block = store.read(array, Window.whole(array.shape()));
            List<Double> list = new ArrayList<>();
            for (double value : block.toDoubles()) {
                list.add(value);
            }
            values.put(array.path(), list);
        }
        return values;
    }

    /** Judges the whole series in one piece. */
    private static List<String> judged(long seed, double[] series) {
        QcSuite suite = RunSpec.parse(MOORINGS, "spec.yaml")
                .qc()
                .suite("sea_water_temperature")
                .orElseThrow();
        long[] micros = new long[series.length];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = (long) (i * SmallFiles.SAMPLE_SECONDS * 1e6) + 1_577_836_800_000_000L;
        }
        byte[] flags = new byte[series.length];
        int[] raised = new int[series.length];
        suite.flag(new Series(micros, series, series.length), flags, raised);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < series.length; i++) {
            rows.add("M" + seed + " " + micros[i] + " " + series[i] + " " + flags[i] + " " + raised[i]);
        }
        return rows;
    }

    private static List<String> rows(List<String> files, int cores) {
        SparkSession spark = SharedSpark.session();
        spark.sparkContext().conf().set("spark.default.parallelism", String.valueOf(cores));
        spark.conf().set("spark.sql.shuffle.partitions", String.valueOf(cores));
        RunSpec spec = RunSpec.parse(MOORINGS, "spec.yaml");
        List<FileEntry> entries =
                files.stream().map(file -> new FileEntry(file, 0, 0)).toList();
        ObservationSchema schema = new ObservationSchema(spec);
        ScanStage.descriptions(new ScanStage(spark, "law", 0, Progress.NONE).scan(entries))
                .forEach(schema::add);
        ObservationStage stage = new ObservationStage(spark, schema.table());
        return SparkWork.run(spark, "law", files.size(), Progress.NONE, work -> {
            List<String> rows = new ArrayList<>();
            stage.rows(stage.judge(stage.read(files, work)), "law", "run")
                    .selectExpr("platform", "unix_micros(time) AS t", "temp", "temp_qc", "temp_qc_tests")
                    .orderBy("platform", "t")
                    .toLocalIterator()
                    .forEachRemaining(row -> rows.add(text(row)));
            return rows;
        });
    }

    private static String text(Row row) {
        return row.get(0) + " " + row.get(1) + " " + (row.isNullAt(2) ? Double.NaN : row.getDouble(2)) + " "
                + row.get(3) + " " + row.get(4);
    }
}
