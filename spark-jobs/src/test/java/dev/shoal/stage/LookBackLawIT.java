package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.Cadence;
import dev.shoal.qc.Companions;
import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.Role;
import dev.shoal.qc.Series;
import dev.shoal.testing.SharedSpark;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Law 1 for tests that look beside the values and at the profile before. */
class LookBackLawIT {

    private static final StructType ROWS = new StructType()
            .add("platform", DataTypes.StringType)
            .add("series", DataTypes.StringType)
            .add("time", DataTypes.TimestampType)
            .add("lat", DataTypes.DoubleType)
            .add("lon", DataTypes.DoubleType)
            .add("depth", DataTypes.DoubleType)
            .add("pres", DataTypes.DoubleType)
            .add("temp", DataTypes.DoubleType)
            .add("source_file", DataTypes.StringType)
            .add("source_index", DataTypes.LongType)
            .add("source_chunk", DataTypes.LongType);
    private static final Map<String, Object> TESTS = Map.of(
            "pres",
            Map.of("pressure_increasing", Map.of()),
            "temp",
            Map.of(
                    "density_inversion", Map.of("suspect_threshold", -0.5),
                    "previous_profile",
                            Map.of(
                                    "borders",
                                    List.of(0, 20, 60),
                                    "thresholds",
                                    List.of(0.2, 0.3),
                                    "fail_threshold",
                                    0.5)));
    private static final int LEVELS = 60;
    private static final int PROFILES = 8;

    @AfterEach
    void restore() {
        SharedSpark.session().conf().set("spark.sql.shuffle.partitions", "4");
    }

    private static ObservationTable table() {
        List<String> problems = new ArrayList<>();
        QcConfiguration qc = QcConfiguration.parse(TESTS, problems);
        assertThat(problems).isEmpty();
        return ObservationTable.of(
                List.of(
                        new ObservedColumn("pres", "PRES", "sea_water_pressure", "dbar", "dbar", false),
                        new ObservedColumn("temp", "TEMP", "sea_water_temperature", "degree_Celsius", "", false)),
                qc);
    }

    /** Two gliders whose profiles are named against their order; one profile of the second has no depths. */
    private static List<Row> profiles() {
        Random random = new Random(8);
        List<Row> rows = new ArrayList<>();
        for (String glider : List.of("G1", "G2")) {
            for (int profile = 0; profile < PROFILES; profile++) {
                double warmth = random.nextGaussian() / 3;
                boolean blind = glider.equals("G2") && profile == 3;
                for (int level = 0; level < LEVELS; level++) {
                    long millis = 1_600_000_000_000L + profile * 3_600_000L + level * 10_000L;
                    double pressure = level == 20 ? 18.5 : level;
                    rows.add(RowFactory.create(
                            glider,
                            glider + "/" + (PROFILES - profile),
                            new Timestamp(millis),
                            10.0,
                            20.0,
                            blind ? null : pressure,
                            pressure,
                            20 - level / 5.0 + warmth + random.nextGaussian() / 4,
                            glider + (profile % 3) + ".nc",
                            (long) rows.size(),
                            0L));
                }
            }
        }
        return rows;
    }

    private static Map<Long, String> judged(List<Row> rows, int partitions, List<UnrunCounts.Kind> unrun) {
        SparkSession spark = SharedSpark.session();
        spark.conf().set("spark.sql.shuffle.partitions", String.valueOf(partitions));
        Dataset<Row> frame = spark.createDataFrame(rows, ROWS).repartition(partitions);
        ObservationStage stage = new ObservationStage(spark, table());
        Map<Long, String> flags = new TreeMap<>();
        stage.rows(stage.judge(stage.pack(frame)), "law", "run")
                .select("source_index", "pres_qc", "pres_qc_tests", "temp_qc", "temp_qc_tests")
                .toLocalIterator()
                .forEachRemaining(row -> flags.put(row.getLong(0), row.toString()));
        unrun.addAll(stage.unrun().keySet());
        return flags;
    }

    /** Judges profile after profile by hand. */
    private static Map<Long, String> byHand(List<Row> rows) {
        ObservationTable table = table();
        Map<Long, String> flags = new TreeMap<>();
        Optional<Series> before = Optional.empty();
        for (int start = 0; start < rows.size(); start += LEVELS) {
            List<Row> profile = rows.subList(start, start + LEVELS);
            long[] time = profile.stream()
                    .mapToLong(row -> row.getTimestamp(2).getTime() * 1000)
                    .toArray();
            double[] depth = numbers(profile, 5);
            double[] pressure = numbers(profile, 6);
            double[] temperature = numbers(profile, 7);
            Companions beside = Companions.NONE
                    .with(Role.PRESSURE, pressure)
                    .withTrait(Role.PLATFORM, profile.get(0).getString(0));
            beside = Double.isNaN(depth[0]) ? beside : beside.with(Role.DEPTH, depth);
            boolean first = start % (PROFILES * LEVELS) == 0;
            Series warm = new Series(time, temperature, LEVELS, Cadence.UNMEASURED, beside);
            Series whole = first ? warm : warm.with(beside.after(before.orElseThrow()));
            String[] texts = new String[LEVELS];
            flag(table.suite(table.data().get(0)), new Series(time, pressure, LEVELS), texts);
            flag(table.suite(table.data().get(1)), whole, texts);
            for (int i = 0; i < LEVELS; i++) {
                flags.put(profile.get(i).getLong(9), "[" + profile.get(i).getLong(9) + texts[i] + "]");
            }
            before = Optional.of(warm);
        }
        return flags;
    }

    private static void flag(QcSuite suite, Series series, String[] texts) {
        byte[] flags = new byte[LEVELS];
        int[] raised = new int[LEVELS];
        suite.flag(series, flags, raised);
        for (int i = 0; i < LEVELS; i++) {
            texts[i] = (texts[i] == null ? "" : texts[i]) + "," + flags[i] + "," + raised[i];
        }
    }

    private static double[] numbers(List<Row> rows, int field) {
        return rows.stream()
                .mapToDouble(row -> row.isNullAt(field) ? Double.NaN : row.getDouble(field))
                .toArray();
    }

    @Test
    void anySplitGivesTheFlagsOfProfileAfterProfile() {
        List<Row> rows = profiles();
        Map<Long, String> expected = byHand(rows);
        assertThat(expected.values().stream()
                        .map(text -> text.replaceFirst("\\[\\d+", ""))
                        .distinct()
                        .count())
                .isGreaterThan(4);
        for (int partitions : List.of(1, 2, 5)) {
            List<UnrunCounts.Kind> unrun = new ArrayList<>();
            List<Row> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, new Random(partitions));
            assertThat(judged(shuffled, partitions, unrun)).isEqualTo(expected);
            assertThat(unrun)
                    .extracting(UnrunCounts.Kind::toString)
                    .anySatisfy(text -> assertThat(text).contains("G2", "there is no depth"));
            assertThat(unrun)
                    .extracting(UnrunCounts.Kind::toString)
                    .anySatisfy(text -> assertThat(text).contains("G1", "there is no profile before this one"));
            assertThat(unrun).hasSize(3);
        }
    }
}
