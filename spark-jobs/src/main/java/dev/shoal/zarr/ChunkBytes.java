package dev.shoal.zarr;

import dev.shoal.plan.Window;
import dev.shoal.zarr.array.Boxes;
import java.lang.reflect.Array;
import java.util.Arrays;
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
     * @return the bytes, or nothing where there is to be no object
     */
    static Optional<byte[]> encode(ZarrArray array, long[] index, Object values, EmptyChunks empty) {
        Object whole = whole(array, index, values);
        return array.sharded()
                ? ShardBytes.encode(array, whole, array.grid().window(index).shape(), empty)
                : encodeCells(array, whole, array.chunk(), empty);
    }

    /**
     * Encodes the cells of a chunk, or of a chunk in a shard.
     *
     * @param cells row-major; not changed
     * @param lengths of the chunk
     */
    static Optional<byte[]> encodeCells(ZarrArray array, Object cells, long[] lengths, EmptyChunks empty) {
        byte[] bytes = ElementBytes.encode(array.dataType(), cells);
        if (empty == EmptyChunks.LEAVE_OUT && ElementBytes.isFill(array.dataType(), array.fill(), bytes)) {
            return Optional.empty();
        }
        if (array.order() == AxisOrder.COLUMN_MAJOR) {
            bytes = AxisOrder.ROW_MAJOR.turn(
                    bytes, ints(lengths), array.dataType().bytes());
        }
        return Optional.of(array.codec().encode(bytes));
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
