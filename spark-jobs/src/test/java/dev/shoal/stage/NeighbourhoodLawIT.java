package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.Neighbourhood;
import dev.shoal.qc.NeighbourhoodTest;
import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.flag.QcFlag;
import dev.shoal.testing.SharedSpark;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Law 1 for tests of neighbourhoods: any split gives the flags that all observations together give. */
class NeighbourhoodLawIT {

    private static final StructType ROWS = new StructType()
            .add("platform", DataTypes.StringType)
            .add("series", DataTypes.StringType)
            .add("time", DataTypes.TimestampType)
            .add("lat", DataTypes.DoubleType)
            .add("lon", DataTypes.DoubleType)
            .add("depth", DataTypes.DoubleType)
            .add("temp", DataTypes.DoubleType)
            .add("source_file", DataTypes.StringType)
            .add("source_index", DataTypes.LongType)
            .add("source_chunk", DataTypes.LongType);
    private static final Map<String, Object> TESTS = Map.of(
            "isolation", Map.of("radius", 400_000, "period", 40_000, "min_count", 2),
            "buddy",
                    Map.of(
                            "radius", 900_000,
                            "period", 90_000,
                            "min_count", 3,
                            "suspect_deviations", 2,
                            "fail_deviations", 4,
                            "min_deviation", 0.1));
    private static final int SIZE = 1_500;

    @AfterEach
    void restore() {
        SharedSpark.session().conf().set("spark.sql.shuffle.partitions", "4");
    }

    /** Returns observations of twenty platforms, many of them around the antimeridian and the north pole. */
    private static List<Row> observations(long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            String platform = "P" + random.nextInt(20);
            double lat = i % 3 == 0 ? 86 + 4 * random.nextDouble() : 40 * random.nextDouble() - 20;
            double lon = i % 3 == 1 ? 175 + 10 * random.nextDouble() : 360 * random.nextDouble() - 180;
            Timestamp time = Timestamp.from(Instant.ofEpochSecond(1_600_000_000L + random.nextInt(1_000_000)));
            double temp = 15 + random.nextGaussian() + (random.nextInt(20) == 0 ? 8 : 0);
            rows.add(RowFactory.create(
                    platform,
                    platform,
                    time,
                    i % 50 == 0 ? null : lat,
                    lon,
                    10.0,
                    i % 40 == 0 ? null : temp,
                    "file" + i % 3,
                    (long) i,
                    0L));
        }
        return rows;
    }

    private static ObservationTable table(Map<String, Object> tests) {
        List<String> problems = new ArrayList<>();
        QcConfiguration qc = QcConfiguration.parse(Map.of("temp", tests), problems);
        assertThat(problems).isEmpty();
        return ObservationTable.of(List.of(new ObservedColumn("temp", "temp", "", "", "", false)), qc);
    }

    private static Map<Long, String> judged(List<Row> rows, ObservationTable table, int partitions) {
        SparkSession spark = SharedSpark.session();
        spark.conf().set("spark.sql.shuffle.partitions", String.valueOf(partitions));
        Dataset<Row> frame = spark.createDataFrame(rows, ROWS).repartition(partitions);
        ObservationStage stage = new ObservationStage(spark, table);
        Dataset<Row> judged = stage.judge(stage.pack(frame));
        Map<Long, String> flags = new TreeMap<>();
        stage.rows(judged, "law", "run")
                .select("source_index", "temp_qc", "temp_qc_tests", "qc")
                .toLocalIterator()
                .forEachRemaining(
                        row -> flags.put(row.getLong(0), row.getInt(1) + " " + row.getInt(2) + " " + row.getInt(3)));
        judged.unpersist();
        return flags;
    }

    /** Puts each test to all complete observations at once. */
    private static Map<Long, String> together(List<Row> rows, ObservationTable table) {
        List<Row> complete = rows.stream()
                .filter(row -> !row.isNullAt(3) && !row.isNullAt(6))
                .toList();
        int size = complete.size();
        int[] platform =
                complete.stream().mapToInt(row -> row.getString(0).hashCode()).toArray();
        long[] time = complete.stream()
                .mapToLong(row -> row.getTimestamp(2).getTime() * 1000)
                .toArray();
        double[][] numbers = new double[4][];
        for (int i = 0; i < 4; i++) {
            int field = 3 + i;
            numbers[i] =
                    complete.stream().mapToDouble(row -> row.getDouble(field)).toArray();
        }
        Map<Long, String> flags = new TreeMap<>();
        rows.forEach(row -> {
            int flag = row.isNullAt(6) ? QcFlag.MISSING : QcFlag.UNKNOWN;
            flags.put(row.getLong(8), flag + " 0 " + flag);
        });
        byte[] worst = new byte[size];
        int[] raised = new int[size];
        java.util.Arrays.fill(worst, QcFlag.UNKNOWN);
        QcSuite suite = table.suite(table.data().get(0));
        for (int bit = 0; bit < suite.tests().size(); bit++) {
            byte[] said = new byte[size];
            ((NeighbourhoodTest) suite.tests().get(bit))
                    .flag(
                            new Neighbourhood(platform, time, numbers[0], numbers[1], numbers[2], numbers[3], size),
                            said);
            for (int i = 0; i < size; i++) {
                worst[i] = QcFlag.worse(said[i], worst[i]);
                raised[i] |= said[i] == QcFlag.SUSPECT || said[i] == QcFlag.FAIL ? 1 << bit : 0;
            }
        }
        for (int i = 0; i < size; i++) {
            flags.put(complete.get(i).getLong(8), worst[i] + " " + raised[i] + " " + worst[i]);
        }
        return flags;
    }

    @Test
    void anySplitGivesTheFlagsOfAllTogether() {
        ObservationTable table = table(TESTS);
        List<Row> rows = observations(1);
        Map<Long, String> expected = together(rows, table);
        assertThat(expected.values().stream().distinct().count()).isGreaterThan(5);
        for (int partitions : List.of(1, 3, 7)) {
            Collections.shuffle(rows, new Random(partitions));
            assertThat(judged(rows, table, partitions)).isEqualTo(expected);
        }
    }
}
