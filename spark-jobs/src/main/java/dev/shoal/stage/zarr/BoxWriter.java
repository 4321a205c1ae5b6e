package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.Frame;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ChunkReader;
import dev.shoal.zarr.ChunkWriter;
import dev.shoal.zarr.DataType;
import dev.shoal.zarr.EmptyChunks;
import dev.shoal.zarr.HadoopStore;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import dev.shoal.zarr.array.Boxes;
import dev.shoal.zarr.array.Cells;
import dev.shoal.zarr.array.Spares;
import dev.shoal.zarr.array.WritableObjects;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * Writes the chunks of one box after another: gathers the box's cells from the files, and from the store where they
 * stay, and puts every chunk whole. For one thread.
 *
 * <p>Chunks that readers of the store as it is would see changed are put into the staging area, all others in their
 * place. Memory: the box, and three times a chunk, all of which is used again from box to box, and by the next writer.
 */
final class BoxWriter implements Closeable {

    private static final int ATTEMPTS = 3;
    private static final byte[] NOTHING = {};
    private static final Set<ChunkFate> COPIED = EnumSet.of(ChunkFate.COPIED);
    private static final Set<ChunkFate> GATHERED = EnumSet.of(ChunkFate.WRITTEN, ChunkFate.REPLACED);

    private static final Spares<Room> SPARES = new Spares<>();

    /** Arrays that are used again: of a box, and of a chunk cut out of it. */
    private static final class Room {

        private Object box = new byte[0];
        private Object cut = new byte[0];
    }

    private final StoreWork work;
    private final SourceFiles files;
    private final ZarrStore store;
    private final ChunkWriter placing;
    private final ChunkWriter staging;
    private final ZarrStore staged;
    private final ChunkReader reader;
    private final WritableObjects objects;
    private final Room room = SPARES.take().orElseGet(Room::new);
    private boolean closed;

    /**
     * Opens nothing yet.
     *
     * @param root of the store
     * @param staging root of the staging area
     */
    BoxWriter(StoreWork work, String root, String staging, Configuration conf) throws IOException {
        this(
                work,
                new HadoopStore(root, conf),
                new HadoopStore(root, conf),
                ZarrStore.of(staging, conf, Attributes.NONE, arrays(work)).withEmptyChunks(EmptyChunks.WRITE),
                conf);
    }

    /**
     * Opens nothing yet; all chunks are put in their place.
     *
     * @param before what readers see, where steps are read that stay; is closed with this
     * @param objects that nobody sees yet, where chunks are put
     */
    BoxWriter(StoreWork work, WritableObjects before, WritableObjects objects, Configuration conf) {
        this(work, before, objects, ZarrStore.of(objects, Attributes.NONE, arrays(work)), conf);
    }

    private BoxWriter(
            StoreWork work, WritableObjects before, WritableObjects objects, ZarrStore staged, Configuration conf) {
        this.work = work;
        this.files = new SourceFiles(work, conf);
        this.objects = objects;
        this.store = ZarrStore.of(objects, Attributes.NONE, arrays(work));
        this.reader = new ChunkReader(before);
        this.staged = staged;
        this.placing = store.writer();
        this.staging = staged.writer();
    }

    private static List<ZarrArray> arrays(StoreWork work) {
        return work.arrays().stream().map(TargetArray::array).toList();
    }

    /**
     * Writes the chunks of a unit.
     *
     * @return bytes read, decoded
     */
    long write(StoreWork.Unit unit) throws IOException {
        TargetArray target = work.arrays().get(unit.array());
        for (long[] chunk : work.chunks(target, unit.ordinal(), COPIED)) {
            copy(target, chunk);
        }
        List<long[]> chunks = work.chunks(target, unit.ordinal(), GATHERED);
        if (chunks.isEmpty()) {
            return 0;
        }
        Window cells = around(target.array(), chunks);
        Object values = gathered(target, cells);
        if (values instanceof String[] texts) {
            ObjectMemory.requireFit(target.array(), texts, ObjectMemory.mostBytes());
        }
        for (long[] chunk : chunks) {
            Window inside = target.array().grid().window(chunk);
            Object chunkValues = values;
            if (!inside.equals(cells)) {
                room.cut = Cells.again(room.cut, target.array().type(), Math.toIntExact(inside.size()));
                Boxes.copy(values, cells, room.cut, inside, inside);
                chunkValues = room.cut;
            }
            ChunkFate fate = work.fate(target, target.axis() < 0 ? 0 : chunk[target.axis()]);
            put(fate == ChunkFate.REPLACED, target.array(), chunk, chunkValues);
        }
        return cells.size() * target.array().type().bytes();
    }

    /** Copies the bytes of a chunk whose steps are those of one that is there; where that is absent, so is this. */
    private void copy(TargetArray target, long[] chunk) throws IOException {
        long[] from = chunk.clone();
        from[target.axis()] = work.copiedFrom(target, chunk[target.axis()]);
        String key = target.array().chunkKey(chunk);
        Optional<byte[]> bytes = objects.read(target.before().chunkKey(from), Integer.MAX_VALUE - 15L);
        if (bytes.isEmpty()) {
            objects.delete(key);
            return;
        }
        for (int attempt = 1; ; attempt++) {
            objects.put(key, bytes.get());
            if (work.verification() == StoreRequest.Verification.TRUST
                    || Arrays.equals(objects.read(key, Integer.MAX_VALUE - 15L).orElse(NOTHING), bytes.get())) {
                return;
            }
            requireMore(attempt, key, objects.root());
        }
    }

    /** Returns the smallest box that holds chunks. */
    private static Window around(ZarrArray array, List<long[]> chunks) {
        long[] start = array.shape().clone();
        long[] end = new long[start.length];
        for (long[] chunk : chunks) {
            Window cells = array.grid().window(chunk);
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
        room.box = Cells.again(room.box, target.array().type(), Math.toIntExact(cells.size()));
        int axis = target.axis();
        long steps = 0;
        for (Piece piece : work.pieces(target, cells)) {
            long start = Math.max(piece.start(), cells.start(axis));
            long end = Math.min(piece.end(), cells.end(axis));
            long shift = piece.from() - piece.start();
            Window there = cells.with(axis, start + shift, end + shift);
            long[] origin = cells.start().clone();
            origin[axis] += shift;
            Frame box = new Frame(origin, cells.shape());
            if (piece.file() != Piece.STORE) {
                files.read(piece.file(), target, there, box, room.box);
            } else if (target.isNew()) {
                fill(target.array(), cells.with(axis, start, end), cells);
            } else {
                reader.read(target.before(), there, box, room.box);
            }
            steps += end - start;
        }
        requireWhole(target, cells, steps);
        return room.box;
    }

    /** The box holds what another held before wherever nothing was put into it. */
    private static void requireWhole(TargetArray target, Window cells, long steps) {
        if (steps != cells.length(target.axis())) {
            throw new IllegalStateException("Cannot gather " + cells + " of array "
                    + target.array().path() + ": found " + steps + " steps, expected all of them.");
        }
    }

    /** Steps of the store are nothing but the fill value in an array that is new. */
    private void fill(ZarrArray array, Window steps, Window cells) {
        Object fill = array.fill().elements(array.type(), Math.toIntExact(steps.size()));
        Boxes.copy(fill, steps, room.box, cells, steps);
    }

    private void put(boolean replaced, ZarrArray array, long[] chunk, Object values) throws IOException {
        ZarrStore where = replaced ? staged : store;
        for (int attempt = 1; ; attempt++) {
            (replaced ? staging : placing).write(array, chunk, values);
            if (work.verification() == StoreRequest.Verification.TRUST || isThere(where, array, chunk, values)) {
                return;
            }
            requireMore(attempt, "chunk " + Arrays.toString(chunk) + " of array " + array.path(), where.root());
        }
    }

    private static void requireMore(int attempt, String what, String root) throws IOException {
        if (attempt == ATTEMPTS) {
            throw new IOException("Cannot write " + what + " of " + root + ": what is read back differs, " + ATTEMPTS
                    + " times. Check the storage, and run again.");
        }
    }

    private static boolean isThere(ZarrStore where, ZarrArray array, long[] chunk, Object values) throws IOException {
        try {
            ArrayBlock back = where.read(array, array.grid().window(chunk));
            DataType type = DataType.of(array.type());
            return Arrays.equals(type.encode(back.values()), type.encode(values));
        } catch (UnreadableException damaged) { // What cannot be decoded differs too; the caller writes it again.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            placing.close();
            staging.close();
            reader.close();
            SPARES.give(room);
        }
        files.close();
    }
}
