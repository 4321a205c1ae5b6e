package dev.shoal.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads all cells of a task and answers with one row for each group: stretches of cells of one group are added up. */
final class SumsReader implements PartitionReader<InternalRow> {

    /** What is known of a group. */
    private static final class Group {

        private final Tally[] tallies;
        private long rows;

        Group(int variables) {
            tallies = new Tally[variables];
            for (int i = 0; i < variables; i++) {
                tallies[i] = new Tally();
            }
        }
    }

    private final PartitionReader<ColumnarBatch> cells;
    private final CellSums sums;
    private final List<SourceColumn> columns;
    private final int keyColumns;
    private final boolean[] times;
    private final boolean[] summed;
    private final boolean[] extended;
    private Optional<Iterator<InternalRow>> answers = Optional.empty();
    private Optional<InternalRow> row = Optional.empty();

    SumsReader(PartitionReader<ColumnarBatch> cells, CellSums sums) {
        this.cells = cells;
        this.sums = sums;
        this.columns = sums.columns();
        this.keyColumns = GroupKey.columns(sums.keys()).size();
        this.times = new boolean[columns.size()];
        for (int column = 0; column < keyColumns; column++) {
            times[column] = columns.get(column).type().equals(DataTypes.TimestampType);
        }
        this.summed = new boolean[columns.size()];
        this.extended = new boolean[columns.size()];
        for (CellSums.Function function : sums.functions()) {
            boolean extreme = function.kind() == CellSums.Kind.MIN || function.kind() == CellSums.Kind.MAX;
            for (SourceColumn column : function.columns()) {
                extended[columns.indexOf(column)] |= extreme;
                summed[columns.indexOf(column)] = true;
            }
        }
    }

    @Override
    public boolean next() throws IOException {
        if (answers.isEmpty()) {
            answers = Optional.of(read());
        }
        row = answers.get().hasNext() ? Optional.of(answers.get().next()) : Optional.empty();
        return row.isPresent();
    }

    private Iterator<InternalRow> read() throws IOException {
        Map<List<Optional<Long>>, Group> groups = new LinkedHashMap<>();
        while (cells.next()) {
            ColumnarBatch batch = cells.get();
            int from = 0;
            while (from < batch.numRows()) {
                int to = end(batch, from);
                Group group = groups.computeIfAbsent(key(batch, from), key -> new Group(columns.size() - keyColumns));
                add(batch, from, to, group);
                from = to;
            }
        }
        List<InternalRow> rows = new ArrayList<>();
        groups.forEach((key, group) -> rows.add(row(key, group)));
        return rows.iterator();
    }

    /** Returns where the cells end that have the same keys as the first. */
    private int end(ColumnarBatch batch, int from) {
        int end = batch.numRows();
        for (int column = 0; column < keyColumns; column++) {
            ColumnVector vector = batch.column(column);
            if (!(vector instanceof CellVector known && known.isUniform())) {
                end = times[column] ? endOfTime(vector, from, end) : endOfLevel(vector, from, end);
            }
        }
        return end;
    }

    private static int endOfTime(ColumnVector vector, int from, int end) {
        long first = vector.getLong(from);
        int to = from + 1;
        while (to < end && vector.getLong(to) == first) {
            to++;
        }
        return to;
    }

    private static int endOfLevel(ColumnVector vector, int from, int end) {
        long first = Double.doubleToLongBits(vector.getDouble(from));
        int to = from + 1;
        while (to < end && Double.doubleToLongBits(vector.getDouble(to)) == first) {
            to++;
        }
        return to;
    }

    private List<Optional<Long>> key(ColumnarBatch batch, int at) {
        List<Optional<Long>> key = new ArrayList<>();
        for (int column = 0; column < keyColumns; column++) {
            ColumnVector vector = batch.column(column);
            key.add(vector.isNullAt(at) ? Optional.empty() : Optional.of(bits(vector, column, at)));
        }
        return key;
    }

    /** Returns a value that is the same for the same times or levels, and for missing ones. */
    private long bits(ColumnVector vector, int column, int at) {
        return times[column] ? vector.getLong(at) : Double.doubleToLongBits(vector.getDouble(at));
    }

    private void add(ColumnarBatch batch, int from, int to, Group group) {
        group.rows += to - from;
        for (int column = keyColumns; column < columns.size(); column++) {
            Tally tally = group.tallies[column - keyColumns];
            if (batch.column(column) instanceof Tallied values) {
                if (summed[column]) {
                    values.add(from, to, tally);
                }
                if (extended[column]) {
                    values.extend(from, to, tally);
                }
            }
        }
    }

    private InternalRow row(List<Optional<Long>> key, Group group) {
        List<SourceColumn> keys = columns.subList(0, keyColumns);
        Object[] fields = new Object[sums.keys().size() + sums.functions().size()];
        int at = 0;
        for (GroupKey wanted : sums.keys()) {
            fields[at++] = wanted.of(key.get(keys.indexOf(wanted.column())), sums.zone());
        }
        for (CellSums.Function function : sums.functions()) {
            Optional<Object> answer = answer(function, group);
            if (answer.isPresent()) {
                fields[at] = answer.get();
            }
            at++;
        }
        return new GenericInternalRow(fields);
    }

    private Optional<Object> answer(CellSums.Function function, Group group) {
        if (function.kind() == CellSums.Kind.ROWS) {
            return Optional.of(group.rows);
        }
        SourceColumn column = function.columns().get(0);
        Tally tally = group.tallies[columns.indexOf(column) - keyColumns];
        if (function.kind() == CellSums.Kind.COUNT) {
            return Optional.of(tally.count());
        }
        if (tally.count() == 0) {
            return Optional.empty();
        }
        if (function.kind() == CellSums.Kind.SUM) {
            return Optional.of(tally.sum());
        }
        double extreme = function.kind() == CellSums.Kind.MIN ? tally.least() : tally.greatest();
        return Optional.of(column.type().equals(DataTypes.FloatType) ? (Object) (float) extreme : (Object) extreme);
    }

    @Override
    public InternalRow get() {
        return row.orElseThrow();
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        return cells.currentMetricsValues();
    }

    @Override
    public void close() throws IOException {
        cells.close();
    }
}
