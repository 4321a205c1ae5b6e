package dev.shoal.stage;

import dev.shoal.cf.FieldReader;
import dev.shoal.cf.TimePeriod;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.StepSource;
import dev.shoal.plan.WorkUnit;
import dev.shoal.regrid.GridWindow;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
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
    private final Configuration conf;
    private long decodedBytes;
    private Map<String, Integral> integrals = Map.of();
    private int lastArray = -1;
    private GridWindow lastCells = new GridWindow(0, 0, 0, 0);
    private Optional<FieldTransform> last = Optional.empty();

    GridUnitWriter(GridJob job, Configuration conf) throws IOException {
        this.job = job;
        this.conf = conf;
        this.files = new OpenFiles(conf, job.views(), job.damaged());
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
        GridSource source = job.sources().get(unit.array());
        UnitBlock block = store.block(array, source, unit);
        decodedBytes = 0;
        integrals = Map.of();
        keepWritten(array, block);
        fill(array, unit.array(), block);
        UnitSummary summary = store.write(array, source, unit, block)
                .plus(new UnitSummary(0, 0, 0, decodedBytes, Map.of(), Map.of(), integrals, files.damaged()));
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

    private void fill(PlannedArray array, int index, UnitBlock block) throws IOException {
        GridSource source = job.sources().get(index);
        FieldTransform transform = transform(index, block);
        if (transform.source().isEmpty()) {
            return;
        }
        if (!job.periods().isEmpty() && array.hasTime()) {
            fillPeriods(array, index, block, transform);
            return;
        }
        int from = array.hasTime() ? Math.max(block.firstStep(), job.plan().firstStep()) : 0;
        int to = array.hasTime() ? block.endStep() : 1;
        FieldWork work = FieldWork.of(job, source, block, transform);
        long stepBytes = (long) block.levels() * transform.source().size() * Float.BYTES;
        int most = UnitMemory.batchSteps(array, block, transform.source().size(), job.taskBytes());
        for (FieldBatch batch : FieldBatches.of(array, from, to, most)) {
            carry(array, work, batch, batch.count() * stepBytes);
        }
        integrals = work.integrals().map(known -> Map.of(array.name(), known)).orElse(Map.of());
    }

    /** Steps of a period are taken in a batch at a time and never held all. */
    private void fillPeriods(PlannedArray array, int index, UnitBlock block, FieldTransform transform)
            throws IOException {
        PeriodPlan plan = job.periods().get(index);
        PeriodSums sums = new PeriodSums(plan.how(), block);
        long stepBytes = (long) block.levels() * transform.source().size() * Float.BYTES;
        int most = UnitMemory.batchSteps(array, block, transform.source().size(), job.taskBytes());
        for (int target = block.firstStep(); target < block.endStep(); target++) {
            TimePeriod period = plan.periods().get(target);
            List<StepSource> steps = plan.stepsOf(period);
            for (FieldBatch batch : FieldBatches.of(steps, 0, steps.size(), most)) {
                UnitBlock part = block.steps(array, batch.firstTarget(), batch.count());
                FieldWork work = FieldWork.of(job, job.sources().get(index), part, transform);
                carry(array, work, batch, batch.count() * stepBytes);
                sums.add(part, period, batch.firstTarget(), batch.count());
            }
            sums.finish(period, target);
        }
    }

    /** Returns the way of an array's fields to a window; that of the last unit where it is the same. */
    private FieldTransform transform(int array, UnitBlock block) throws IOException {
        GridWindow cells = block.horizontal();
        if (job.ways().isEmpty()) {
            return new FieldTransform.Same(cells);
        }
        if (array != lastArray || !cells.equals(lastCells) || last.isEmpty()) {
            last = Optional.of(weighted(job.ways().get(array), cells));
            lastArray = array;
            lastCells = cells;
        }
        return last.get();
    }

    private FieldTransform weighted(FieldWay way, GridWindow cells) throws IOException {
        TargetWeights weights = way.weights();
        FilledCells filled = FilledCells.of(way.extrapolation(), weights.source(), weights.target(), cells);
        BoundWeights bound = weights.over(filled.made(), way.extrapolation(), conf);
        return new FieldTransform.Weighted(
                bound.source(), bound.stencil(), bound.sourceAreas(), way.rule(), job.failed(), filled, way.report());
    }

    private void carry(PlannedArray array, FieldWork work, FieldBatch batch, long batchBytes) throws IOException {
        String path = job.plan().files().get(batch.file());
        Optional<FieldReader> reader = files.field(path, array.name(), array.layout());
        if (reader.isEmpty()) {
            return;
        }
        try {
            work.carry(reader.get(), batch);
        } catch (UnreadableException error) {
            files.giveUp(path, error);
            return;
        }
        decodedBytes += batchBytes;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
