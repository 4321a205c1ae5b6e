package dev.shoal.zarr;

import dev.shoal.codec.ElementEncoder;
import dev.shoal.codec.Slice;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.array.Boxes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * Turns the elements of a shard into the bytes of its object (Zarr v3, ZEP 2): the chunks inside one after the other in
 * row-major order, then the index of where each lies, with its crc32c. Chunks that lie past the end of the array or
 * hold nothing but the fill value are left out.
 */
final class ShardBytes {

    private static final int ENTRY_BYTES = 2 * Long.BYTES;

    private ShardBytes() {}

    /**
     * Encodes a shard.
     *
     * @param values of the whole shard, row-major
     * @param inside lengths of the part that lies inside the array
     * @return the bytes, or nothing where every chunk inside is left out
     */
    static Optional<Slice> encode(
            ElementEncoder encoder, ZarrArray array, Object values, long[] inside, EmptyChunks empty) {
        ChunkGrid grid = new ChunkGrid(array.chunk(), array.inner());
        ByteArrayOutputStream out = new ByteArrayOutputStream(array.chunkBytes() / 3 + 1024);
        ByteBuffer index =
                ByteBuffer.allocate(Math.toIntExact(grid.count() * ENTRY_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.fill(index.array(), (byte) -1);
        Window whole = Window.whole(array.chunk());
        Window held = Window.whole(inside);
        Object cells = ElementBytes.allocate(
                array.type(), Math.toIntExact(Window.whole(array.inner()).size()));
        for (long n = 0; n < grid.count(); n++) {
            Window box = grid.window(grid.index(n));
            if (box.intersect(held).isEmpty()) {
                continue;
            }
            Boxes.copy(values, whole, cells, box, box);
            Optional<Slice> bytes = ChunkBytes.encodeCells(encoder, array, cells, array.inner(), empty);
            if (bytes.isPresent()) {
                Slice chunk = bytes.get();
                index.putLong((int) n * ENTRY_BYTES, out.size());
                index.putLong((int) n * ENTRY_BYTES + Long.BYTES, chunk.length());
                out.write(chunk.bytes(), chunk.offset(), chunk.length());
            }
        }
        if (out.size() == 0) {
            return Optional.empty();
        }
        out.writeBytes(new Codec(WritableCodec.INDEX_CHECKS.steps()).encode(index.array()));
        byte[] bytes = out.toByteArray();
        return Optional.of(new Slice(bytes, 0, bytes.length));
    }
}
