package dev.shoal.zarr.array;

import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.CodecChain;
import dev.shoal.codec.ElementDecoder;
import dev.shoal.codec.Slice;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A chunk that is decoded as a whole.
 *
 * @param type of its elements
 * @param shape lengths of its axes
 * @param order the array's axis that each stored axis is, slowest first
 * @param chain of the steps behind the elements' bytes
 */
public record WholeChunk(StoredType type, int[] shape, int[] order, CodecChain chain) implements ChunkCodec {

    /** The most bytes that the texts of one chunk may come to. */
    static final int MOST_TEXT_BYTES = 256 << 20;

    /** The most bytes of a decoded chunk: what a Java array can hold. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - 15L;

    /** Compressed bytes can be a little more than plain ones; never by this much and an eighth of them. */
    private static final int SPARE_BYTES = 1 << 20;

    /** Refuses chunks that no array can hold. */
    public WholeChunk {
        shape = shape.clone();
        order = order.clone();
    }

    /**
     * Makes a chunk.
     *
     * @param shape lengths of its axes, each at least 1
     * @throws IllegalArgumentException where the whole of it is more than 2^31 - 16 bytes
     */
    public static WholeChunk of(StoredType type, long[] shape, int[] order, CodecChain chain) {
        long bytes = Math.max(type.bytes(), Long.BYTES / 2);
        int[] lengths = new int[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] > MOST_BYTES / bytes) {
                throw new IllegalArgumentException(
                        "chunk " + Arrays.toString(shape) + ", expected at most 2^31 - 16 bytes");
            }
            bytes *= shape[axis];
            lengths[axis] = (int) shape[axis];
        }
        return new WholeChunk(type, lengths, order, chain);
    }

    @Override
    public long[] readShape() {
        return Arrays.stream(shape).asLongStream().toArray();
    }

    @Override
    public List<String> steps() {
        return chain.steps().stream().map(BytesCodec::id).toList();
    }

    private int size() {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return size;
    }

    /** Returns the most bytes that a sound chunk is stored in. */
    long mostBytes() {
        long bytes = type.varies() ? MOST_TEXT_BYTES : (long) size() * type.bytes();
        return bytes + bytes / 8 + SPARE_BYTES;
    }

    /**
     * Decodes a chunk.
     *
     * @param spare an array that nobody needs any more; taken for the elements where it fits
     * @return its elements, row-major in the array's axes
     * @throws IOException where the bytes are not what the steps write
     */
    Object decode(Slice stored, ElementDecoder decoder, Object spare) throws IOException {
        int size = size();
        if (type.isOfNumbers() && isInOrder()) {
            Object cells = Cells.again(spare, type.element(), size);
            decoder.decode(stored, chain, type.byteOrder(), cells);
            return cells;
        }
        byte[] encoded = stored.whole();
        byte[] raw = type.varies()
                ? chain.decodeAtMost(encoded, MOST_TEXT_BYTES)
                : chain.decode(encoded, size * type.bytes());
        Object cells = type.decode(raw, size);
        return isInOrder() ? cells : Cells.ordered(type.element(), cells, shape, order);
    }

    private boolean isInOrder() {
        for (int axis = 0; axis < order.length; axis++) {
            if (order[axis] != axis) {
                return false;
            }
        }
        return true;
    }
}
