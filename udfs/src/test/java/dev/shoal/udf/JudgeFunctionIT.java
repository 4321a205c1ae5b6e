package dev.shoal.udf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import dev.shoal.qc.Cadence;
import dev.shoal.qc.Companions;
import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.Role;
import dev.shoal.qc.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeFunctionIT extends JavaDataFrameSuiteBase {

    private static final String SCHEMA = "platform STRING, series STRING, time TIMESTAMP, temp DOUBLE, psal FLOAT,"
            + " pres DOUBLE, temp_qc INT, note STRING, source_file STRING, source_index BIGINT";
    private static final String IN_PIECES = "{\"temp\": {\"gross_range\": {\"fail_span\": [8, 22]},"
            + " \"spike\": {\"suspect_threshold\": 3, \"fail_threshold\": 6},"
            + " \"attenuated_signal\": {\"suspect_threshold\": 4, \"fail_threshold\": 1, \"test_period\": 600,"
            + " \"min_obs\": 3, \"check_type\": \"range\"}}}";
    private static final String WHOLE = "{\"temp\": {\"spike\": {\"suspect_threshold\": 3},"
            + " \"flat_line\": {\"tolerance\": 2.5, \"suspect_threshold\": 120, \"fail_threshold\": 300}},"
            + " \"psal\": {\"density_inversion\": {\"suspect_threshold\": 0.5}}}";
    private static final Map<String, double[][]> SERIES = new HashMap<>();

    @TempDir
    private static Path folder;

    @Override
    public boolean enableHiveSupport() {
        return false;
    }

    @Override
    public SparkConf conf() {
        return super.conf()
                .set("spark.sql.extensions", ShoalExtensions.NAME)
                .set("spark.sql.shuffle.partitions", "4")
                .set("spark.sql.maxMetadataStringLength", "1000")
                .set("spark.sql.session.timeZone", "UTC");
    }

    @BeforeEach
    void startSession() {
        runBefore();
        Path table = folder.resolve("obs");
        if (!Files.exists(table)) {
            List<Row> rows = rows();
            Collections.shuffle(rows, new Random(2));
            spark().createDataFrame(rows, org.apache.spark.sql.types.StructType.fromDDL(SCHEMA))
                    .repartition(5)
                    .write()
                    .partitionBy("note")
                    .parquet(table.toString());
        }
        spark().read().parquet(table.toString()).createOrReplaceTempView("obs");
    }

    @AfterAll
    static void stopSession() {
        runAfterClass();
    }

    /** Returns series of three platforms, a long one among them: times, temperature, salinity, pressure by index. */
    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int platform = 0; platform < 3; platform++) {
            int size = platform == 1 ? 70_000 : 300;
            for (int s = 0; s < 2; s++) {
                Random random = new Random(platform * 10L + s);
                double[][] series = new double[4][size];
                double time = 1_600_000_000e6;
                for (int i = 0; i < size; i++) {
                    time += random.nextInt(9) == 0 ? 0 : 60e6;
                    series[0][i] = platform == 2 && s == 0 && i < 3 ? Double.NaN : time;
                    series[1][i] = random.nextInt(40) == 0 ? Double.NaN : 15 + 2 * random.nextGaussian();
                    series[2][i] = (float) (35 + 0.3 * random.nextGaussian());
                    series[3][i] = platform == 0 ? Double.NaN : i % 50;
                    rows.add(RowFactory.create(
                            "P" + platform,
                            "s" + s,
                            Double.isNaN(series[0][i]) ? null : new Timestamp((long) (series[0][i] / 1000)),
                            Double.isNaN(series[1][i]) ? null : series[1][i],
                            (float) series[2][i],
                            Double.isNaN(series[3][i]) ? null : series[3][i],
                            7,
                            "n",
                            "f",
                            (long) i));
                }
                SERIES.put("P" + platform + "/s" + s, series);
            }
        }
        return rows;
    }

    private static QcConfiguration qc(String tests) throws Exception {
        List<String> problems = new ArrayList<>();
        QcConfiguration qc = QcConfiguration.parse(new ObjectMapper().readValue(tests, Object.class), problems);
        assertThat(problems).isEmpty();
        return qc;
    }

    @ParameterizedTest
    @ValueSource(strings = {IN_PIECES, WHOLE})
    void theFlagsAreThoseOfWholeSeriesWhereverTheRowsLie(String tests) throws Exception {
        List<Row> rows = spark().sql("SELECT concat(platform, '/', series) AS id, source_index, * EXCEPT (source_index)"
                        + " FROM qc_judge('obs', '" + tests + "')")
                .collectAsList();
        assertThat(rows).hasSize(2 * (300 + 70_000 + 300));
        Map<String, List<Row>> bySeries = rows.stream().collect(Collectors.groupingBy(row -> row.getString(0)));
        for (Map.Entry<String, List<Row>> series : bySeries.entrySet()) {
            for (String variable : qc(tests).suites().keySet()) {
                areFlaggedAs(series(series.getKey(), variable), qc(tests), variable, series.getValue());
            }
        }
    }

    private static void areFlaggedAs(Series series, QcConfiguration qc, String variable, List<Row> rows) {
        byte[] flags = new byte[series.size()];
        int[] raised = new int[series.size()];
        qc.suite(variable).orElseThrow().flag(series, flags, raised);
        for (Row row : rows) {
            int i = (int) row.getLong(1);
            assertThat(row.<Integer>getAs(variable + "_qc"))
                    .as("%s of %s[%d]", variable, row.getString(0), i)
                    .isEqualTo(flags[i]);
            assertThat(row.<Integer>getAs(variable + "_qc_tests")).isEqualTo(raised[i]);
        }
    }

    private static Series series(String id, String variable) {
        double[][] series = Optional.ofNullable(SERIES.get(id)).orElseThrow();
        long[] times = new long[series[0].length];
        for (int i = 0; i < times.length; i++) {
            times[i] = Double.isNaN(series[0][i]) ? Series.NO_TIME : (long) series[0][i];
        }
        Map<String, double[]> beside = new HashMap<>(Map.of(Role.TEMPERATURE, series[1], Role.SALINITY, series[2]));
        if (!Double.isNaN(series[3][0])) {
            beside.put(Role.PRESSURE, series[3]);
        }
        Companions companions =
                new Companions(beside, Map.of(), Map.of(Role.PLATFORM, id.substring(0, 2)), Optional.empty());
        double[] values = series[variable.equals("temp") ? 1 : 2];
        return new Series(times, values, times.length, Cadence.UNMEASURED, companions);
    }

    @Test
    void sortsBySeriesAndReadsNoMoreThanIsAskedFor() {
        Dataset<Row> judged = spark().sql("SELECT platform, time, temp_qc FROM qc_judge('obs',"
                + " '{\"temp\": {\"spike\": {\"suspect_threshold\": 1}}, \"psal\": {\"spike\": {\"suspect_threshold\": 1}}}')"
                + " WHERE platform = 'P2' AND temp_qc = 3");
        String plan = judged.queryExecution().executedPlan().toString();
        assertThat(plan)
                .containsSubsequence(
                        "qc_judge(temp: spike, in pieces)",
                        "Sort [platform#",
                        "series#",
                        "shoal_time#",
                        "source_index#",
                        "Exchange hashpartitioning(platform#",
                        "PushedFilters: [IsNotNull(platform), EqualTo(platform,P2)]",
                        "ReadSchema: struct<platform:string,series:string,time:timestamp,temp:double,source_file:string,"
                                + "source_index:bigint>");
        assertThat(judged.collectAsList()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.getString(0)).isEqualTo("P2");
            assertThat(row.getInt(2)).isEqualTo(3);
        });
        assertThat(spark().sql("SELECT count(*) FROM qc_judge('obs', '" + WHOLE + "')")
                        .first()
                        .getLong(0))
                .isEqualTo(2 * (300 + 70_000 + 300));
    }

    @Test
    void aSeriesIsWhateverColumnsAreNamedForIt() {
        List<Row> rows = spark().sql("SELECT a.temp_qc, b.temp_qc FROM qc_judge('obs', '" + WHOLE
                        + "', 'platform, SERIES', 'Time') a JOIN qc_judge('obs', '" + WHOLE
                        + "') b ON a.platform = b.platform AND a.series = b.series AND a.source_index = b.source_index"
                        + " WHERE a.platform = 'P0'")
                .collectAsList();
        assertThat(rows)
                .hasSize(600)
                .allSatisfy(row -> assertThat(row.getInt(0)).isEqualTo(row.getInt(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            'obs', '{"tmp": {"spike": {"suspect_threshold": 1}}}' | no column 'tmp' with values to judge. Did you mean temp?
            'obs', '{"temp": {"spyke": {"suspect_threshold": 1}}}' | Did you mean spike?
            'obs', '{"temp": {"spike": {"suspect_treshold": 1}}}' | Did you mean suspect_threshold?
            'obs', '{"temp": ' | they are no JSON
            'obs', '{"note": {"spike": {"suspect_threshold": 1}}}' | found a column of type STRING, expected numbers
            'obs', '{"temp": {"spike": {"suspect_threshold": 1}}}', 'platfrom' | Did you mean platform?
            'obs', '{"temp": {"spike": {"suspect_threshold": 1}}}', 'platform', 'tme' | Did you mean time?
            'obs', '{}' | found no tests
            'obs' | found 1 arguments. qc_judge('table', 'tests as JSON'
            'obs', temp | qc_judge
            'nowhere', '{"temp": {"spike": {"suspect_threshold": 1}}}' | TABLE_OR_VIEW_NOT_FOUND
            """)
    void saysWhatIsWrongBeforeAnythingRuns(String arguments, String message) {
        assertThatThrownBy(() -> spark().sql("SELECT * FROM qc_judge(" + arguments + ")"))
                .isInstanceOf(AnalysisException.class)
                .hasMessageContaining(message);
    }
}
