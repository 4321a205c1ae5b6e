package dev.shoal.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads boxes of arrays and keeps the chunk it decoded last, so that many small boxes of one chunk decode it once.
 *
 * <p>Holds that one chunk as it was when it was decoded: a reader is for one task, not for watching a store that is
 * being written. Not safe for use by several threads.
 */
public final class ChunkReader {

    private final HadoopStore store;
    private String lastKey = "";
    private Optional<Object> last = Optional.empty();

    /** Makes a reader of a store. */
    public ChunkReader(HadoopStore store) {
        this.store = store;
    }

    /**
     * Reads a box of an array, decoding the chunks it touches and no other.
     *
     * @param window of the array's rank, inside its shape, of fewer than 2^31 elements
     * @return the elements, of the window's shape; chunks never written come as the fill value
     * @throws UnreadableException where a chunk is damaged; names store, array and chunk
     * @throws IOException where the storage fails; names store and chunk
     */
    public ArrayBlock read(ZarrArray array, Window window) throws IOException {
        if (window.rank() != array.rank() || !Window.whole(array.shape()).contains(window)) {
            throw new IllegalArgumentException("Cannot read " + window + " of array " + array.path() + " of Zarr store "
                    + store.root() + ": expected a window inside " + Arrays.toString(array.shape()) + ".");
        }
        Object out = ElementBytes.filled(array.type(), Math.toIntExact(window.size()), array.fill());
        ChunkGrid grid = array.grid();
        if (!window.isEmpty()) {
            for (long[] index : ChunkGrid.walk(grid.touching(window))) {
                Optional<Object> values = chunk(array, index);
                Window shared = grid.window(index).intersect(window).orElseThrow();
                values.ifPresent(chunk -> Boxes.copy(chunk, whole(array, index), out, window, shared));
            }
        }
        return new ArrayBlock(array.type(), window.shape(), out);
    }

    private static Window whole(ZarrArray array, long[] index) {
        long[] start = index.clone();
        for (int axis = 0; axis < start.length; axis++) {
            start[axis] *= array.chunk()[axis];
        }
        return Window.at(start, array.chunk());
    }

    private Optional<Object> chunk(ZarrArray array, long[] index) throws IOException {
        String key = array.chunkKey(index);
        if (!key.equals(lastKey)) {
            lastKey = "";
            Optional<byte[]> bytes = store.read(key);
            last = bytes.isPresent() ? Optional.of(decode(array, key, bytes.get())) : Optional.empty();
            lastKey = key;
        }
        return last;
    }

    private Object decode(ZarrArray array, String key, byte[] bytes) throws UnreadableException {
        try {
            return ChunkBytes.decode(array, bytes);
        } catch (IOException damage) {
            throw new UnreadableException(
                    "Cannot read chunk " + key + " of Zarr store " + store.root() + ": " + damage.getMessage()
                            + ". Write the chunk again.",
                    damage);
        }
    }
}
