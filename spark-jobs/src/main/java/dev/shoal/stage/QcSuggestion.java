package dev.shoal.stage;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.shoal.spec.QcSpec;
import dev.shoal.spec.RunSpec;
import dev.shoal.spec.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.storage.StorageLevel;

/**
 * How the values of an archive are spread, from which thresholds can be proposed: percentiles of values, of what stands
 * out from its neighbours and of change per second, and of values by month and depth.
 *
 * @param variables by column
 * @param months by column, month and layer of depth
 */
public record QcSuggestion(List<Spread> variables, List<Season> months) {

    /** Upper ends of the layers of depth, metres. */
    private static final double[] LAYERS = {10, 25, 50, 100, 250, 500, 1000, 2000, 12000};

    private static final double[] SHARES = {0.0005, 0.005, 0.5, 0.995, 0.9995};
    private static final double[] HIGH = {0.5, 0.99};
    private static final double[] SEASONAL = {0.01, 0.99};
    private static final int ACCURACY = 20_000;
    private static final long FEWEST = 30;

    /** Copies the lists. */
    public QcSuggestion {
        variables = List.copyOf(variables);
        months = List.copyOf(months);
    }

    /**
     * The spread of one variable. Percentiles are exact to a twenty-thousandth.
     *
     * @param column of the variable
     * @param units canonical
     * @param values how many are there
     * @param percentiles the 0.05th, 0.5th, 50th, 99.5th and 99.95th of the values
     * @param excess the 50th and 99th of the distance from the mean of both neighbours; empty where none has two
     * @param change the 50th and 99th of the change per second; empty where none is known
     * @param smallestStep the smallest difference of neighbours that is not 0; NaN where there is none
     * @param intervalSeconds median of the time from one sample to the next; NaN where none is known
     */
    public record Spread(
            String column,
            String units,
            long values,
            List<Double> percentiles,
            List<Double> excess,
            List<Double> change,
            double smallestStep,
            double intervalSeconds) {}

    /**
     * The spread of one variable in one month and layer.
     *
     * @param column of the variable
     * @param month 1 to 12
     * @param topMetres least depth of the layer
     * @param bottomMetres greatest depth of the layer
     * @param values how many there are, at least thirty
     * @param low 1st percentile
     * @param high 99th percentile
     */
    public record Season(
            String column, int month, double topMetres, double bottomMetres, long values, double low, double high) {}

    /**
     * Looks at files.
     *
     * @throws StageException where no file holds observations of the variables asked for
     */
    public static QcSuggestion of(SparkSession spark, SourceSpec source, Progress progress) {
        ObservationSchema schema = schema(spark, RunSpec.review(source, QcSpec.NONE), progress);
        List<String> paths =
                schema.files().stream().map(file -> file.file().path()).toList();
        ObservationStage stage = new ObservationStage(spark, schema.table());
        Map<String, String> units = new TreeMap<>();
        schema.table().data().forEach(column -> units.put(column.column(), column.canonicalUnits()));
        return SparkWork.run(spark, "Measuring observations", paths.size(), progress, work -> {
            Dataset<Row> rows = stage.rows(stage.judge(stage.read(paths, work)), "review", "review");
            Dataset<Row> values = values(rows, units.keySet()).persist(StorageLevel.MEMORY_AND_DISK());
            try {
                return new QcSuggestion(spreads(values, units), seasons(values));
            } finally {
                values.unpersist();
            }
        });
    }

    private static ObservationSchema schema(SparkSession spark, RunSpec spec, Progress progress) {
        long now = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
        List<FileEntry> files =
                FileEntry.list(spec.source().paths(), spark.sparkContext().hadoopConfiguration());
        Dataset<Row> scan = new ScanStage(spark, "review", now, progress).scan(files);
        ObservationSchema schema = new ObservationSchema(spec);
        ScanStage.descriptions(scan).stream()
                .filter(file -> !file.columns().isEmpty())
                .forEach(schema::add);
        scan.unpersist();
        List<String> problems = new ArrayList<>(schema.problems());
        if (schema.files().isEmpty()) {
            problems.add(0, "Cannot propose thresholds: none of the " + files.size() + " files holds observations.");
        }
        if (!problems.isEmpty()) {
            throw StageException.configuration(String.join("\n", problems));
        }
        return schema;
    }

    /** One row a value that is there: beside it how it differs from its neighbours, and its month and layer. */
    private static Dataset<Row> values(Dataset<Row> rows, Set<String> columns) {
        Column[] each = columns.stream()
                .map(column -> struct(
                        lit(column).as("variable"), col("`" + column + "`").as("value")))
                .toArray(Column[]::new);
        WindowSpec series = Window.partitionBy("variable", "platform", "series")
                .orderBy(col("time"), col("source_file"), col("source_index"));
        Column value = col("value");
        Column before = lag(value, 1).over(series);
        Column after = lead(value, 1).over(series);
        Column seconds = unix_micros(col("time"))
                .minus(lag(unix_micros(col("time")), 1).over(series))
                .divide(TimeUnit.SECONDS.toMicros(1));
        return rows.select(
                        col("platform"),
                        col("series"),
                        col("time"),
                        col("source_file"),
                        col("source_index"),
                        col("depth"),
                        explode(array(each)).as("one"))
                .select("platform", "series", "time", "source_file", "source_index", "depth", "one.*")
                .select(
                        col("variable"),
                        value,
                        month(col("time")).as("month"),
                        layer(coalesce(col("depth"), lit(0.0))).as("layer"),
                        abs(value.minus(before.plus(after).divide(2))).as("excess"),
                        abs(value.minus(before)).as("step"),
                        when(seconds.gt(0), seconds).as("seconds"))
                .where(value.isNotNull());
    }

    /** Returns the number of the layer that a depth lies in. */
    private static Column layer(Column depth) {
        Column layer = when(depth.lt(LAYERS[0]), 0);
        for (int i = 1; i < LAYERS.length; i++) {
            layer = layer.when(depth.lt(LAYERS[i]), i);
        }
        return layer;
    }

    private static List<Spread> spreads(Dataset<Row> values, Map<String, String> units) {
        List<Spread> spreads = new ArrayList<>();
        values.groupBy("variable")
                .agg(
                        count(lit(1)),
                        percentiles(col("value"), SHARES),
                        percentiles(col("excess"), HIGH),
                        percentiles(col("step").divide(col("seconds")), HIGH),
                        min(when(col("step").gt(0), col("step"))),
                        percentiles(col("seconds"), new double[] {0.5}))
                .orderBy("variable")
                .toLocalIterator()
                .forEachRemaining(row -> spreads.add(spread(row, units.getOrDefault(row.getString(0), ""))));
        return spreads;
    }

    private static Spread spread(Row row, String units) {
        List<Double> interval = list(row, 6);
        return new Spread(
                row.getString(0),
                units,
                row.getLong(1),
                list(row, 2),
                list(row, 3),
                list(row, 4),
                row.isNullAt(5) ? Double.NaN : row.getDouble(5),
                interval.isEmpty() ? Double.NaN : interval.get(0));
    }

    private static List<Season> seasons(Dataset<Row> values) {
        List<Season> seasons = new ArrayList<>();
        values.where(col("month").isNotNull().and(col("layer").isNotNull()))
                .groupBy("variable", "layer", "month")
                .agg(count(lit(1)).as("n"), percentiles(col("value"), SEASONAL).as("ends"))
                .where(col("n").geq(FEWEST))
                .orderBy("variable", "layer", "month")
                .toLocalIterator()
                .forEachRemaining(row -> seasons.add(new Season(
                        row.getString(0),
                        row.getInt(2),
                        row.getInt(1) == 0 ? 0 : LAYERS[row.getInt(1) - 1],
                        LAYERS[row.getInt(1)],
                        row.getLong(3),
                        list(row, 4).get(0),
                        list(row, 4).get(1))));
        return seasons;
    }

    private static Column percentiles(Column of, double[] shares) {
        Column[] list = new Column[shares.length];
        for (int i = 0; i < list.length; i++) {
            list[i] = lit(shares[i]);
        }
        return percentile_approx(of, array(list), lit(ACCURACY));
    }

    private static List<Double> list(Row row, int field) {
        return row.isNullAt(field) ? List.of() : row.getList(field);
    }
}
