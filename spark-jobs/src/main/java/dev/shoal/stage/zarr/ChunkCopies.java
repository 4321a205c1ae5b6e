package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.ListedFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.array.Boxes;
import dev.shoal.zarr.virtual.ArrayPlan;
import dev.shoal.zarr.virtual.ChunkReferences;
import dev.shoal.zarr.virtual.SourceFile;
import dev.shoal.zarr.virtual.VirtualArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * Copies chunks of one array that cannot stay in their files: a row of chunks at a time, which is read at once where it
 * is small, so that no chunk of a file is decoded twice.
 *
 * @param plan of the array
 * @param sources the files
 * @param tasks where chunks are put
 */
record ChunkCopies(ArrayPlan plan, List<SourceFile> sources, VirtualOutput.Tasks tasks, Configuration conf) {

    private static final long MOST_ROW_BYTES = 128 << 20;

    /** Smaller chunks are held by the references themselves. */
    private static final int MOST_INLINE_BYTES = 512;

    /** Copies the chunks of a row, and returns references to them. */
    ChunkReferences row(long row) throws IOException {
        ChunkGrid grid = plan.array().grid();
        long[] start = new long[grid.rank()];
        long[] end = new long[grid.rank()];
        for (int axis = 0; axis < grid.rank(); axis++) {
            start[axis] = axis == plan.axis() ? row : 0;
            end[axis] = axis == plan.axis() ? row + 1 : grid.count(axis);
        }
        Window cells = cells(grid, start, end);
        long bytes = cells.size() * plan.array().type().element().bytes();
        Object all = bytes <= MOST_ROW_BYTES ? gathered(cells) : new Object();
        ChunkEncoding encoding = new ChunkEncoding(plan.array());
        List<ChunkReferences> copies = new ArrayList<>();
        for (long[] index : ChunkGrid.walk(new Window(start, end))) {
            Window own = grid.window(index);
            Object values = bytes <= MOST_ROW_BYTES ? cut(all, cells, own) : gathered(own);
            copies.add(put(grid.ordinal(index), encoding.bytes(values, own, index)));
        }
        return ChunkReferences.joined(copies);
    }

    private static Window cells(ChunkGrid grid, long[] start, long... end) {
        long[] from = new long[start.length];
        long[] to = new long[start.length];
        for (int axis = 0; axis < from.length; axis++) {
            from[axis] = start[axis] * grid.chunk()[axis];
            to[axis] = Math.min(grid.shape()[axis], end[axis] * grid.chunk()[axis]);
        }
        return new Window(from, to);
    }

    private ChunkReferences put(long ordinal, byte[] bytes) throws IOException {
        return bytes.length <= MOST_INLINE_BYTES
                ? ChunkReferences.inline(ordinal, bytes)
                : ChunkReferences.object(
                        ordinal, tasks.put(plan, plan.array().key(ordinal), bytes, conf), bytes.length);
    }

    private static Object cut(Object all, Window cells, Window own) {
        if (own.equals(cells)) {
            return all;
        }
        Object values =
                java.lang.reflect.Array.newInstance(all.getClass().getComponentType(), Math.toIntExact(own.size()));
        Boxes.copy(all, cells, values, own, own);
        return values;
    }

    private Object gathered(Window cells) throws IOException {
        int axis = plan.axis();
        if (axis < 0) {
            return read(0, cells);
        }
        long[] starts = plan.starts();
        int file = Arrays.binarySearch(starts, cells.start(axis));
        file = file < 0 ? -file - 2 : file;
        Object values = new Object();
        for (; file < sources.size() && starts[file] < cells.end(axis); file++) {
            long from = Math.max(starts[file], cells.start(axis));
            long to = Math.min(starts[file + 1], cells.end(axis));
            if (from < to) {
                Window shared = cells.with(axis, from, to);
                Object part = read(file, cells.with(axis, from - starts[file], to - starts[file]));
                if (shared.equals(cells)) {
                    return part;
                }
                if (!values.getClass().isArray()) {
                    values = java.lang.reflect.Array.newInstance(
                            part.getClass().getComponentType(), Math.toIntExact(cells.size()));
                }
                Boxes.copy(part, shared, values, cells, shared);
            }
        }
        return values;
    }

    private Object read(int number, Window there) throws IOException {
        SourceFile source = sources.get(number);
        ListedFile listed = new ListedFile(source.location(), source.length(), source.modifiedMillis());
        try (ArrayFile file = ArrayFiles.open(listed, conf)) {
            VariableHeader header = file.header()
                    .variable(plan.array().path())
                    .orElseThrow(() -> new UnreadableException("Cannot copy " + source.location() + ", variable "
                            + plan.array().path() + ": found nothing of that name, expected it as before. The file was"
                            + " changed; run the command again."));
            return converted(number, header, file.read(header, there));
        }
    }

    private Object converted(int number, VariableHeader header, ArrayBlock block) throws UnreadableException {
        VirtualArray array = plan.array();
        ElementType type = array.type().element();
        if (plan.copied() == ArrayPlan.Copied.DECODED) {
            return Conversion.unpacking(header, type).convert(block);
        }
        String what = sources.get(number).location() + ", variable " + array.path();
        return new StoredConversion(type, plan.fills().get(number), array.fill(), what).convert(block);
    }
}
