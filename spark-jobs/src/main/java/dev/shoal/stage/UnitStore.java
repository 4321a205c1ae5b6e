package dev.shoal.stage;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Attributes;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.Window;
import dev.shoal.plan.WorkUnit;
import dev.shoal.qc.flag.QcFlag;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Puts the chunks of units into the store, and keeps the ledger of the units that are done. */
final class UnitStore {

    private final GridJob job;
    private final ZarrStore store;
    private final FileSystem fs;
    private final Path ledger;

    UnitStore(GridJob job, Configuration conf) throws IOException {
        this.job = job;
        this.store = ZarrStore.of(job.store(), conf, Attributes.NONE, job.arrays());
        this.ledger = new Path(job.ledger());
        this.fs = ledger.getFileSystem(conf);
    }

    /** Returns what an interrupted run of the same plan has written down of a unit; nothing where it is still to do. */
    Optional<UnitSummary> done(WorkUnit unit) throws IOException {
        try (FSDataInputStream in = fs.open(UnitLedger.mark(ledger, unit))) {
            return UnitLedger.parse(in.readAllBytes());
        } catch (FileNotFoundException | ChecksumException absentOrTorn) {
            return Optional.empty();
        }
    }

    /** Writes down that a unit is done, and what came out of it. */
    void markDone(WorkUnit unit, UnitSummary summary) throws IOException {
        try (FSDataOutputStream out = fs.create(UnitLedger.mark(ledger, unit), true)) {
            out.write(UnitLedger.bytes(summary));
        }
    }

    /** Makes the block of a unit, without any value. */
    UnitBlock block(PlannedArray array, GridSource source, WorkUnit unit) {
        Window cells = array.cells(unit.chunks());
        long fractions = job.tellsFraction(unit.array()) ? cells.size() : 0;
        return new UnitBlock(
                array,
                cells,
                StoredNumbers.held(zarr(array.name()).type()),
                source.flagged() ? cells.size() : 0,
                fractions);
    }

    /** Fills the steps of a block before {@code end} with what the store holds. */
    void read(PlannedArray array, UnitBlock block, int end) throws IOException {
        Window old = block.cells().with(array.timeAxis(), block.firstStep(), Math.min(end, block.endStep()));
        ArrayBlock values = store.read(zarr(array.name()), old);
        StoredNumbers.hold(zarr(array.name()), values, block.values());
        if (block.flags().length > 0) {
            ArrayBlock flags = store.read(zarr(GridJob.flagsOf(array.name())), old);
            System.arraycopy(flags.values(), 0, block.flags(), 0, flags.size());
        }
        if (block.fractions().length > 0) {
            ArrayBlock fractions = store.read(zarr(GridJob.fractionOf(array.name())), old);
            System.arraycopy(fractions.values(), 0, block.fractions(), 0, fractions.size());
        }
    }

    private ZarrArray zarr(String name) {
        return store.array(name)
                .orElseThrow(() -> new IllegalStateException("Cannot find array '" + name + "' in its own store."));
    }

    /** Puts every chunk of a unit. */
    UnitSummary write(PlannedArray array, GridSource source, WorkUnit unit, UnitBlock block) throws IOException {
        ZarrArray values = zarr(array.name());
        for (long[] chunk : ChunkGrid.walk(unit.chunks())) {
            store.writeChunk(values, chunk, ChunkCut.values(values, chunk, block));
            if (source.flagged()) {
                ZarrArray flags = zarr(GridJob.flagsOf(array.name()));
                store.writeChunk(flags, chunk, ChunkCut.flags(flags, chunk, block));
            }
            if (block.fractions().length > 0) {
                ZarrArray fractions = zarr(GridJob.fractionOf(array.name()));
                store.writeChunk(fractions, chunk, ChunkCut.fractions(fractions, chunk, block));
            }
        }
        Map<String, Long> counts = source.flagged() ? counts(array.name(), block.flags()) : Map.of();
        Map<String, Long> missing = Map.of(array.name(), block.missing());
        return new UnitSummary(1, 0, block.cells().size(), 0, counts, missing, Map.of(), Map.of());
    }

    private static Map<String, Long> counts(String variable, byte[] flags) {
        long[] byFlag = new long[QcFlag.MISSING + 1];
        for (byte flag : flags) {
            byFlag[flag]++;
        }
        Map<String, Long> counts = new TreeMap<>();
        for (byte flag = 0; flag < byFlag.length; flag++) {
            if (byFlag[flag] > 0) {
                counts.put(UnitSummary.key(variable, flag), byFlag[flag]);
            }
        }
        return counts;
    }
}
