package dev.shoal.netcdf;

import dev.shoal.codec.Shuffle;
import dev.shoal.codec.Zlib;
import dev.shoal.plan.BoxRows;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Makes the bytes of a netCDF-4 variable's chunks out of its elements, for {@link NetcdfWriter#put}. Immutable: it can
 * be sent to tasks and shared by threads.
 */
public final class ChunkEncoder implements Serializable {

    private static final long serialVersionUID = 1;

    /** The filter that gathers the first bytes of all elements, then the second, and so on. */
    public static final String SHUFFLE = "shuffle";

    /** The filter that compresses. */
    public static final String DEFLATE = "deflate";

    private final ElementType type;
    private final ChunkGrid grid;
    private final boolean chunked;
    private final List<String> filters;
    private final byte[] fill;
    private final int deflateLevel;

    ChunkEncoder(NewDataset dataset, int deflateLevel) {
        this.type = dataset.variable().type();
        this.grid = dataset.grid();
        this.chunked = dataset.chunked();
        this.filters = chunked ? dataset.variable().storage().filters() : List.of();
        this.fill = dataset.fill();
        this.deflateLevel = deflateLevel;
    }

    /** Returns the division of the variable: its chunks, or one for all of it where it does not lie in chunks. */
    public ChunkGrid grid() {
        return grid;
    }

    /**
     * Encodes one chunk.
     *
     * @param index of the chunk on each axis
     * @param values elements of the chunk's cells inside the array, {@link ChunkGrid#window} of {@code index}, row by
     *     row, in the array of {@link ArrayBlock#values}; not changed, and not held
     * @return the bytes that lie in the file; the cells of a chunk that stands over the array's end hold fill values
     */
    public byte[] encode(long[] index, Object values) {
        Window window = grid.window(index);
        if (Array.getLength(values) != window.size()) {
            throw new IllegalArgumentException("Cannot encode cells " + window + ": found " + Array.getLength(values)
                    + " elements, expected " + window.size() + ".");
        }
        byte[] bytes = ArrayBlock.bytes(values, ByteOrder.LITTLE_ENDIAN);
        if (bytes.length != Math.multiplyExact(window.size(), type.bytes())) {
            throw new IllegalArgumentException("Cannot encode cells " + window + ": found "
                    + values.getClass().getSimpleName() + ", expected elements of type " + type + ".");
        }
        byte[] encoded = chunked ? whole(window, bytes) : bytes;
        for (String filter : filters) {
            encoded = filter.equals(SHUFFLE)
                    ? new Shuffle(type.bytes()).encode(encoded)
                    : new Zlib(deflateLevel).encode(encoded);
        }
        return encoded;
    }

    /** Returns the bytes of a chunk of full shape. */
    private byte[] whole(Window window, byte[] part) {
        Window box = Window.at(window.start(), grid.chunk());
        if (box.equals(window)) {
            return part;
        }
        byte[] whole = filled(box);
        int width = type.bytes();
        new BoxRows(window, box, window)
                .each((from, to, count) -> System.arraycopy(part, from * width, whole, to * width, count * width));
        return whole;
    }

    private byte[] filled(Window box) {
        byte[] whole = new byte[Math.toIntExact(Math.multiplyExact(box.size(), type.bytes()))];
        ByteBuffer buffer = ByteBuffer.wrap(whole);
        while (fill.length > 0 && buffer.hasRemaining()) {
            buffer.put(fill);
        }
        return whole;
    }
}
