package dev.shoal.source;

import dev.shoal.cf.FieldReader;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.Window;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Weights;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Makes the rows of some steps and one band of target rows, one field at a time. */
final class RegridReader implements PartitionReader<ColumnarBatch> {

    private final RegridField field;
    private final RegridWork work;
    private final Configuration conf;
    private final RegridRows rows;
    private final RegridValues values;
    private final GridWindow needed;
    private Optional<ArrayFile> file = Optional.empty();
    private Optional<FieldReader> reader = Optional.empty();
    private final int endStep;
    private int step;
    private int level = -1;
    private int shown;

    RegridReader(RegridPartition partition, RegridWork work, Configuration conf) {
        this.field = work.field(partition.entry(), conf);
        this.work = work;
        this.conf = conf;
        Weights weights = work.weights().get(partition.band());
        this.needed = weights.sourceWindow();
        this.values = RegridValues.of(work, weights.over(needed));
        this.rows = new RegridRows(work, weights.target(), values, field);
        this.step = partition.firstStep(field.steps());
        this.endStep = partition.endStep(field.steps());
        this.shown = rows.cells();
    }

    @Override
    public boolean next() throws IOException {
        while (shown == rows.cells()) {
            if (!nextField()) {
                return false;
            }
            read();
            rows.field(step, level);
            shown = 0;
        }
        int count = Math.min(ScanRequest.BATCH_ROWS, rows.cells() - shown);
        rows.show(shown, count);
        shown += count;
        return true;
    }

    /** Goes to the next step and level that a filter keeps. */
    private boolean nextField() {
        do {
            level++;
            if (level == Math.max(1, field.heights().length)) {
                level = 0;
                step++;
            }
        } while (step < endStep && !isWanted());
        return step < endStep;
    }

    private boolean isWanted() {
        CoordinateRanges ranges = work.ranges();
        boolean time = field.micros().length > 0
                ? ranges.holds(RegridTable.TIME, field.micros()[step])
                : field.times().length == 0 || ranges.holds(RegridTable.TIME, field.times()[step]);
        return time && (field.heights().length == 0 || ranges.holds(field.level(), field.heights()[level]));
    }

    private void read() throws IOException {
        if (reader.isEmpty()) {
            ArrayFile open = ArrayStores.open(field.entry(), conf);
            file = Optional.of(open);
            reader = Optional.of(new FieldReader(open, field.variable(), field.layout()));
        }
        values.make(
                reader.get(),
                one(step),
                one(level),
                new Window(new long[] {needed.y0()}, new long[] {needed.y1()}),
                new Window(new long[] {needed.x0()}, new long[] {needed.x1()}));
    }

    private static Window one(int index) {
        return new Window(new long[] {index}, new long[] {index + 1});
    }

    @Override
    public ColumnarBatch get() {
        return rows.batch();
    }

    @Override
    public void close() throws IOException {
        rows.batch().close();
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
