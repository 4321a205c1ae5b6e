package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One row a storage chunk. */
class ChunkSourceIT extends SourceSession {

    private static final int CELLS = GridFiles.STEPS * GridFiles.LEVELS * GridFiles.ROWS * GridFiles.COLUMNS;
    private static Path archive = folder;

    @BeforeAll
    static void writeArchive() throws IOException {
        archive = Files.createDirectories(folder.resolve("archive"));
        for (int day = 0; day < 12; day += GridFiles.STEPS) {
            GridFiles.regular(archive, day);
        }
    }

    private Dataset<Row> chunks(Path path, String... options) {
        Map<String, String> given = new HashMap<>(Map.of("as", "chunks"));
        for (int i = 0; i < options.length; i += 2) {
            given.put(options[i], options[i + 1]);
        }
        return spark().read().format("netcdf").options(given).load(path.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gridded/coecms__xmhw/oisst_2003_2004.nc",
                "curvilinear/xoceanmodel__xroms/ocean_his_0001.nc",
                "dsg/axiom-data-science__pyaxiom/timeseriesProfile/resources/r-multiple.nc"
            })
    void payloadsAreTheStoredElementsEachOnce(String name) throws IOException {
        Path path = RealFiles.path(name);
        List<Row> rows = chunks(path, "targetBytes", "100k").collectAsList();
        Map<String, Long> elements = new HashMap<>();
        try (ArrayFile file = ArrayFiles.open(path.toString(), new Configuration())) {
            for (Row row : rows) {
                VariableHeader variable =
                        file.header().variable(row.getAs("variable")).orElseThrow();
                Window window = Window.at(numbers(row, "start"), numbers(row, "shape"));
                elements.merge(variable.name(), window.size(), Long::sum);
                if (variable.type().bytes() > 0) {
                    byte[] payload = row.getAs("payload");
                    assertThat(payload)
                            .as("%s", row.<String>getAs("variable"))
                            .isEqualTo(
                                    ArrayBlock.bytes(file.read(variable, window).values(), ByteOrder.LITTLE_ENDIAN));
                }
            }
            for (VariableHeader variable : file.header().variables()) {
                assertThat(elements.getOrDefault(variable.name(), 0L))
                        .as(variable.name())
                        .isEqualTo(variable.size());
            }
        }
    }

    private static long[] numbers(Row row, String column) {
        return row.<Long>getList(row.fieldIndex(column)).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    @Test
    void readsOnlyTheVariablesTheTimesAndThePayloadsThatAreAsked() {
        Dataset<Row> one = chunks(archive).where("variable = 'sst'").select("chunk", "payload");
        assertThat(one.collectAsList()).hasSize(3);
        assertThat(counted(one, ScanMetric.VALUES)).isEqualTo(3L * CELLS);
        Dataset<Row> two = chunks(archive).where("variable IN ('sst', 'chl') AND time_start >= '2020-01-09'");
        assertThat(two.collectAsList()).hasSize(2);
        assertThat(counted(two, ScanMetric.VALUES)).isEqualTo(2L * CELLS);
        Dataset<Row> keys = chunks(archive).drop("payload");
        assertThat(keys.collectAsList()).hasSizeGreaterThan(12);
        assertThat(counted(keys, ScanMetric.VALUES)).isZero();
        String file = chunks(archive).select("file").first().getString(0);
        Dataset<Row> inOneFile = chunks(archive).where("file = '" + file + "'").where("variable = 'flag'");
        assertThat(inOneFile.collectAsList()).hasSize(1);
        assertThat(explain(inOneFile)).contains("files: 1/3");
        assertThat(chunks(archive, "variables", "mask").collectAsList()).hasSize(3);
    }

    @Test
    void cutsVariablesWithoutChunksIntoStretches() {
        Dataset<Row> rows = chunks(archive, "variables", "sst", "targetBytes", "4800");
        assertThat(rows.collectAsList())
                .hasSize(3 * 2)
                .allMatch(row -> row.getList(row.fieldIndex("shape")).equals(List.of(2L, 3L, 10L, 20L)));
    }

    @Test
    void sumsByChunkInFunctionsEqualSumsOfCells() {
        Dataset<Row> sums = chunks(archive)
                .where("variable = 'sst'")
                .select("payload", "missing")
                .mapPartitions((MapPartitionsFunction<Row, Double>) ChunkSourceIT::sums, Encoders.DOUBLE())
                .selectExpr("sum(value)");
        double expected = netcdf(archive).selectExpr("sum(sst)").first().getDouble(0);
        assertThat(sums.first().getDouble(0)).isCloseTo(expected, within(1e-6 * expected));
    }

    private static Iterator<Double> sums(Iterator<Row> chunks) {
        List<Double> sums = new ArrayList<>();
        while (chunks.hasNext()) {
            Row chunk = chunks.next();
            List<Double> missing = chunk.getList(1);
            ByteBuffer values = ByteBuffer.wrap(chunk.<byte[]>getAs(0)).order(ByteOrder.LITTLE_ENDIAN);
            double sum = 0;
            while (values.hasRemaining()) {
                float value = values.getFloat();
                sum += Float.isNaN(value) || missing.contains((double) value) ? 0 : value;
            }
            sums.add(sum);
        }
        return sums.iterator();
    }

    @Test
    void refusesChunksThatDoNotFitIntoMemory() {
        Path oisst = RealFiles.path("gridded/coecms__xmhw/oisst_2003_2004.nc");
        assertThatThrownBy(() -> chunks(oisst, "variables", "sst", "memoryBytes", "1000")
                        .selectExpr("sum(length(payload))")
                        .first())
                .hasMessageContaining("Cannot read variable sst of ")
                .hasMessageContaining("oisst_2003_2004.nc: found storage chunks of [")
                .hasMessageContaining("expected no more than 250. Set the option memoryBytes to ");
        assertThatThrownBy(() -> chunks(archive, "as", "rows"))
                .hasMessage("Cannot read netcdf as 'rows': expected as 'cells', 'observations' or 'chunks'.");
        assertThatThrownBy(() -> chunks(archive, "as", "observations"))
                .hasMessageContaining("as observations: found grids. Leave out the option as");
    }
}
