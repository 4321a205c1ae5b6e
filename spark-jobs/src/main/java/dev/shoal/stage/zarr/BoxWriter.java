package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Frame;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ChunkWriter;
import dev.shoal.zarr.EmptyChunks;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import dev.shoal.zarr.array.Boxes;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * Writes the chunks of one box after another: gathers the box's cells from the files, and from the store where they
 * stay, and puts every chunk whole. For one thread.
 *
 * <p>Chunks that readers of the store as it is would see changed are put into the staging area, all others in their
 * place. Memory: the box, and three times a chunk, all of which is used again from box to box.
 */
final class BoxWriter implements Closeable {

    private static final int ATTEMPTS = 3;

    private final StoreWork work;
    private final SourceFiles files;
    private final ZarrStore store;
    private final ChunkWriter placing;
    private final ChunkWriter staging;
    private final ZarrStore staged;
    private Object box = new byte[0];
    private Object cut = new byte[0];

    /**
     * Opens nothing yet.
     *
     * @param root of the store
     * @param staging root of the staging area
     */
    BoxWriter(StoreWork work, String root, String staging, Configuration conf) throws IOException {
        this.work = work;
        this.files = new SourceFiles(work, conf);
        List<ZarrArray> arrays = work.arrays().stream().map(TargetArray::array).toList();
        this.store = ZarrStore.of(root, conf, Attributes.NONE, arrays);
        this.staged = ZarrStore.of(staging, conf, Attributes.NONE, arrays).withEmptyChunks(EmptyChunks.WRITE);
        this.placing = store.writer();
        this.staging = staged.writer();
    }

    /**
     * Writes the chunks of a unit.
     *
     * @return bytes read, decoded
     */
    long write(StoreWork.Unit unit) throws IOException {
        TargetArray target = work.arrays().get(unit.array());
        Window cells = changed(target, unit);
        if (cells.isEmpty() && target.array().rank() > 0) {
            return 0;
        }
        Object values = gathered(target, cells);
        for (long[] chunk : work.chunks(target, unit.ordinal())) {
            Window inside = target.array().grid().window(chunk);
            Object chunkValues = values;
            if (!inside.equals(cells)) {
                cut = again(cut, target.array().type(), inside.size());
                Boxes.copy(values, cells, cut, inside, inside);
                chunkValues = cut;
            }
            put(work.isReplaced(target, chunk), target.array(), chunk, chunkValues);
        }
        return cells.size() * target.array().type().bytes();
    }

    /** Returns the smallest box that holds the chunks to write. */
    private Window changed(TargetArray target, StoreWork.Unit unit) {
        long[] start = target.array().shape().clone();
        long[] end = new long[start.length];
        for (long[] chunk : work.chunks(target, unit.ordinal())) {
            Window cells = target.array().grid().window(chunk);
            for (int axis = 0; axis < start.length; axis++) {
                start[axis] = Math.min(start[axis], cells.start(axis));
                end[axis] = Math.max(end[axis], cells.end(axis));
            }
        }
        return new Window(start, end);
    }

    private Object gathered(TargetArray target, Window cells) throws IOException {
        if (target.axis() < 0) {
            return files.read(target.file(), target, cells);
        }
        box = again(box, target.array().type(), cells.size());
        int axis = target.axis();
        long steps = 0;
        for (Piece piece : work.pieces(target, cells)) {
            long start = Math.max(piece.start(), cells.start(axis));
            long end = Math.min(piece.end(), cells.end(axis));
            long shift = piece.from() - piece.start();
            Window there = cells.with(axis, start + shift, end + shift);
            if (piece.file() == Piece.STORE) {
                Window shared = cells.with(axis, start, end);
                Boxes.copy(store.read(target.array(), there).values(), shared, box, cells, shared);
            } else {
                long[] origin = cells.start().clone();
                origin[axis] += shift;
                files.read(piece.file(), target, there, new Frame(origin, cells.shape()), box);
            }
            steps += end - start;
        }
        requireWhole(target, cells, steps);
        return box;
    }

    /** The box holds what another held before wherever nothing was put into it. */
    private static void requireWhole(TargetArray target, Window cells, long steps) {
        if (steps != cells.length(target.axis())) {
            throw new IllegalStateException("Cannot gather " + cells + " of array "
                    + target.array().path() + ": found " + steps + " steps, expected all of them.");
        }
    }

    private void put(boolean replaced, ZarrArray array, long[] chunk, Object values) throws IOException {
        ZarrStore where = replaced ? staged : store;
        for (int attempt = 1; ; attempt++) {
            (replaced ? staging : placing).write(array, chunk, values);
            if (work.verification() == StoreRequest.Verification.TRUST || isThere(where, array, chunk, values)) {
                return;
            }
            if (attempt == ATTEMPTS) {
                throw new IOException("Cannot write chunk " + Arrays.toString(chunk) + " of array " + array.path()
                        + " of " + where.root() + ": what is read back differs, " + ATTEMPTS
                        + " times. Check the storage, and run again.");
            }
        }
    }

    private static boolean isThere(ZarrStore where, ZarrArray array, long[] chunk, Object values) throws IOException {
        ArrayBlock back = where.read(array, array.grid().window(chunk));
        return Arrays.equals(
                ArrayBlock.bytes(back.values(), ByteOrder.LITTLE_ENDIAN),
                ArrayBlock.bytes(values, ByteOrder.LITTLE_ENDIAN));
    }

    /** Returns the array where it fits, else a new one. */
    private static Object again(Object array, ElementType type, long size) {
        Object fitting = array(type, 0);
        return array.getClass() == fitting.getClass() && Array.getLength(array) == size ? array : array(type, size);
    }

    private static Object array(ElementType type, long size) {
        int length = Math.toIntExact(size);
        return switch (type) {
            case BYTE, UBYTE, CHAR -> new byte[length];
            case SHORT, USHORT -> new short[length];
            case INT, UINT -> new int[length];
            case LONG, ULONG -> new long[length];
            case FLOAT -> new float[length];
            case DOUBLE -> new double[length];
            default -> throw new IllegalArgumentException("Cannot hold elements of type " + type + ".");
        };
    }

    @Override
    public void close() throws IOException {
        placing.close();
        staging.close();
        files.close();
    }
}
