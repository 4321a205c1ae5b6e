package dev.shoal.zarr;

import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.ElementEncoder;
import dev.shoal.codec.Slice;
import dev.shoal.plan.Window;
import dev.shoal.zarr.array.Boxes;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns the elements of a chunk into the bytes of its object and back. */
final class ChunkBytes {

    private ChunkBytes() {}

    /**
     * Encodes a chunk. Cells past the end of the array get the fill value whatever is given for them, so that they show
     * nothing wrong when the array grows.
     *
     * @param values of the whole chunk, or of the part inside the array; row-major; not changed
     * @param empty what becomes of a chunk of nothing but the fill value
     * @return the bytes, or nothing where there is to be no object; hold until the encoder is used again
     */
    static Optional<Slice> encode(
            ElementEncoder encoder, ZarrArray array, long[] index, Object values, EmptyChunks empty) {
        Object whole = whole(array, index, values);
        return array.sharded()
                ? ShardBytes.encode(
                        encoder, array, whole, array.grid().window(index).shape(), empty)
                : encodeCells(encoder, array, whole, array.chunk(), empty);
    }

    /**
     * Encodes the cells of a chunk, or of a chunk in a shard.
     *
     * @param cells row-major; not changed
     * @param lengths of the chunk
     * @return holds until the encoder is used again
     */
    static Optional<Slice> encodeCells(
            ElementEncoder encoder, ZarrArray array, Object cells, long[] lengths, EmptyChunks empty) {
        if (empty == EmptyChunks.LEAVE_OUT && ElementBytes.isFill(array.dataType(), array.fill(), cells)) {
            return Optional.empty();
        }
        List<BytesCodec> steps = array.codec().steps();
        DataType type = array.dataType();
        boolean inOrder = array.order() == AxisOrder.ROW_MAJOR;
        if (inOrder && type.isPlain()) {
            return Optional.of(encoder.encode(cells, type.endian().order(), steps));
        }
        byte[] bytes = ElementBytes.encode(type, cells);
        byte[] stored = inOrder ? bytes : AxisOrder.ROW_MAJOR.turn(bytes, ints(lengths), type.bytes());
        return Optional.of(encoder.encode(new Slice(stored, 0, stored.length), steps));
    }

    private static Object whole(ZarrArray array, long[] index, Object values) {
        Window inside = array.grid().window(index);
        Window cells = Window.at(inside.start(), array.chunk());
        boolean isWhole = ElementBytes.holds(array.type(), values) && Array.getLength(values) == array.chunkSize();
        boolean isInside = ElementBytes.holds(array.type(), values) && Array.getLength(values) == inside.size();
        if (!isWhole && !isInside) {
            throw new IllegalArgumentException("Cannot write chunk " + array.chunkKey(index) + ": found "
                    + values.getClass().getSimpleName() + " of length "
                    + (values.getClass().isArray() ? Array.getLength(values) : 0) + ", expected " + array.type()
                    + " elements, " + array.chunkSize() + " of the whole chunk or " + inside.size()
                    + " inside the array.");
        }
        if (cells.equals(inside)) {
            return values;
        }
        Object whole = ElementBytes.filled(array.type(), array.chunkSize(), array.fill());
        Boxes.copy(values, isWhole ? cells : inside, whole, cells, inside);
        return whole;
    }

    private static int[] ints(long[] lengths) {
        return Arrays.stream(lengths).mapToInt(Math::toIntExact).toArray();
    }
}
