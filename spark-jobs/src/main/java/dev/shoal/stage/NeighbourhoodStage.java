package dev.shoal.stage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Puts the tests of neighbourhoods to observations that were judged series by series, and rolls up what they say.
 * Observations are brought together by cells of space and time, so the flags are the same under any partitioning.
 */
final class NeighbourhoodStage {

    /** From what says least to what says most. */
    private static final List<Byte> ORDER =
            List.of(QcFlag.MISSING, QcFlag.UNKNOWN, QcFlag.GOOD, QcFlag.SUSPECT, QcFlag.FAIL);

    private static final String[] KEY = {"source_file", "source_index"};

    private final SparkSession spark;
    private final ObservationTable table;
    private final UnrunCounts unrun = new UnrunCounts();
    private final ArrayList<NeighbourhoodSlot> slots;

    NeighbourhoodStage(SparkSession spark, ObservationTable table) {
        this.spark = spark;
        this.table = table;
        spark.sparkContext().register(unrun);
        this.slots = new ArrayList<>(NeighbourhoodSlot.of(table));
    }

    /** Returns the tests that could not judge series; known once the observations have been judged. */
    SortedMap<UnrunCounts.Kind, UnrunCounts.Count> unrun() {
        return unrun.value();
    }

    /** Tells whether there are such tests. */
    boolean hasTests() {
        return !slots.isEmpty();
    }

    /**
     * Judges.
     *
     * @param judged in the columns of {@link BlockTable#JUDGED}; evaluated beside {@code rows}
     * @param rows the same observations as rows of the table
     * @return rows of the table, in no order
     */
    Dataset<Row> apply(Dataset<Row> judged, Dataset<Row> rows) {
        Dataset<Row> said = rows.join(said(judged), KEY, "left");
        List<Column> columns = new ArrayList<>();
        for (String name : table.names()) {
            columns.add(rolledUp(name).as(name));
        }
        Dataset<Row> all = said.select(columns.toArray(Column[]::new));
        List<Column> flags = new ArrayList<>();
        flags.add(rank(lit((int) QcFlag.MISSING)));
        flags.add(rank(lit((int) QcFlag.MISSING)));
        table.data().forEach(column -> flags.add(rank(col("`" + column.column() + ObservationTable.FLAG + "`"))));
        return all.withColumn("qc", flag(greatest(flags.toArray(Column[]::new))));
    }

    /** Returns what the tests say, a row an observation and a column a test. */
    private Dataset<Row> said(Dataset<Row> judged) {
        ArrayList<NeighbourhoodSlot> tests = slots;
        UnrunCounts unable = unrun;
        MapPartitionsFunction<Row, Row> send = blocks -> new NeighbourPoints(
                tests,
                blocks,
                (key, column, test) -> unable.add(new UnrunCounts.Kind(
                        key.platform(), key.series(), column.column(), test.test(), test.reason())));
        MapPartitionsFunction<Row, Row> judge = points -> new JudgedCells(tests, points);
        int partitions = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
        Dataset<Row> flags = judged.mapPartitions(send, Encoders.row(NeighbourPoints.SCHEMA))
                .repartition(partitions, col("slot"), col("band"), col("turn"), col("span"))
                .sortWithinPartitions(
                        "slot", "band", "turn", "span", "guest", "time", "platform", "source_file", "source_index")
                .mapPartitions(judge, Encoders.row(JudgedCells.SCHEMA));
        Column[] each = new Column[slots.size()];
        for (int slot = 0; slot < each.length; slot++) {
            each[slot] = max(when(col("slot").equalTo(slot), col("flag"))).as(name(slot));
        }
        Column[] others = new Column[each.length - 1];
        System.arraycopy(each, 1, others, 0, others.length);
        return flags.groupBy(KEY[0], KEY[1]).agg(each[0], others);
    }

    private static String name(int slot) {
        return "shoal_said_" + slot;
    }

    private Column rolledUp(String name) {
        Column column = col("`" + name + "`");
        for (int slot = 0; slot < slots.size(); slot++) {
            NeighbourhoodSlot test = slots.get(slot);
            Column said = col(name(slot));
            if (name.equals(test.column().column() + ObservationTable.FLAG)) {
                column = flag(greatest(rank(column), coalesce(rank(said), lit(1))));
            } else if (name.equals(test.column().column() + ObservationTable.TESTS)) {
                Column raised = said.isin((int) QcFlag.SUSPECT, (int) QcFlag.FAIL);
                column = when(raised, column.bitwiseOR(lit(1 << test.bit()))).otherwise(column);
            }
        }
        return column;
    }

    private static Column order() {
        return array(ORDER.stream().map(flag -> lit((int) flag)).toArray(Column[]::new));
    }

    private static Column rank(Column flag) {
        return when(flag.isNull(), lit(null))
                .otherwise(array_position(order(), flag).cast("int"));
    }

    private static Column flag(Column rank) {
        return element_at(order(), rank);
    }
}
