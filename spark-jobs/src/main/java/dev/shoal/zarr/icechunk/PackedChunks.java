package dev.shoal.zarr.icechunk;

import dev.shoal.codec.DamageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** References as bytes, for sending them between processes; those of files outside the repository are not sent. */
final class PackedChunks {

    private static final int ERASED = 0;
    private static final int INLINE = 1;
    private static final int NATIVE = 2;

    private PackedChunks() {}

    static byte[] bytes(Map<int[], Optional<ChunkRef>> chunks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Map.Entry<int[], Optional<ChunkRef>> chunk : chunks.entrySet()) {
                for (int along : chunk.getKey()) {
                    out.writeInt(along);
                }
                put(out, chunk.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(DataOutputStream out, Optional<ChunkRef> ref) throws IOException {
        if (ref.isEmpty()) {
            out.writeByte(ERASED);
        } else if (ref.get() instanceof ChunkRef.Inline inline) {
            out.writeByte(INLINE);
            out.writeInt(inline.bytes().length);
            out.write(inline.bytes());
        } else if (ref.get() instanceof ChunkRef.Native part) {
            out.writeByte(NATIVE);
            out.write(part.chunk().bytes());
            out.writeLong(part.offset());
            out.writeLong(part.length());
        } else {
            throw new IllegalArgumentException("a reference " + ref.get() + ", expected one into the repository");
        }
    }

    /** Adds what {@link #bytes} packed. */
    static void unpack(byte[] bytes, int rank, NavigableMap<int[], Optional<ChunkRef>> chunks) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        while (in.available() > 0) {
            int[] index = new int[rank];
            for (int axis = 0; axis < rank; axis++) {
                index[axis] = in.readInt();
            }
            chunks.put(index, ref(in));
        }
    }

    private static Optional<ChunkRef> ref(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case ERASED -> Optional.empty();
            case INLINE -> Optional.of(new ChunkRef.Inline(in.readNBytes(in.readInt())));
            case NATIVE ->
                Optional.of(new ChunkRef.Native(
                        ObjectId.of(in.readNBytes(ObjectId.OBJECT_BYTES)), in.readLong(), in.readLong()));
            default -> throw new DamageException("a packed reference of an unknown kind");
        };
    }
}
