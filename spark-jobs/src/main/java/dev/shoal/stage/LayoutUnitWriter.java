package dev.shoal.stage;

import dev.shoal.netcdf.Attributes;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.Window;
import dev.shoal.plan.WorkUnit;
import dev.shoal.zarr.ChunkReader;
import dev.shoal.zarr.ChunkWriter;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Array;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Makes the chunks of one unit of a layout after another: steps that stand already come from the layout's own store,
 * the new ones from the dataset's first store. For one thread.
 */
final class LayoutUnitWriter implements Closeable {

    private final LayoutJob job;
    private final ZarrStore main;
    private final ZarrStore store;
    private final ChunkReader fresh;
    private final ChunkReader standing;
    private final ChunkWriter writer;
    private final Path ledger;
    private final FileSystem fs;

    LayoutUnitWriter(LayoutJob job, Configuration conf) throws IOException {
        this.job = job;
        this.main = ZarrStore.of(job.main(), conf, Attributes.NONE, job.mainArrays());
        this.store = ZarrStore.of(job.store(), conf, Attributes.NONE, job.arrays());
        this.ledger = new Path(job.ledger());
        this.fs = ledger.getFileSystem(conf);
        this.fresh = main.reader();
        this.standing = store.reader();
        this.writer = store.writer();
    }

    /** Makes the chunks of a unit, unless an interrupted run of the same plan has made them; returns their bytes. */
    long write(long ordinal) throws IOException {
        WorkUnit unit = job.plan().unit(ordinal);
        Path mark = UnitLedger.mark(ledger, unit);
        if (fs.exists(mark)) {
            return 0;
        }
        PlannedArray planned = job.plan().arrays().get(unit.array());
        ZarrArray array = array(store, planned);
        Window cells = planned.cells(unit.chunks());
        Object values = values(planned, array, cells);
        for (long[] chunk : ChunkGrid.walk(unit.chunks())) {
            writer.write(array, chunk, ChunkCut.part(array, chunk, cells, values));
        }
        fs.create(mark, true).close();
        return cells.size() * array.type().bytes();
    }

    private static ZarrArray array(ZarrStore store, PlannedArray planned) {
        return store.array(planned.name())
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot find array '" + planned.name() + "' in its own store " + store.root() + "."));
    }

    /** Reads a unit's cells; time, the first axis, tells where they are. */
    private Object values(PlannedArray planned, ZarrArray array, Window cells) throws IOException {
        int first = job.plan().firstStep();
        ZarrArray source = array(main, planned);
        if (!planned.hasTime() || cells.start(0) >= first) {
            return fresh.read(source, cells).values();
        }
        Object old = standing.read(array, cells.with(0, cells.start(0), first)).values();
        Object added = fresh.read(source, cells.with(0, first, cells.end(0))).values();
        Object joined = Array.newInstance(old.getClass().getComponentType(), Math.toIntExact(cells.size()));
        int before = Array.getLength(old);
        System.arraycopy(old, 0, joined, 0, before);
        System.arraycopy(added, 0, joined, before, Array.getLength(added));
        return joined;
    }

    @Override
    public void close() throws IOException {
        writer.close();
        fresh.close();
        standing.close();
    }
}
