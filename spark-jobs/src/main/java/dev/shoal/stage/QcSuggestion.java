package dev.shoal.stage;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.call_function;
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
import static org.apache.spark.sql.functions.when;

import dev.shoal.spec.QcSpec;
import dev.shoal.spec.RunSpec;
import dev.shoal.spec.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

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
    private static final double[] HIGH = {0.5, 0.999};
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
     * @param excess the 50th and 99.9th of the distance from the mean of both neighbours; empty where none has two
     * @param change the 50th and 99.9th of the change per second; empty where none is known
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
        return SparkWork.run(spark, "Measuring observations", paths.size(), progress, work -> {
            Dataset<Row> rows = stage.read(paths, work).persist();
            try {
                List<Spread> spreads = new ArrayList<>();
                List<Season> seasons = new ArrayList<>();
                for (ObservedColumn column : schema.table().data()) {
                    Dataset<Row> values = values(rows, column.column());
                    spreads.addAll(spread(values, column));
                    seasons.addAll(seasons(values, column.column()));
                }
                return new QcSuggestion(spreads, seasons);
            } finally {
                rows.unpersist();
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

    private static Dataset<Row> values(Dataset<Row> rows, String column) {
        WindowSpec series = Window.partitionBy("platform", "series")
                .orderBy(col("time_micros"), col("source_file"), col("source_index"));
        Column value = col("value");
        Column before = lag(value, 1).over(series);
        Column after = lead(value, 1).over(series);
        Column seconds = col("time_micros")
                .minus(lag(col("time_micros"), 1).over(series))
                .divide(TimeUnit.SECONDS.toMicros(1));
        return rows.select(
                        col("platform"),
                        col("series"),
                        col("time_micros"),
                        col("source_file"),
                        col("source_index"),
                        col("depth"),
                        col("`" + column + "`").as("value"))
                .select(
                        value,
                        col("depth"),
                        col("time_micros"),
                        abs(value.minus(before.plus(after).divide(2))).as("excess"),
                        abs(value.minus(before)).as("step"),
                        when(seconds.gt(0), seconds).as("seconds"));
    }

    private static List<Spread> spread(Dataset<Row> values, ObservedColumn column) {
        Row row = values.agg(
                        count(col("value")),
                        percentiles(col("value"), SHARES),
                        percentiles(col("excess"), HIGH),
                        percentiles(col("step").divide(col("seconds")), HIGH),
                        min(when(col("step").gt(0), col("step"))),
                        percentiles(col("seconds"), new double[] {0.5}))
                .first();
        if (row.getLong(0) == 0) {
            return List.of();
        }
        List<Double> interval = list(row, 5);
        return List.of(new Spread(
                column.column(),
                column.canonicalUnits(),
                row.getLong(0),
                list(row, 1),
                list(row, 2),
                list(row, 3),
                row.isNullAt(4) ? Double.NaN : row.getDouble(4),
                interval.isEmpty() ? Double.NaN : interval.get(0)));
    }

    private static List<Season> seasons(Dataset<Row> values, String column) {
        List<Column> layers = new ArrayList<>();
        double top = 0;
        for (double bottom : LAYERS) {
            layers.add(struct(lit(top).as("top"), lit(bottom).as("bottom")));
            top = bottom;
        }
        Column depth = coalesce(col("depth"), lit(0.0));
        List<Season> seasons = new ArrayList<>();
        values.where(col("value").isNotNull().and(col("time_micros").isNotNull()))
                .select(
                        col("value"),
                        depth.as("depth"),
                        month(call_function("timestamp_micros", col("time_micros")))
                                .as("month"),
                        explode(array(layers.toArray(Column[]::new))).as("layer"))
                .where(col("depth").geq(col("layer.top")).and(col("depth").lt(col("layer.bottom"))))
                .groupBy("month", "layer")
                .agg(count(lit(1)).as("n"), percentiles(col("value"), SEASONAL).as("ends"))
                .where(col("n").geq(FEWEST))
                .select("month", "layer.top", "layer.bottom", "n", "ends")
                .orderBy("top", "month")
                .toLocalIterator()
                .forEachRemaining(row -> seasons.add(new Season(
                        column,
                        row.getInt(0),
                        row.getDouble(1),
                        row.getDouble(2),
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
