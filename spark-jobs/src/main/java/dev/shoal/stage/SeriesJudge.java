package dev.shoal.stage;

import dev.shoal.qc.QcSuite;
import dev.shoal.qc.Series;
import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Judges the observations of one series after another. A series comes whole and in order, whatever files and tasks its
 * rows came from, so the flags are the same under any partitioning.
 */
final class SeriesJudge implements FlatMapGroupsFunction<String, Row, Row> {

    private static final long serialVersionUID = 1;

    private final ObservationTable table;

    SeriesJudge(ObservationTable table) {
        this.table = table;
    }

    @Override
    public Iterator<Row> call(String series, Iterator<Row> rows) {
        List<Row> buffered = new ArrayList<>();
        rows.forEachRemaining(buffered::add);
        int size = buffered.size();
        int time = table.readSchema().fieldIndex("time_micros");
        long[] micros = new long[size];
        for (int i = 0; i < size; i++) {
            micros[i] = buffered.get(i).isNullAt(time)
                    ? Series.NO_TIME
                    : buffered.get(i).getLong(time);
        }
        List<Judgement> judgements = new ArrayList<>();
        for (ObservedColumn column : table.data()) {
            int field = table.readSchema().fieldIndex(column.column());
            judgements.add(judge(table.suite(column), micros, values(buffered, field)));
        }
        return new JudgedRows(buffered.iterator(), judgements);
    }

    private static double[] values(List<Row> rows, int field) {
        double[] values = new double[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i).isNullAt(field) ? Double.NaN : rows.get(i).getDouble(field);
        }
        return values;
    }

    private static Judgement judge(QcSuite suite, long[] micros, double[] values) {
        Judgement judgement = new Judgement(new byte[values.length], new int[values.length]);
        suite.flag(new Series(micros, values, values.length), judgement.flags(), judgement.raised());
        return judgement;
    }

    /**
     * What the tests said of one variable's series.
     *
     * @param flags one a sample
     * @param raised bits of the tests that said suspect or fail
     */
    private record Judgement(byte[] flags, int[] raised) {}

    /** Rows with what was judged put behind what was read. */
    private static final class JudgedRows implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final List<Judgement> judgements;
        private int at;

        JudgedRows(Iterator<Row> rows, List<Judgement> judgements) {
            this.rows = rows;
            this.judgements = judgements;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Row next() {
            Row read = rows.next();
            Object[] fields = new Object[read.size() + 2 * judgements.size() + 1];
            int field = 0;
            while (field < read.size()) {
                fields[field] = read.get(field);
                field++;
            }
            byte worst = QcFlag.MISSING;
            for (Judgement judgement : judgements) {
                byte flag = judgement.flags()[at];
                worst = QcFlag.worse(flag, worst);
                fields[field++] = (int) flag;
                fields[field++] = judgement.raised()[at];
            }
            fields[field] = (int) worst;
            at++;
            return RowFactory.create(fields);
        }
    }
}
