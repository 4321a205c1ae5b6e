package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import dev.shoal.qc.QcTest;
import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a table of observations holds, counted in one pass.
 *
 * @param rows in all
 * @param written by one run
 * @param flags values by variable and flag
 * @param tests values that a test called suspect or failed, by variable and test
 */
record FlagCounts(long rows, long written, TreeMap<String, Long> flags, TreeMap<String, Long> tests) {

    private static final byte[] CODES = {QcFlag.GOOD, QcFlag.UNKNOWN, QcFlag.SUSPECT, QcFlag.FAIL, QcFlag.MISSING};

    /**
     * Counts.
     *
     * @param run whose rows are told apart
     */
    static FlagCounts of(Dataset<Row> table, ObservationTable columns, String run) {
        List<String> keys = new ArrayList<>();
        List<Column> counts = new ArrayList<>();
        counts.add(count_if(col("run").equalTo(run)));
        for (ObservedColumn column : columns.data()) {
            for (byte code : CODES) {
                keys.add(UnitSummary.key(column.column(), code));
                counts.add(count_if(
                        col("`" + column.column() + ObservationTable.FLAG + "`").equalTo((int) code)));
            }
        }
        int flags = keys.size();
        for (ObservedColumn column : columns.data()) {
            List<QcTest> tests = columns.suite(column).tests();
            for (int bit = 0; bit < tests.size(); bit++) {
                keys.add(column.column() + "/" + tests.get(bit).name());
                counts.add(count_if(col("`" + column.column() + ObservationTable.TESTS + "`")
                        .bitwiseAND(1 << bit)
                        .notEqual(0)));
            }
        }
        Row row = table.agg(count(lit(1)), counts.toArray(Column[]::new)).first();
        FlagCounts found = new FlagCounts(row.getLong(0), row.getLong(1), new TreeMap<>(), new TreeMap<>());
        for (int i = 0; i < keys.size(); i++) {
            long count = row.getLong(i + 2);
            if (i >= flags) {
                found.tests.merge(keys.get(i), count, Long::sum);
            } else if (count > 0) {
                found.flags.put(keys.get(i), count);
            }
        }
        return found;
    }
}
