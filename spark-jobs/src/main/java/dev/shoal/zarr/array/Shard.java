package dev.shoal.zarr.array;

import dev.shoal.codec.Checksum;
import dev.shoal.codec.CodecChain;
import dev.shoal.codec.DamageException;
import dev.shoal.netcdf.ByteSource;
import dev.shoal.plan.ChunkGrid;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A chunk whose object holds chunks of its own and an index of where they lie: the codec {@code sharding_indexed} (Zarr
 * v3, ZEP 2). Of such an object the index and the chunks asked for are fetched, nothing else.
 *
 * @param grid the chunks inside, over the shape of the outer chunk
 * @param inner how each of them is coded
 * @param place where in the object the index stands
 * @param littleEndian whether the lowest byte of the index's numbers comes first
 * @param checks the steps behind the index's bytes
 */
public record Shard(ChunkGrid grid, ChunkCodec inner, Checksum.Place place, boolean littleEndian, CodecChain checks)
        implements ChunkCodec {

    /** Two numbers for each chunk inside. */
    private static final int ENTRY_BYTES = 2 * Long.BYTES;

    /** An index of more than this is taken for damage. */
    private static final long MOST_INDEX_BYTES = 64L << 20;

    /** Refuses chunks that do not divide the shard, and more of them than an index may hold. */
    public Shard {
        long count = 1;
        for (int axis = 0; axis < grid.rank(); axis++) {
            if (grid.shape()[axis] % grid.chunk()[axis] != 0) {
                throw new IllegalArgumentException("a shard of " + grid + ", expected chunks that divide it");
            }
            if (grid.count(axis) > MOST_INDEX_BYTES / ENTRY_BYTES / count) {
                throw new IllegalArgumentException(
                        "a shard of " + grid + ", expected at most " + MOST_INDEX_BYTES / ENTRY_BYTES + " chunks");
            }
            count *= grid.count(axis);
        }
        if (checks.encodedSize(0).isEmpty()) {
            throw new IllegalArgumentException(
                    "index codecs " + checks.steps() + ", expected bytes and crc32c, whose length is known");
        }
    }

    @Override
    public long[] readShape() {
        return inner.readShape();
    }

    @Override
    public List<String> steps() {
        List<String> steps = new ArrayList<>(List.of("sharding_indexed"));
        steps.addAll(inner.steps());
        return steps;
    }

    private int plainBytes() {
        return Math.toIntExact(grid.count() * ENTRY_BYTES);
    }

    /** Returns the bytes that the index takes in the object. */
    int indexBytes() {
        return checks.encodedSize(plainBytes()).orElseThrow();
    }

    /**
     * Reads the index.
     *
     * @return position and length of each chunk inside, in row-major order of the chunks, each pair inside the object;
     *     -1 and -1 where a chunk was never written
     * @throws DamageException where the object is too short for it, or an entry leads outside the object
     */
    long[] index(ByteSource object) throws IOException {
        int bytes = indexBytes();
        if (object.length() < bytes) {
            throw new DamageException(
                    "the shard holds " + object.length() + " bytes, expected an index of " + bytes + " in it");
        }
        byte[] stored = object.read(place == Checksum.Place.START ? 0 : object.length() - bytes, bytes);
        long[] index = new long[plainBytes() / Long.BYTES];
        ByteBuffer.wrap(checks.decode(stored, plainBytes()))
                .order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .asLongBuffer()
                .get(index);
        requireInside(index, object.length());
        return index;
    }

    private static void requireInside(long[] index, long length) throws DamageException {
        for (int i = 0; i < index.length; i += 2) {
            boolean absent = index[i] == -1 && index[i + 1] == -1;
            if (!absent && (index[i] < 0 || index[i + 1] < 0 || index[i] > length - index[i + 1])) {
                throw new DamageException("the index of the shard leads to "
                        + Long.toUnsignedString(index[i + 1]) + " bytes from byte " + Long.toUnsignedString(index[i])
                        + " on, but the shard ends at byte " + length);
            }
        }
    }
}
