package dev.shoal.zarr;

import dev.shoal.codec.Checksum;
import dev.shoal.codec.CodecChain;
import dev.shoal.zarr.array.ChunkCodec;
import dev.shoal.zarr.array.Shard;
import dev.shoal.zarr.array.WholeChunk;
import java.util.Arrays;
import java.util.List;

/**
 * How an array of v3 is coded, as writing knows it.
 *
 * @param inner lengths of the chunks in a shard; none without shards
 * @param order of the axes
 * @param codec the steps
 */
record WritableCodec(long[] inner, AxisOrder order, Codec codec) {

    /** The steps behind the bytes of a shard's index. */
    static final CodecChain INDEX_CHECKS =
            new CodecChain(List.of(new Checksum(Checksum.Kind.CRC32C, Checksum.Place.END)));

    /**
     * Takes over what reading knows.
     *
     * @throws IllegalArgumentException where it is nothing that is written
     */
    static WritableCodec of(ChunkCodec codec) {
        if (codec instanceof Shard shard) {
            boolean own = shard.place() == Checksum.Place.END
                    && shard.littleEndian()
                    && shard.checks().equals(INDEX_CHECKS)
                    && shard.inner() instanceof WholeChunk;
            if (!own) {
                throw new IllegalArgumentException("shards with another index than one of bytes and crc32c at the end,"
                        + " or with shards inside, which are read only");
            }
            return of((WholeChunk) shard.inner(), shard.grid().chunk());
        }
        return of((WholeChunk) codec, new long[0]);
    }

    private static WritableCodec of(WholeChunk chunk, long[] inner) {
        return new WritableCodec(
                inner, order(chunk.order()), new Codec(chunk.chain().steps()));
    }

    private static AxisOrder order(int[] order) {
        for (AxisOrder known : AxisOrder.values()) {
            if (Arrays.equals(known.axes(order.length), order)) {
                return known;
            }
        }
        throw new IllegalArgumentException("axes in the order " + Arrays.toString(order) + ", which is read only");
    }
}
