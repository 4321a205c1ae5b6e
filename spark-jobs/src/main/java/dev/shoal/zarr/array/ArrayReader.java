package dev.shoal.zarr.array;

import dev.shoal.codec.Slice;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Frame;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Reads boxes of arrays and keeps the chunk it decoded last, so that many small boxes of one chunk decode it once.
 *
 * <p>Holds that one chunk, in memory that serves the next reader, and the shards it read last, as they were then: a
 * reader is for one task, not for watching a store that is being written. Not safe for use by several threads.
 */
public final class ArrayReader implements Closeable {

    /** Chunks are asked for by so many at a time, so that near ones can be fetched together. */
    private static final int BATCH = 4096;

    private static final int MOST_CELLS = Integer.MAX_VALUE - 8;

    private final StoreObjects objects;
    private final ChunkRoom room = ChunkRoom.take();
    private final ShardReader shards;
    private String absent = "";
    private boolean closed;

    /** Makes a reader of a store; the store is closed with it. */
    public ArrayReader(StoreObjects objects) {
        this.objects = objects;
        this.shards = new ShardReader(objects, room);
    }

    /**
     * Reads a box of an array, decoding the chunks it touches and no other.
     *
     * @param window of the array's rank, inside its shape, of fewer than 2^31 elements
     * @return the elements, of the window's shape; chunks never written come as the fill value
     * @throws UnreadableException where a chunk is damaged; names store, array and chunk
     * @throws IOException where the storage fails; names store and chunk
     */
    public ArrayBlock read(StoredArray array, Window window) throws IOException {
        require(array, window);
        Object out = Cells.allocate(array.type().element(), (int) window.size());
        read(array, window, Frame.of(window), out);
        return new ArrayBlock(array.type().element(), window.shape(), out);
    }

    /**
     * Reads a box of an array into a larger one; see {@link #read(StoredArray, Window)}.
     *
     * @param to the cells that {@code into} holds, the window's among them
     * @param into an array as {@link ArrayBlock} holds them; the window's cells are overwritten, no other
     */
    public void read(StoredArray array, Window window, Frame to, Object into) throws IOException {
        require(array, window);
        Box box = new Box(window, to, into);
        Iterator<long[]> chunks = window.isEmpty()
                ? Collections.emptyIterator()
                : ChunkGrid.walk(array.grid().touching(window)).iterator();
        while (chunks.hasNext()) {
            if (array.codec() instanceof WholeChunk whole) {
                read(array, whole, batch(chunks), box);
            } else {
                shards.read(array, (Shard) array.codec(), chunks.next(), box);
            }
        }
    }

    /**
     * Counts the chunks that a shard holds, by its index alone.
     *
     * @param index of the shard
     * @return 0 where there is no such object; 1 for a chunk that is an object of its own, there or not
     * @throws UnreadableException where the index is damaged
     * @throws IOException where the storage fails
     */
    public long held(StoredArray array, long[] index) throws IOException {
        return array.codec() instanceof Shard shard ? shards.held(array.keys().key(array.path(), index), shard) : 1;
    }

    private void require(StoredArray array, Window window) {
        boolean inside =
                window.rank() == array.rank() && Window.whole(array.shape()).contains(window);
        if (!inside || window.size() > MOST_CELLS) {
            throw new IllegalArgumentException("Cannot read " + window + " of array " + array.path() + " of Zarr store "
                    + objects.root() + ": expected a window inside " + Arrays.toString(array.shape())
                    + " of fewer than 2^31 elements.");
        }
    }

    private static List<long[]> batch(Iterator<long[]> chunks) {
        List<long[]> batch = new ArrayList<>();
        while (chunks.hasNext() && batch.size() < BATCH) {
            batch.add(chunks.next());
        }
        return batch;
    }

    private void read(StoredArray array, WholeChunk codec, List<long[]> chunks, Box box) throws IOException {
        List<String> keys = new ArrayList<>();
        chunks.forEach(index -> keys.add(array.keys().key(array.path(), index)));
        if (keys.size() == 1 && room.holds(keys.get(0))) {
            box.take(room.cells(), cells(array.grid(), chunks.get(0)));
            return;
        }
        if (keys.size() == 1 && absent.equals(keys.get(0))) {
            box.fill(array.fill(), cells(array.grid(), chunks.get(0)));
            return;
        }
        BitSet found = new BitSet(keys.size());
        objects.read(keys, codec.mostBytes(), room.bytes(), (position, bytes) -> {
            box.take(decode(codec, keys.get(position), bytes), cells(array.grid(), chunks.get(position)));
            found.set(position);
        });
        for (int at = found.nextClearBit(0); at < keys.size(); at = found.nextClearBit(at + 1)) {
            box.fill(array.fill(), cells(array.grid(), chunks.get(at)));
            absent = keys.get(at);
        }
    }

    /** Returns the cells of a whole chunk, also those past the end of its array. */
    static Window cells(ChunkGrid grid, long[] index) {
        long[] start = index.clone();
        for (int axis = 0; axis < start.length; axis++) {
            start[axis] *= grid.chunk()[axis];
        }
        return Window.at(start, grid.chunk());
    }

    private Object decode(WholeChunk codec, String key, Slice bytes) throws UnreadableException {
        try {
            return room.decode(codec, key, bytes);
        } catch (IOException damage) {
            throw damaged(objects.root(), key, damage);
        }
    }

    /** Returns the error of a chunk whose bytes are not what its codec writes. */
    static UnreadableException damaged(String root, String key, IOException damage) {
        return new UnreadableException(
                "Cannot read chunk " + key + " of Zarr store " + root + ": " + damage.getMessage()
                        + ". Write the chunk again.",
                damage);
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            room.close();
        }
        shards.close();
        objects.close();
    }
}
