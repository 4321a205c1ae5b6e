package dev.shoal.stage;

import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.Window;
import dev.shoal.plan.WorkUnit;
import dev.shoal.qc.QcFlag;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Weights;
import dev.shoal.spec.OutputSpec;
import dev.shoal.spec.RegridSpec;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Makes the chunks of one unit after another: reads the source window of each step, judges its values, carries values
 * and flags to the target grid, and puts every chunk whole. For one thread.
 */
final class GridUnitWriter implements Closeable {

    private final GridJob job;
    private final OpenFiles files;
    private final UnitStore store;
    private long decodedBytes;

    GridUnitWriter(GridJob job, Configuration conf) throws IOException {
        this.job = job;
        this.files = new OpenFiles(conf, job.damaged());
        this.store = new UnitStore(job, conf);
    }

    /** Makes the chunks of a unit, unless an interrupted run of the same plan has made them already. */
    UnitSummary write(long ordinal) throws IOException {
        WorkUnit unit = job.plan().unit(ordinal);
        Optional<UnitSummary> before = store.done(unit);
        if (before.isPresent()) {
            return before.get();
        }
        PlannedArray array = job.plan().arrays().get(unit.array());
        UnitBlock block = new UnitBlock(array, array.cells(unit.chunks()));
        decodedBytes = 0;
        keepWritten(array, block);
        fill(array, job.sources().get(unit.array()), block);
        UnitSummary summary = store.write(array, job.sources().get(unit.array()), unit, block)
                .plus(new UnitSummary(0, 0, 0, decodedBytes, Map.of(), files.damaged()));
        store.markDone(unit, summary);
        return summary;
    }

    /** Takes the steps that stand already from the store, so that a chunk is whole again when it is put. */
    private void keepWritten(PlannedArray array, UnitBlock block) throws IOException {
        int first = job.plan().firstStep();
        if (array.hasTime() && block.firstStep() < first) {
            store.read(array, block, first);
        }
    }

    private void fill(PlannedArray array, GridSource source, UnitBlock block) throws IOException {
        FieldTransform transform = transform(source, block);
        if (transform.source().isEmpty()) {
            return;
        }
        int from = array.hasTime() ? Math.max(block.firstStep(), job.plan().firstStep()) : 0;
        int to = array.hasTime() ? block.endStep() : 1;
        FieldScratch scratch = new FieldScratch(transform.source().size(), block.fieldSize());
        for (FieldBatch batch : FieldBatches.of(array, from, to, array.batchSteps())) {
            carry(array, source, block, transform, scratch, batch);
        }
    }

    private FieldTransform transform(GridSource source, UnitBlock block) {
        GridWindow cells = block.horizontal();
        if (job.regrid().isEmpty()) {
            return new FieldTransform.Same(cells);
        }
        RegridSpec regrid = job.regrid().get(0);
        Weights weights = Weights.of(source.grid(), regrid.target(), cells, regrid.method());
        GridWindow needed = weights.sourceWindow();
        return new FieldTransform.Weighted(
                needed, weights.over(needed), new MissingRule(regrid.missing(), regrid.minValid()), job.failed());
    }

    private void carry(
            PlannedArray array,
            GridSource source,
            UnitBlock block,
            FieldTransform transform,
            FieldScratch scratch,
            FieldBatch batch)
            throws IOException {
        String path = job.plan().files().get(batch.file());
        Optional<FieldReader> reader = files.field(path, array.name(), array.layout());
        if (reader.isEmpty()) {
            return;
        }
        GridWindow window = transform.source();
        int fields = batch.count() * block.levels();
        double[] values = scratch.read(fields);
        try {
            reader.get()
                    .read(
                            batch.steps(),
                            block.levelRange(),
                            range(window.y0(), window.y1()),
                            range(window.x0(), window.x1()),
                            values);
        } catch (UnreadableException error) {
            files.giveUp(path, error);
            return;
        }
        decodedBytes += (long) fields * window.size() * Float.BYTES;
        for (int field = 0; field < fields; field++) {
            scratch.take(field);
            judge(source, scratch);
            transform.values(scratch.source(), scratch.target());
            if (source.flagged()) {
                transform.flags(scratch.sourceFlags(), scratch.targetFlags());
            }
            block.put(batch.firstTarget() + field / block.levels(), field % block.levels(), scratch);
        }
    }

    /** Flags the source's values and, where the run says so, makes holes of those that failed. */
    private void judge(GridSource source, FieldScratch scratch) {
        double[] values = scratch.source();
        byte[] flags = scratch.sourceFlags();
        if (!source.flagged()) {
            return;
        }
        source.tests().flag(values, values.length, flags, scratch.raised());
        if (job.failed() == OutputSpec.FailedValues.MASK) {
            for (int i = 0; i < values.length; i++) {
                if (flags[i] == QcFlag.FAIL) {
                    values[i] = Double.NaN;
                }
            }
        }
    }

    private static Window range(int start, int end) {
        return new Window(new long[] {start}, new long[] {end});
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
