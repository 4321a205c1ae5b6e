package dev.shoal.stage;

import dev.shoal.qc.OpenSample;
import dev.shoal.qc.OpenSeries;
import dev.shoal.qc.OpenSuites;
import dev.shoal.qc.Series;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Judges the rows that have come of one series, and again those that came before and can still change.
 *
 * @param suites tests of the variables
 * @param delayMicros how much older than the newest of its series a row may be when it comes
 */
record RowStreamJudge(OpenSuites suites, long delayMicros)
        implements FlatMapGroupsWithStateFunction<Tuple2<String, String>, Row, byte[], Row> {

    private static final int TIME = 2;
    private static final int SOURCE = 3;
    private static final int INDEX = 4;
    private static final int FIRST_NUMBER = 5;

    /** Returns the columns of the rows as they come: the key, time in microseconds, and the suites' columns. */
    static StructType taken(OpenSuites suites) {
        StructType schema = new StructType()
                .add("platform", DataTypes.StringType, false)
                .add("series", DataTypes.StringType, false)
                .add("time", DataTypes.LongType, true)
                .add("source_file", DataTypes.StringType, false)
                .add("source_index", DataTypes.LongType, false);
        for (String column : suites.columns()) {
            schema = schema.add(column, DataTypes.DoubleType, true);
        }
        return schema;
    }

    @Override
    public Iterator<Row> call(Tuple2<String, String> key, Iterator<Row> rows, GroupState<byte[]> state) {
        OpenSeries series = new OpenSeries(
                suites, key._1(), state.exists() ? StreamState.decode(state.get()) : OpenSeries.State.NONE);
        List<OpenSample> samples = new ArrayList<>();
        Set<Source> come = new HashSet<>();
        long newest = Series.NO_TIME;
        while (rows.hasNext()) {
            OpenSample sample = sample(rows.next());
            samples.add(sample);
            come.add(new Source(sample.source(), sample.index()));
            newest = Math.max(newest, sample.timeMicros());
        }
        OpenSeries.Portion portion =
                series.add(samples, newest == Series.NO_TIME ? Series.NO_TIME : newest - delayMicros);
        state.update(StreamState.encode(series.state()));
        List<Row> told = new ArrayList<>();
        portion.changed()
                .forEach(sample -> told.add(row(
                        key, sample, come.contains(new Source(sample.source(), sample.index())) ? "new" : "changed")));
        portion.late().forEach(sample -> told.add(row(key, sample, "late")));
        return told.iterator();
    }

    private OpenSample sample(Row row) {
        double[] values = new double[suites.columns().size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = row.isNullAt(FIRST_NUMBER + column) ? Double.NaN : row.getDouble(FIRST_NUMBER + column);
        }
        return new OpenSample(RowStream.micros(row, TIME), row.getString(SOURCE), row.getLong(INDEX), values);
    }

    private Row row(Tuple2<String, String> key, OpenSample sample, String standing) {
        int numbers = suites.columns().size();
        int variables = suites.variables().size();
        @Nullable Object[] values = new @Nullable Object[FIRST_NUMBER + numbers + 2 * variables + 1];
        values[0] = key._1();
        values[1] = key._2();
        values[TIME] = sample.timeMicros() == Series.NO_TIME ? null : sample.timeMicros();
        values[SOURCE] = sample.source();
        values[INDEX] = sample.index();
        for (int column = 0; column < numbers; column++) {
            double value = sample.values()[column];
            values[FIRST_NUMBER + column] = Double.isNaN(value) ? null : value;
        }
        for (int variable = 0; variable < sample.flags().length; variable++) {
            values[FIRST_NUMBER + numbers + 2 * variable] = (int) sample.flags()[variable];
            values[FIRST_NUMBER + numbers + 2 * variable + 1] = sample.raised()[variable];
        }
        values[values.length - 1] = standing;
        return RowFactory.create(values);
    }

    /**
     * Tells a row from every other.
     *
     * @param file where it comes from
     * @param index its number there
     */
    private record Source(String file, long index) {}
}
