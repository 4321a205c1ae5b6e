package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Frame;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.ChunkWriter;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;

/** What a task of a rechunk does with one box after another, in memory that is used again. For one thread. */
final class RechunkTask implements Closeable {

    private final RechunkRoom room = RechunkRoom.take();
    private final ChunkWriter writer;

    /**
     * Opens nothing yet.
     *
     * @param work any of those that write to the store
     */
    RechunkTask(RechunkWork work, Configuration conf) throws IOException {
        this.writer = work.store(conf).writer();
    }

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

    /** Returns the variable as the open file knows it. */
    static VariableHeader variable(RechunkWork work, ArrayFile file) {
        return file.header().variable(work.array().variable().name()).orElseThrow();
    }

    /** Reads a box and writes its chunks. */
    void direct(RechunkWork work, ArrayFile file, long ordinal) throws IOException {
        Window window = work.window(0, ordinal);
        ElementType type = work.array().variable().type();
        if (type == ElementType.STRING) {
            RechunkTexts.direct(work, file, writer, window);
            return;
        }
        RechunkBox box = new RechunkBox(work.plan().target(), type, window, room);
        ChunkGrid source = work.plan().source();
        for (long[] index : ChunkGrid.walk(source.touching(window))) {
            Window cells = source.window(index).intersect(window).orElseThrow();
            box.put(read(work, file, cells).values(), cells);
        }
        box.write(writer, work.array().array());
    }

    /** Reads cells of the variable, which hold until the next are read. */
    ArrayBlock read(RechunkWork work, ArrayFile file, Window cells) throws IOException {
        VariableHeader variable = variable(work, file);
        Object values = room.cells(variable.type(), cells.size());
        file.read(variable, cells, Frame.of(cells), values);
        return new ArrayBlock(variable.type(), cells.shape(), values);
    }

    /** Writes the chunks of a box whose cells are there, one at a time. */
    void write(RechunkWork work, Window box, ArrayBlock block) throws IOException {
        ChunkGrid grid = work.plan().target();
        for (long[] index : ChunkGrid.walk(grid.touching(box))) {
            Window chunk = grid.window(index);
            if (chunk.equals(box)) {
                writer.write(work.array().array(), index, block.values());
            } else {
                Object cells = room.chunk(block.type(), chunk.size());
                RechunkPieces.copy(block.values(), box, cells, chunk, chunk);
                writer.write(work.array().array(), index, cells);
                room.give(cells);
            }
        }
    }

    /** Returns the cells of a box between, put together from its pieces. */
    ArrayBlock joined(RechunkWork work, int stage, long ordinal, Iterator<byte[]> pieces) {
        Window window = work.window(stage, ordinal);
        ElementType type = work.array().variable().type();
        RechunkBox box = new RechunkBox(work.plan().stages().get(stage), type, window, room);
        paste(work, stage, window, pieces, box);
        return new ArrayBlock(type, window.shape(), box.whole());
    }

    /** Writes the chunks of a box, put together from its pieces. */
    void write(RechunkWork work, long ordinal, Iterator<byte[]> pieces) throws IOException {
        int stage = work.stages() - 1;
        Window window = work.window(stage, ordinal);
        RechunkBox box =
                new RechunkBox(work.plan().target(), work.array().variable().type(), window, room);
        paste(work, stage, window, pieces, box);
        box.write(writer, work.array().array());
    }

    private static void paste(RechunkWork work, int stage, Window window, Iterator<byte[]> pieces, RechunkBox box) {
        while (pieces.hasNext()) {
            byte[] piece = pieces.next();
            Window from = work.window(stage - 1, RechunkPieces.box(piece));
            box.paste(piece, from.intersect(window).orElseThrow());
        }
    }

    /** Lets go of memory; what is in Java's heap serves the next task. */
    @Override
    public void close() {
        writer.close();
        room.close();
    }
}
