package dev.shoal.stage;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.QcTest;
import dev.shoal.qc.flag.QcFlag;
import dev.shoal.spec.QcSpec;
import dev.shoal.spec.RunSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * What the tests say of observations, counted by platform and test: judges files where they lie and writes nothing.
 *
 * <p>What was judged is kept by Spark, in memory and on local disks, until {@link #close}.
 */
public final class QcReview implements AutoCloseable {

    private static final byte[] CODES = QcFlag.codes();
    private static final List<String> FLAG_ENDINGS =
            List.of("_qc", "_quality_control", "_qc_agg", "_flag", "_quality_flag", "_iquodflag");

    private static final String[] FOUND = {"platform", "variable", "test"};

    private final Dataset<Row> scan;
    private final Dataset<Row> judged;
    private final ObservationSchema schema;
    private final ObservationStage stage;
    private final Map<String, String> refused;
    private final Progress progress;
    private final Map<Integer, Dataset<Row>> byTest = new TreeMap<>();

    private QcReview(
            Dataset<Row> scan,
            Dataset<Row> judged,
            ObservationSchema schema,
            ObservationStage stage,
            Map<String, String> refused,
            Progress progress) {
        this.scan = scan;
        this.judged = judged;
        this.schema = schema;
        this.stage = stage;
        this.refused = refused;
        this.progress = progress;
    }

    /**
     * Judges.
     *
     * @param wanted its source and its tests count
     * @param beside tests of variables that the specification has none for; those of variables that are not there are
     *     left out
     * @throws StageException where no file can be judged, or a test is of a variable that no file has
     */
    public static QcReview of(SparkSession spark, RunSpec wanted, QcConfiguration beside, Progress progress) {
        RunSpec spec = FieldFiles.looked(wanted, spark.sparkContext().hadoopConfiguration());
        long now = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
        List<FileEntry> files =
                FileEntry.list(spec.source().paths(), spark.sparkContext().hadoopConfiguration());
        Dataset<Row> scan = new ScanStage(spark, "review", now, progress).scan(files);
        Map<String, String> refused = new TreeMap<>();
        ScanStage.refused(scan).forEachRemaining(row -> refused.put(row.getString(0), row.getString(1)));
        List<FileDescription> described = ScanStage.descriptions(scan);
        RunSpec asked = Thresholds.of(spark, spec);
        Set<String> names = names(described);
        ObservationSchema schema = new ObservationSchema(RunSpec.review(
                spec.source(),
                new QcSpec(asked.qc().over(beside, names), spec.fields()),
                asked.thresholds().each(tests -> tests.over(beside, names))));
        for (FileDescription file : described) {
            if (file.columns().isEmpty()) {
                refused.put(
                        file.file().path(),
                        "Cannot judge '" + file.file().path() + "': it holds no observations that can be told from its"
                                + " header. Tests of grids run with 'shoal run'.");
            } else {
                schema.add(file);
            }
        }
        refused.putAll(schema.refused());
        check(schema, refused);
        ObservationStage stage = new ObservationStage(
                spark,
                schema.table(),
                FieldFiles.read(
                        spec.fields(), schema.table(), spark.sparkContext().hadoopConfiguration()));
        Dataset<Row> judged = judge(stage, schema, "Judging observations", progress);
        refused.putAll(stage.damaged());
        return new QcReview(scan, judged, schema, stage, refused, progress);
    }

    private static Dataset<Row> judge(
            ObservationStage stage, ObservationSchema schema, String what, Progress progress) {
        List<String> paths =
                schema.files().stream().map(file -> file.file().path()).toList();
        return SparkWork.run(stage.session(), what, paths.size(), progress, work -> {
            Dataset<Row> rows = stage.rows(stage.judge(stage.read(paths, work)), "review", "review")
                    .persist(StorageLevel.MEMORY_AND_DISK());
            rows.foreachPartition(kept -> {});
            stage.release();
            return rows;
        });
    }

    private static Set<String> names(List<FileDescription> files) {
        Set<String> names = new TreeSet<>();
        for (FileDescription file : files) {
            for (ObservedColumn column : file.columns()) {
                names.addAll(List.of(column.column(), column.variable(), column.standardName()));
            }
        }
        return names;
    }

    private static void check(ObservationSchema schema, Map<String, String> refused) {
        if (schema.files().isEmpty()) {
            throw StageException.configuration("Cannot judge: none of the files can be used. "
                    + refused.values().stream().findFirst().orElse("There are none."));
        }
        List<String> problems = schema.problems();
        if (!problems.isEmpty()) {
            throw StageException.configuration(String.join("\n", problems));
        }
    }

    /** Returns the files that were not judged, or not to their end, with the reasons. */
    public Map<String, String> refused() {
        Map<String, String> all = new TreeMap<>(refused);
        all.putAll(stage.damaged());
        return all;
    }

    /**
     * Returns the tests that could not judge some series, each with the reason; one entry a platform, test and reason.
     */
    public List<UnjudgedSeries> unrun() {
        List<UnjudgedSeries> unrun = new ArrayList<>();
        stage.unrun()
                .forEach((kind, count) -> unrun.add(new UnjudgedSeries(
                        kind.platform(),
                        kind.column(),
                        tests(kind.column()).get(kind.test()).name(),
                        kind.reason(),
                        count.series(),
                        count.example())));
        return unrun;
    }

    /** Returns how many files were judged. */
    public int files() {
        return schema.files().size();
    }

    /** Returns the judged variables with units, as {@code temp [degree_Celsius]}, by column. */
    public Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        for (ObservedColumn column : schema.table().data()) {
            if (!schema.table().suite(column).tests().isEmpty()) {
                variables.put(column.column(), column.canonicalUnits());
            }
        }
        return variables;
    }

    /** Returns the tests of a variable in the order of their bits. */
    public List<QcTest> tests(String column) {
        return schema.table().data().stream()
                .filter(one -> one.column().equals(column))
                .findFirst()
                .map(one -> schema.table().suite(one).tests())
                .orElse(List.of());
    }

    /**
     * Returns how many values of each platform and variable have each flag, those with the most suspect or failed
     * first.
     *
     * @param most rows returned at most
     */
    public List<FlagShare> shares(int most) {
        List<FlagShare> shares = new ArrayList<>();
        shares().where(col("values").gt(col("n" + QcFlag.MISSING)))
                .orderBy(
                        col("n" + QcFlag.FAIL).plus(col("n" + QcFlag.SUSPECT)).desc(), col("platform"), col("variable"))
                .limit(most)
                .toLocalIterator()
                .forEachRemaining(row -> shares.add(FlagShare.of(row)));
        return shares;
    }

    /**
     * One row a platform and variable: the counts of all values and of the five flags, and the mean of what is good.
     */
    private Dataset<Row> shares() {
        List<Column> values = new ArrayList<>();
        for (String column : variables().keySet()) {
            values.add(struct(
                    lit(column).as("variable"),
                    col("`" + column + "`").as("value"),
                    col("`" + column + ObservationTable.FLAG + "`").as("flag")));
        }
        Column[] counts = Arrays.stream(flagCounts()).skip(1).toArray(Column[]::new);
        return judged.select(
                        col("platform"),
                        explode(array(values.toArray(Column[]::new))).as("v"))
                .select("platform", "v.*")
                .groupBy("platform", "variable")
                .agg(flagCounts()[0], counts);
    }

    private static Column[] flagCounts() {
        List<Column> counts = new ArrayList<>();
        counts.add(
                avg(when(col("flag").equalTo((int) QcFlag.GOOD), col("value"))).as("mean"));
        for (byte code : CODES) {
            counts.add(count(when(col("flag").equalTo((int) code), lit(1))).as("n" + code));
        }
        counts.add(count(lit(1)).as("values"));
        return counts.toArray(Column[]::new);
    }

    /**
     * Returns what each test found on each platform, the most first.
     *
     * @param most rows returned at most
     */
    public List<TestFinding> findings(int most) {
        Column far = abs(col("value").minus(coalesce(col("mean"), lit(0.0))));
        Dataset<Row> means = shares().select("platform", "variable", "mean");
        List<TestFinding> findings = new ArrayList<>();
        raised().join(broadcast(means), new String[] {"platform", "variable"}, "left")
                .groupBy(FOUND[0], FOUND[1], FOUND[2])
                .agg(
                        count(lit(1)).as("raised"),
                        min_by(col("sample"), struct(col("sample.time"), col("sample.index")))
                                .as("first"),
                        max_by(col("sample"), struct(far, col("sample.time"))).as("worst"))
                .orderBy(col("raised").desc(), col("platform"), col("variable"), col("test"))
                .limit(most)
                .toLocalIterator()
                .forEachRemaining(row -> findings.add(TestFinding.of(row)));
        return findings;
    }

    /** One row a value and test that called it suspect or failed. */
    private Dataset<Row> raised() {
        List<Column> bits = new ArrayList<>();
        for (String column : variables().keySet()) {
            List<QcTest> tests = tests(column);
            for (int bit = 0; bit < tests.size(); bit++) {
                Column isRaised = col("`" + column + ObservationTable.TESTS + "`")
                        .bitwiseAND(1 << bit)
                        .notEqual(0);
                bits.add(when(
                        isRaised,
                        struct(
                                lit(column).as("variable"),
                                lit(tests.get(bit).name()).as("test"),
                                col("`" + column + "`").as("value"))));
            }
        }
        Column sample = struct(
                unix_micros(col("time")).as("time"),
                col("value"),
                col("source_file").as("file"),
                col("source_index").as("index"));
        return judged.select(
                        col("platform"),
                        col("time"),
                        col("source_file"),
                        col("source_index"),
                        explode(filter(array(bits.toArray(Column[]::new)), Column::isNotNull))
                                .as("r"))
                .select(col("platform"), col("time"), col("source_file"), col("source_index"), col("r.*"))
                .select(col("platform"), col("variable"), col("test"), col("value"), sample.as("sample"));
    }

    /**
     * Compares the flags with those that came with the files: for each judged variable with flags of its provider's,
     * and each of their codes, what the tests say of its values.
     */
    public List<FlagAgreement> agreement() {
        List<FlagAgreement> agreement = new ArrayList<>();
        for (ObservedColumn column : schema.table().data()) {
            if (variables().containsKey(column.column())) {
                schema.table().flags().stream()
                        .filter(flags -> areFlagsOf(flags, column))
                        .forEach(flags -> agreement.addAll(agreement(column, ObservationTable.nameOf(flags))));
            }
        }
        return agreement;
    }

    /** Tells by its name whether a column holds the provider's flags of another: {@code temp_qc} those of temp. */
    private static boolean areFlagsOf(ObservedColumn flags, ObservedColumn of) {
        return FLAG_ENDINGS.stream().anyMatch(ending -> flags.column().equals(of.column() + ending));
    }

    private List<FlagAgreement> agreement(ObservedColumn column, String provider) {
        List<QcTest> tests = tests(column.column());
        Column flag = col("`" + column.column() + ObservationTable.FLAG + "`");
        Column bits = col("`" + column.column() + ObservationTable.TESTS + "`");
        List<Column> counts = new ArrayList<>();
        for (byte code : CODES) {
            counts.add(count_if(flag.equalTo((int) code)));
        }
        for (int bit = 0; bit < tests.size(); bit++) {
            counts.add(count_if(bits.bitwiseAND(1 << bit).notEqual(0)));
        }
        List<FlagAgreement> rows = new ArrayList<>();
        judged.where(col("`" + column.column() + "`")
                        .isNotNull()
                        .or(col("`" + provider + "`").isNotNull()))
                .groupBy(col("`" + provider + "`").as("code"))
                .agg(count(lit(1)), counts.toArray(Column[]::new))
                .orderBy("code")
                .toLocalIterator()
                .forEachRemaining(row -> rows.add(FlagAgreement.of(column.column(), provider, row, tests)));
        return rows;
    }

    /**
     * Returns one platform's values of one variable in order of time: time in microseconds since 1970 UTC, value, flag.
     *
     * @param most rows returned at most
     */
    public Iterator<Row> samples(String platform, String column, int most) {
        return judged.where(col("platform").equalTo(platform).and(col("time").isNotNull()))
                .select(
                        unix_micros(col("time")),
                        col("`" + column + "`"),
                        col("`" + column + ObservationTable.FLAG + "`"))
                .orderBy(unix_micros(col("time")))
                .limit(most)
                .toLocalIterator();
    }

    /** Returns the files that were judged. */
    public List<String> paths() {
        return schema.files().stream().map(file -> file.file().path()).toList();
    }

    /**
     * Returns what was said of one variable of one file, in no order: index of the observation in the file, flag, and
     * the bits of the tests that called it suspect or failed.
     */
    Iterator<Row> judgements(String file, String column) {
        return judged.where(col("source_file").equalTo(file))
                .select(
                        col("source_index"),
                        col("`" + column + ObservationTable.FLAG + "`"),
                        col("`" + column + ObservationTable.TESTS + "`"))
                .toLocalIterator();
    }

    /**
     * Returns what one test said of one variable of one file, in no order: index of the observation in the file, flag.
     * The first time a place is asked for, everything is judged again by the tests at that place alone.
     *
     * @param place of the test among the variable's
     */
    Iterator<Row> judgements(String file, String column, int place) {
        Dataset<Row> alone = byTest.computeIfAbsent(place, test -> {
            ObservationStage single =
                    new ObservationStage(stage.session(), schema.table().onlyTest(test));
            return judge(single, schema, "Judging by one test, number " + (test + 1), progress);
        });
        return alone.where(col("source_file").equalTo(file))
                .select(col("source_index"), col("`" + column + ObservationTable.FLAG + "`"))
                .toLocalIterator();
    }

    /** Lets go of what was kept. */
    @Override
    public void close() {
        byTest.values().forEach(Dataset::unpersist);
        judged.unpersist();
        scan.unpersist();
    }
}
