package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;

import dev.shoal.qc.NearestName;
import dev.shoal.qc.OpenSuites;
import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.Series;
import dev.shoal.udf.CompanionColumns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.encoders.RowEncoder;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * Judges streams of observations as they come out of a message broker or any other source of Spark's.
 *
 * <pre>{@code
 * Dataset<Row> judged = RowStream.judge(spark.readStream().format("kafka")..., qc, Duration.ofHours(6));
 * judged.writeStream().foreachBatch((batch, id) -> ... MERGE ON source_file, source_index ...).start();
 * }</pre>
 */
public final class RowStream {

    private static final List<String> KEY = List.of("platform", "series", "time", "source_file", "source_index");
    private static final Encoder<Tuple2<String, String>> SERIES = Encoders.tuple(Encoders.STRING(), Encoders.STRING());

    private RowStream() {}

    /**
     * Judges observations series by series, along their times.
     *
     * <p>The rows have {@code platform} (string, not null), {@code series} (string, not null: what the tests run along,
     * such as a mooring's level), {@code time} (timestamp), {@code source_file} (string) and {@code source_index}
     * (bigint), which together tell a row from every other, such as a topic's partition and an offset in it; the
     * variables that the configuration names, as numbers in their canonical units; and what the tests ask for beside
     * them, {@code lat}, {@code lon} and {@code depth} among them. Any other column is left out.
     *
     * <p>What comes out are the key columns, the numbers that the tests looked at, for each variable {@code x} the
     * columns {@code x_qc} and {@code x_qc_tests} as in {@code ocean.obs} tables, and {@code standing}: {@code new} for
     * a row that has come, {@code changed} for one that came before and has other flags now, {@code late} for one that
     * has no time or came when others of its series were more than the delay newer, whose flags are null. The newest
     * row of each key has, after each batch, the flags that a series of all rows that have come in time would have.
     *
     * <p>What later rows can still change is held as Spark's state; memory is that of the tests' windows and of the
     * delay. The query's output mode is append.
     *
     * @param rows a stream
     * @param qc the tests by variable
     * @param delay how much older than the newest of its series a row may be when it comes
     * @throws StageException where a column is not there, or a stream cannot run a test
     */
    public static Dataset<Row> judge(Dataset<Row> rows, QcConfiguration qc, Duration delay) {
        OpenSuites suites = suites(List.of(rows.columns()), qc);
        List<Column> taken = new ArrayList<>();
        KEY.forEach(
                name -> taken.add(name.equals("time") ? unix_micros(col(name)).as(name) : col(name)));
        suites.columns()
                .forEach(name -> taken.add(functions
                        .nanvl(col("`" + name + "`").cast(DataTypes.DoubleType), functions.lit(null))
                        .as(name)));
        StructType schema = schema(suites);
        return rows.select(taken.toArray(Column[]::new))
                .groupBy(col("platform"), col("series"))
                .as(SERIES, RowEncoder.encoderFor(RowStreamJudge.taken(suites), false))
                .flatMapGroupsWithState(
                        new RowStreamJudge(suites, delay.toNanos() / 1000),
                        OutputMode.Append(),
                        Encoders.BINARY(),
                        RowEncoder.encoderFor(schema, false),
                        GroupStateTimeout.NoTimeout())
                .withColumn("time", timestamp_micros(col("time")));
    }

    private static OpenSuites suites(List<String> there, QcConfiguration qc) {
        List<String> problems = new ArrayList<>();
        for (String name : KEY) {
            if (!there.contains(name)) {
                problems.add("Cannot judge a stream: found no column '" + name + "', expected " + String.join(", ", KEY)
                        + ", and the variables." + NearestName.hint(name, there));
            }
        }
        qc.suites().keySet().stream()
                .filter(variable -> !there.contains(variable))
                .forEach(variable -> problems.add("Cannot judge '" + variable + "': found no column of this name."
                        + NearestName.hint(variable, there)));
        if (!problems.isEmpty()) {
            throw StageException.configuration(String.join("\n", problems));
        }
        List<String> variables = new ArrayList<>(qc.suites().keySet());
        TreeSet<String> columns = new TreeSet<>(variables);
        List<Map<String, String>> beside = new ArrayList<>();
        for (QcSuite suite : qc.suites().values()) {
            Map<String, String> names = new LinkedHashMap<>();
            for (String asked : suite.companions()) {
                CompanionColumns.column(asked, there).ifPresent(column -> names.put(asked, column));
            }
            columns.addAll(names.values());
            beside.add(names);
        }
        try {
            return new OpenSuites(
                    List.copyOf(columns), variables, List.copyOf(qc.suites().values()), beside);
        } catch (IllegalArgumentException refused) {
            throw StageException.configuration(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static StructType schema(OpenSuites suites) {
        StructType schema = RowStreamJudge.taken(suites);
        for (String variable : suites.variables()) {
            schema = schema.add(variable + ObservationTable.FLAG, DataTypes.IntegerType, true)
                    .add(variable + ObservationTable.TESTS, DataTypes.IntegerType, true);
        }
        return schema.add("standing", DataTypes.StringType, false);
    }

    /** Returns microseconds, {@link Series#NO_TIME} where there is no time. */
    static long micros(Row row, int place) {
        return row.isNullAt(place) ? Series.NO_TIME : row.getLong(place);
    }
}
