package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;

/** What the tasks of a rechunk do with their boxes. */
final class RechunkTasks {

    private RechunkTasks() {}

    /**
     * Opens the source; it must still say of the variable what the plan was made for.
     *
     * @throws UnreadableException where it was changed
     */
    static ArrayFile open(RechunkWork work, Configuration conf) throws IOException {
        ArrayFile file = ArrayStores.open(work.array().source(), conf);
        VariableHeader planned = work.array().variable();
        boolean same = file.header()
                .variable(planned.name())
                .filter(found -> Arrays.equals(found.shape(), planned.shape()) && found.type() == planned.type())
                .isPresent();
        if (!same) {
            file.close();
            throw new UnreadableException("Cannot read " + work.array().source() + ", variable " + planned.name()
                    + ": it was changed since the rechunk was planned. Run again.");
        }
        return file;
    }

    /** Reads a box and writes its chunks. */
    static void direct(RechunkWork work, ArrayFile file, ZarrStore store, long ordinal) throws IOException {
        Window window = work.window(0, ordinal);
        VariableHeader variable = variable(work, file);
        if (variable.type() == ElementType.STRING) {
            RechunkTexts.direct(work, file, store, window);
            return;
        }
        RechunkBox box = new RechunkBox(work.plan().target(), variable.type(), window);
        ChunkGrid source = work.plan().source();
        for (long[] index : ChunkGrid.walk(source.touching(window))) {
            Window cells = source.window(index).intersect(window).orElseThrow();
            box.put(file.read(variable, cells).values(), cells);
        }
        box.write(store, work.array().array());
    }

    /** Writes the chunks of a box whose cells are there, one at a time. */
    static void write(RechunkWork work, ZarrStore store, Window box, ArrayBlock block) throws IOException {
        ChunkGrid grid = work.plan().target();
        for (long[] index : ChunkGrid.walk(grid.touching(box))) {
            Window chunk = grid.window(index);
            Object cells = block.values();
            if (!chunk.equals(box)) {
                cells = RechunkPieces.allocate(block.type(), Math.toIntExact(chunk.size()));
                RechunkPieces.copy(block.values(), box, cells, chunk, chunk);
            }
            store.writeChunk(work.array().array(), index, cells);
        }
    }

    /** Returns the variable as the open file knows it. */
    static VariableHeader variable(RechunkWork work, ArrayFile file) {
        return file.header().variable(work.array().variable().name()).orElseThrow();
    }

    /** Returns the cells of a box between, put together from its pieces. */
    static ArrayBlock joined(RechunkWork work, int stage, long ordinal, Iterator<byte[]> pieces) {
        Window window = work.window(stage, ordinal);
        ElementType type = work.array().variable().type();
        RechunkBox box = new RechunkBox(work.plan().stages().get(stage), type, window);
        paste(work, stage, window, pieces, box);
        return new ArrayBlock(type, window.shape(), box.whole());
    }

    /** Writes the chunks of a box, put together from its pieces. */
    static void write(RechunkWork work, ZarrStore store, long ordinal, Iterator<byte[]> pieces) throws IOException {
        int stage = work.stages() - 1;
        Window window = work.window(stage, ordinal);
        RechunkBox box =
                new RechunkBox(work.plan().target(), work.array().variable().type(), window);
        paste(work, stage, window, pieces, box);
        box.write(store, work.array().array());
    }

    private static void paste(RechunkWork work, int stage, Window window, Iterator<byte[]> pieces, RechunkBox box) {
        while (pieces.hasNext()) {
            byte[] piece = pieces.next();
            Window from = work.window(stage - 1, RechunkPieces.box(piece));
            box.paste(piece, from.intersect(window).orElseThrow());
        }
    }
}
