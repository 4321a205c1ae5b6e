package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.Series;
import dev.shoal.testing.SharedSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that stream in nearly in order have, in the end, the flags of whole series. */
class RowStreamIT {

    private static final Map<String, Object> TESTS = Map.of(
            "temp",
            Map.of(
                    "gross_range", Map.of("fail_span", List.of(0, 22), "suspect_span", List.of(12, 20)),
                    "spike", Map.of("suspect_threshold", 2, "fail_threshold", 4),
                    "rate_of_change", Map.of("threshold", 0.03)));

    @TempDir
    private Path folder;

    private static QcConfiguration qc(Map<String, Object> tests) {
        List<String> problems = new ArrayList<>();
        QcConfiguration qc = QcConfiguration.parse(tests, problems);
        assertThat(problems).isEmpty();
        return qc;
    }

    private Dataset<Row> rows(SparkSession spark) {
        return spark.readStream()
                .schema("platform STRING, series STRING, time TIMESTAMP, source_file STRING, source_index BIGINT,"
                        + " temp DOUBLE, note STRING")
                .option("maxFilesPerTrigger", 1)
                .json(folder.resolve("rows").toString());
    }

    @Test
    void theLastFlagsOfEachRowAreThoseOfTheWholeSeries() throws Exception {
        double[] values = write(new Random(3));
        Map<Long, Row> latest = new TreeMap<>();
        List<Row> late = new ArrayList<>();
        VoidFunction2<Dataset<Row>, Long> collect =
                (batch, id) -> batch.collectAsList().forEach(row -> {
                    if (row.<String>getAs("standing").equals("late")) {
                        late.add(row);
                    } else {
                        latest.put(row.getAs("source_index"), row);
                    }
                });
        RowStream.judge(rows(SharedSpark.session()), qc(TESTS), Duration.ofMinutes(10))
                .writeStream()
                .option("checkpointLocation", folder.resolve("state").toString())
                .trigger(Trigger.AvailableNow())
                .foreachBatch(collect)
                .start()
                .awaitTermination();
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * 60_000_000L;
        }
        byte[] flags = new byte[values.length];
        int[] raised = new int[values.length];
        qc(TESTS).suite("temp").orElseThrow().flag(new Series(times, values, times.length), flags, raised);
        assertThat(latest).hasSize(values.length);
        latest.forEach((index, row) -> {
            assertThat(row.<Integer>getAs("temp_qc")).as("flag %d", index).isEqualTo(flags[index.intValue()]);
            assertThat(row.<Integer>getAs("temp_qc_tests")).isEqualTo(raised[index.intValue()]);
        });
        assertThat(late)
                .singleElement()
                .satisfies(row -> assertThat(row.<Long>getAs("source_index")).isEqualTo(1000L));
    }

    /** Writes samples a minute apart in three files whose ends overlap, and one that is hours late. */
    private double[] write(Random random) throws Exception {
        double[] values = new double[90];
        List<List<String>> files = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(12) == 0 ? Double.NaN : 15 + 3 * random.nextGaussian();
            String value = Double.isNaN(values[i]) ? "" : ", \"temp\": " + values[i];
            files.get(Math.min(2, (i + random.nextInt(5)) / 32)).add(line(i, i, value));
        }
        files.get(2).add(line(1000, 3, ", \"temp\": 15"));
        Files.createDirectories(folder.resolve("rows"));
        for (int i = 0; i < files.size(); i++) {
            Path file = folder.resolve("rows/" + i + ".json");
            Files.write(file, files.get(i));
            assertThat(file.toFile().setLastModified(1_700_000_000_000L + 60_000L * i))
                    .isTrue();
        }
        return values;
    }

    private static String line(int index, int minute, String value) {
        return String.format(
                "{\"platform\": \"P\", \"series\": \"s\", \"time\": \"1970-01-01T%02d:%02d:00Z\","
                        + " \"source_file\": \"topic/0\", \"source_index\": %d, \"note\": \"n\"%s}",
                minute / 60, minute % 60, index, value);
    }

    @Test
    void namesEveryColumnThatIsNotThere() throws Exception {
        Files.createDirectories(folder.resolve("rows"));
        Dataset<Row> rows = rows(SharedSpark.session()).drop("source_index");
        QcConfiguration qc = qc(Map.of("temo", Map.of("spike", Map.of("suspect_threshold", 2))));
        assertThatThrownBy(() -> RowStream.judge(rows, qc, Duration.ofHours(1)))
                .isInstanceOf(StageException.class)
                .hasMessage("Cannot judge a stream: found no column 'source_index', expected platform, series, time,"
                        + " source_file, source_index, and the variables.\n"
                        + "Cannot judge 'temo': found no column of this name. Did you mean temp?");
    }
}
