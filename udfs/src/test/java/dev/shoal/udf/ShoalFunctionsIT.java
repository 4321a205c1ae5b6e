package dev.shoal.udf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShoalFunctionsIT extends JavaDataFrameSuiteBase {

    private static final StructType OBSERVATIONS = new StructType()
            .add("id", DataTypes.IntegerType)
            .add("temp", DataTypes.DoubleType)
            .add("psal", DataTypes.FloatType)
            .add("flag", DataTypes.ByteType);

    @TempDir
    private static Path folder;

    @Override
    public boolean enableHiveSupport() {
        return false;
    }

    @BeforeEach
    void startSession() {
        runBefore();
        spark().conf().set("spark.sql.catalog.shoal", FunctionsCatalog.class.getName());
        Path table = folder.resolve("obs");
        if (!Files.exists(table)) {
            observations().write().parquet(table.toString());
        }
        spark().read().parquet(table.toString()).createOrReplaceTempView("obs");
    }

    @AfterAll
    static void stopSession() {
        runAfterClass();
    }

    @Test
    void flagsAColumnByItsRange() {
        Dataset<Row> flags = spark().sql("SELECT id, shoal.qc.qc_gross_range(temp, -2, 40, 0, 30.5) AS t,"
                + " shoal.qc.qc_gross_range(psal, 2, 41) AS s FROM obs ORDER BY id");
        StructType schema = new StructType()
                .add("id", DataTypes.IntegerType)
                .add("t", DataTypes.ByteType)
                .add("s", DataTypes.ByteType);
        assertDataFrameEquals(
                spark().createDataFrame(
                                List.of(
                                        RowFactory.create(1, (byte) 1, (byte) 1),
                                        RowFactory.create(2, (byte) 3, (byte) 4),
                                        RowFactory.create(3, (byte) 4, (byte) 9),
                                        RowFactory.create(4, (byte) 9, null),
                                        RowFactory.create(5, null, (byte) 1)),
                                schema),
                flags);
    }

    @Test
    void runsInsideTheGeneratedCode() {
        String code = spark().sql(
                        "EXPLAIN CODEGEN SELECT shoal.qc.qc_worse(flag, shoal.qc.qc_gross_range(temp, -2, 40))"
                                + " FROM obs WHERE shoal.qc.qc_gross_range(psal, 2, 41, 5, 40) <> 4")
                .first()
                .getString(0);
        assertThat(code)
                .contains("dev.shoal.udf.GrossRangeFunction.invoke(")
                .contains("dev.shoal.udf.WorseFunction.invoke(")
                .contains("WithSuspectSpan.invoke(")
                .doesNotContain("produceResult");
    }

    @Test
    void judgesByNeighboursThroughWindowsOfSql() {
        List<Row> rows = spark().sql("SELECT shoal.qc.qc_spike(v, lag(v) OVER w, lead(v) OVER w, 1.0, 3.0) AS s,"
                        + " shoal.qc.qc_rate_of_change(v, lag(v) OVER w, 60.0, 0.01, 0.1) AS r"
                        + " FROM VALUES (1, 10D), (2, 10.5D), (3, 18D), (4, 10D) AS t(i, v)"
                        + " WINDOW w AS (ORDER BY i) ORDER BY i")
                .collectAsList();
        assertThat(rows).extracting(row -> row.get(0)).containsExactly(null, (byte) 4, (byte) 4, null);
        assertThat(rows).extracting(row -> row.get(1)).containsExactly(null, (byte) 1, (byte) 4, (byte) 4);
    }

    @Test
    void flagsAWholeSeriesGatheredIntoArrays() {
        Dataset<Row> flags = spark().sql("SELECT shoal.qc.qc_series('{\"spike\": {\"fail_threshold\": 3}}',"
                + " array(timestamp_seconds(0), timestamp_seconds(60), timestamp_seconds(120), NULL),"
                + " array(10D, 20D, 10D, NULL)) AS f");
        assertThat(flags.first().getList(0)).isEqualTo(List.of((byte) 2, (byte) 4, (byte) 2, (byte) 9));
        assertThatThrownBy(() -> spark().sql(
                                "SELECT shoal.qc.qc_series('{\"spiek\": {}}', array(timestamp_seconds(0)), array(1D))")
                        .first())
                .hasStackTraceContaining("found the unknown test spiek. Did you mean spike?");
    }

    @Test
    void judgesPlacesAndTheWaysBetweenThem() {
        Row row = spark().sql("SELECT shoal.qc.qc_on_land(46.9, 7.4), shoal.qc.qc_on_land(40.0, -40.0),"
                        + " shoal.qc.qc_on_land(40.0, double('NaN')), shoal.qc.qc_speed(0.0, 1.0, 0.0, 0.0, 60000, 1.0, 3.0),"
                        + " shoal.qc.qc_speed(0.0, 1.0, 0.0, 0.0, 6000, 1.0, 3.0),"
                        + " shoal.qc.qc_speed(0.0, 179.9, 0.0, -179.9, 60000, 1.0, 3.0),"
                        + " shoal.qc.qc_speed(double('NaN'), 1.0, 0.0, 0.0, 60000, 1.0, 3.0)")
                .first();
        assertThat(scala.jdk.javaapi.CollectionConverters.asJava(row.toSeq()))
                .isEqualTo(List.of((byte) 4, (byte) 1, (byte) 9, (byte) 3, (byte) 4, (byte) 1, (byte) 9));
    }

    @Test
    void knowsSeawater() {
        Row row = spark().sql(
                        "SELECT shoal.qc.sea_density(35.0, 10.0, 1000.0, -30.0, 45.0),"
                                + " shoal.qc.sea_depth(1000.0, 45.0), shoal.qc.sea_pressure(shoal.qc.sea_depth(1000.0, 45.0), 45.0)")
                .first();
        assertThat(row.getDouble(0)).isBetween(1031.0, 1032.0);
        assertThat(row.getDouble(1)).isBetween(989.0, 991.0);
        assertThat(row.getDouble(2)).isCloseTo(1000, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "qc_gross_range(5, 10, 0)                         | 1",
                "qc_gross_range(cast('NaN' as double), 0, 10)     | 9",
                "qc_gross_range(cast('Infinity' as double), 0, 9) | 4",
                "coalesce(shoal.qc.qc_gross_range(null, 0, 10), 9) | 9",
                "qc_valid_range(1, 1, 2)                          | 1",
                "qc_valid_range(2, 1, 2)                          | 4",
                "qc_valid_range(2, 1, cast('NaN' as double))      | 1",
                "qc_valid_range(cast('NaN' as double), 1, 2)      | 9",
                "qc_location(90, -180)                            | 1",
                "qc_location(90.1, 0)                             | 4",
                "qc_location(0, 181)                              | 4",
                "qc_location(cast('NaN' as double), 0)            | 4",
                "qc_location(cast('NaN' as double), double('NaN')) | 9",
                "qc_worse(9, 2)                                   | 2",
                "qc_worse(1, 2)                                   | 1",
                "qc_worse(cast(3 as tinyint), cast(4 as smallint)) | 4",
                "qc_worse(257, 300)                               | 9",
                "qc_flag_name(3)                                  | SUSPECT",
                "qc_flag_name(cast(9 as tinyint))                 | MISSING",
                "qc_convert_flag('2', 'argo-to-qartod')           | 3",
                "qc_convert_flag(2, 'argo-to-qartod/lenient')     | 1",
                "qc_convert_flag('Q', 'L20-to-argo')              | 3"
            })
    void givesTheValueOf(String call, String expected) {
        String qualified = call.startsWith("qc_") ? "shoal.qc." + call : call;
        assertThat(spark().sql("SELECT " + qualified).first().get(0)).hasToString(expected);
    }

    @Test
    void refusesWhatCannotBeRight() {
        assertThatThrownBy(() -> spark().sql("SELECT shoal.qc.qc_gross_range(temp, 1) FROM obs"))
                .hasMessageContaining("Cannot call qc_gross_range: found 2 arguments.")
                .hasMessageContaining("qc_gross_range(value, fail_min, fail_max[, suspect_min, suspect_max])");
        assertThatThrownBy(() -> spark().sql("SELECT shoal.qc.qc_gross_range(temp, 0, 1, 0, 2) FROM obs")
                        .collectAsList())
                .hasStackTraceContaining(
                        "Cannot flag by gross range: found the fail span [0.0, 1.0] and the suspect span"
                                + " [0.0, 2.0], expected numbers and the second within the first.");
        assertThatThrownBy(() -> spark().sql("SELECT shoal.qc.qc_flag_name(7)").collectAsList())
                .hasStackTraceContaining("Cannot name the QC flag 7: expected one of 1, 2, 3, 4, 9.");
        assertThatThrownBy(() -> spark().sql("SELECT shoal.qc.qc_convert_flag(7, 'argo-to-qartod')")
                        .collectAsList())
                .hasStackTraceContaining("Cannot convert the flag '7' from argo to qartod");
        assertThatThrownBy(() -> spark().sql("SELECT shoal.qc.qc_no_such(1)")).hasMessageContaining("qc_no_such");
    }

    @Test
    void listsItsFunctions() {
        List<String> names = spark().sql("SHOW USER FUNCTIONS IN shoal.qc").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
        assertThat(names)
                .allMatch(name -> name.matches("shoal[.]qc[.](qc|sea)_\\w+"))
                .hasSize(ShoalFunctions.list("qc").length);
        assertThat(ShoalFunctions.list("other")).isEmpty();
    }

    private Dataset<Row> observations() {
        return spark().createDataFrame(
                        List.of(
                                RowFactory.create(1, 12.5, 35f, (byte) 1),
                                RowFactory.create(2, 31.0, 1.5f, (byte) 1),
                                RowFactory.create(3, -2.5, Float.NaN, (byte) 2),
                                RowFactory.create(4, Double.NaN, null, (byte) 9),
                                RowFactory.create(5, null, 41f, (byte) 3)),
                        OBSERVATIONS);
    }
}
