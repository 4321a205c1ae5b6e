package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the manifest of one array from references in ascending order. Takes about 64 bytes for a reference of three
 * axes, and as many again while it grows; texts of sources are stored once. Not safe for use by several threads.
 */
public final class ManifestBuilder {

    /** More references than this make a manifest that is slow to open; flatbuffers end at 2 GiB. */
    public static final int MOST_REFERENCES = 10_000_000;

    private static final int BYTES_PER_REFERENCE = 64;
    private static final int MOST_FIRST_BYTES = 64 << 20;

    private final ObjectId id;
    private final ObjectId node;
    private final int rank;
    private final FlatBufferBuilder builder;
    private final Map<String, Integer> texts = new HashMap<>();
    private int[] tables;
    private int count;
    private int[] last = new int[0];
    private int[] least;
    private int[] most;

    /**
     * Begins a manifest.
     *
     * @param id of the manifest, 12 bytes
     * @param node the array's id, 8 bytes
     * @param rank number of the array's axes
     * @param expected number of references that are likely; more may come
     */
    public ManifestBuilder(ObjectId id, ObjectId node, int rank, int expected) {
        this.id = id;
        this.node = node;
        this.rank = rank;
        this.tables = new int[Math.max(16, expected)];
        this.builder = new FlatBufferBuilder(
                (int) Math.max(1 << 10, Math.min(MOST_FIRST_BYTES, (long) expected * BYTES_PER_REFERENCE)));
        this.least = new int[rank];
        this.most = new int[rank];
    }

    /** Returns how many references there are. */
    public int count() {
        return count;
    }

    /**
     * Adds a reference.
     *
     * @param index of the chunk; after that of the one before
     */
    public void add(int[] index, ChunkRef ref) {
        if (ref instanceof ChunkRef.Virtual virtual) {
            add(index, 0, virtual.source(), virtual.offset(), virtual.length());
        } else if (ref instanceof ChunkRef.Inline inline) {
            int position = begin(index, 0);
            int bytes = builder.createByteVector(inline.bytes());
            builder.startTable(10);
            Tables.offset(builder, 0, position);
            Tables.offset(builder, 1, bytes);
            end();
        } else if (ref instanceof ChunkRef.Native chunk) {
            int position = begin(index, 0);
            builder.startTable(10);
            Tables.offset(builder, 0, position);
            builder.addLong(2, chunk.offset(), 0);
            builder.addLong(3, chunk.length(), 0);
            Tables.id(builder, 4, chunk.chunk());
            end();
        }
    }

    /**
     * Adds a reference to a part of a file.
     *
     * @param indices where the chunk's index stands, from {@code start} on; after that of the one before
     */
    public void add(int[] indices, int start, SourceFile source, long offset, long length) {
        if (offset < 0 || length <= 0) {
            throw new IllegalArgumentException("a reference to " + length + " bytes from byte " + offset + " of "
                    + source.location() + ", expected at least 1 byte from 0 on");
        }
        int position = begin(indices, start);
        int location = text(source.location());
        int etag = source.etag().isEmpty() ? 0 : text(source.etag());
        builder.startTable(10);
        Tables.offset(builder, 0, position);
        builder.addLong(2, offset, 0);
        builder.addLong(3, length, 0);
        Tables.offset(builder, 5, location);
        Tables.offset(builder, 6, etag);
        builder.addInt(7, (int) source.modifiedSeconds(), 0);
        end();
    }

    private int text(String text) {
        return texts.computeIfAbsent(text, builder::createString);
    }

    private int begin(int[] indices, int start) {
        if (count == MOST_REFERENCES) {
            throw new IllegalStateException("A manifest of more than " + MOST_REFERENCES + " references; split it.");
        }
        int[] index = Arrays.copyOfRange(indices, start, start + rank);
        if (count > 0 && Arrays.compareUnsigned(last, index) >= 0) {
            throw new IllegalArgumentException("chunk " + Arrays.toString(index) + " after " + Arrays.toString(last)
                    + ", expected ascending order");
        }
        for (int axis = 0; axis < rank; axis++) {
            if (index[axis] < 0) {
                throw new IllegalArgumentException("chunk " + Arrays.toString(index) + ", expected 0 or more");
            }
            least[axis] = count == 0 ? index[axis] : Math.min(least[axis], index[axis]);
            most[axis] = count == 0 ? index[axis] : Math.max(most[axis], index[axis]);
        }
        last = index;
        return Tables.ints(builder, index, 0, rank);
    }

    private void end() {
        if (count == tables.length) {
            tables = Arrays.copyOf(tables, Math.min(MOST_REFERENCES, 2 * count));
        }
        tables[count++] = builder.endTable();
    }

    /** Returns the least window that holds all references; there is at least one. */
    ManifestRef extents() {
        int[] ends = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            ends[axis] = most[axis] + 1;
        }
        return new ManifestRef(id, least.clone(), ends);
    }

    /** Ends the manifest and returns its bytes; the builder is of no use then. */
    public byte[] finish() {
        int refs = Tables.offsets(builder, tables, count);
        builder.startTable(3);
        Tables.id(builder, 0, node);
        Tables.offset(builder, 1, refs);
        int array = builder.endTable();
        int arrays = Tables.offsets(builder, new int[] {array}, 1);
        builder.startTable(5);
        Tables.id(builder, 0, id);
        Tables.offset(builder, 1, arrays);
        builder.addByte(3, (byte) 0, 1);
        builder.finish(builder.endTable());
        return Envelope.wrap(ObjectKind.MANIFEST, builder);
    }
}
