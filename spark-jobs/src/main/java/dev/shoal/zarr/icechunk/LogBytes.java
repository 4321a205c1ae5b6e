package dev.shoal.zarr.icechunk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes the log of a commit from its first byte to its last: tables of one index are all of one size, so where each
 * lies is known beforehand. A log of millions of chunks takes the memory of its compressed bytes.
 *
 * <p>Layout: offset of the root, table of fields, root; lists of ids; list of arrays, their tables; then for each array
 * the list of its indices, and the indices.
 */
final class LogBytes {

    /** Readers of the format refuse a log of more tables; a little is left to theirs. */
    static final long MOST_TABLES = 49_000_000;

    /** Positions in a flatbuffer are below 2 GiB. */
    static final long MOST_BYTES = Integer.MAX_VALUE - (64L << 20);

    private static final int SLOTS = 10;
    private static final int LISTS = 6;
    private static final int ROOT_FIELDS = 4 + 2 * SLOTS;
    private static final int ROOT = 4 + ROOT_FIELDS;
    private static final int ROOT_BYTES = 4 + ObjectId.OBJECT_BYTES + 4 * (LISTS + 1);
    private static final int ARRAY_FIELDS_BYTES = 8;
    private static final int ARRAY_BYTES = 4 + ObjectId.NODE_BYTES + 4;
    private static final int INDEX_FIELDS_BYTES = 8;
    private static final int BLOCK_BYTES = 1 << 16;

    private final ObjectId id;
    private final List<List<ObjectId>> lists;
    private final List<? extends ChunkIndices> chunks;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * Prepares a log.
     *
     * @param lists new groups, new arrays, deleted groups, deleted arrays, updated arrays, updated groups; sorted
     * @param chunks by id of the array
     */
    LogBytes(ObjectId id, List<List<ObjectId>> lists, List<? extends ChunkIndices> chunks) {
        this.id = id;
        this.lists = lists;
        this.chunks = chunks;
    }

    /** Returns the bytes of one index in the log. */
    static long bytesOfIndex(int rank) {
        return 4 + indexBytes(rank);
    }

    private static long indexBytes(int rank) {
        return 4 + 4 + 4 + 4L * rank;
    }

    byte[] write() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = Envelope.open(ObjectKind.TRANSACTION_LOG, bytes)) {
            head();
            flush(out);
            for (List<ObjectId> list : lists) {
                block.putInt(list.size());
                for (ObjectId node : list) {
                    block.put(node.bytes());
                    flushFull(out);
                }
            }
            arrays(out);
            for (ChunkIndices array : chunks) {
                indices(array, out);
            }
            flush(out);
        }
        return bytes.toByteArray();
    }

    private void flushFull(OutputStream out) throws IOException {
        if (block.remaining() < BLOCK_BYTES / 2) {
            flush(out);
        }
    }

    private void flush(OutputStream out) throws IOException {
        out.write(block.array(), 0, block.position());
        block.clear();
    }

    private void head() {
        block.putInt(ROOT);
        block.putShort((short) ROOT_FIELDS);
        block.putShort((short) ROOT_BYTES);
        block.putShort((short) 4);
        for (int list = 0; list <= LISTS; list++) {
            block.putShort((short) (4 + ObjectId.OBJECT_BYTES + 4 * list));
        }
        block.putShort((short) 0);
        block.putShort((short) 0);
        block.putInt(ROOT_FIELDS);
        block.put(id.bytes());
        long position = ROOT + ROOT_BYTES;
        for (int list = 0; list <= LISTS; list++) {
            block.putInt((int) (position - ROOT - 4 - ObjectId.OBJECT_BYTES - 4L * list));
            position += list == LISTS
                    ? 0
                    : 4 + (long) ObjectId.NODE_BYTES * lists.get(list).size();
        }
    }

    /** The fields of an array's table lie behind the list of arrays, before the tables. */
    private void arrays(OutputStream out) throws IOException {
        int count = chunks.size();
        block.putInt(count);
        for (int i = 0; i < count; i++) {
            block.putInt(4 * (count - i) + ARRAY_FIELDS_BYTES + INDEX_FIELDS_BYTES + ARRAY_BYTES * i);
            flushFull(out);
        }
        fields(8, ARRAY_BYTES, 4, 4 + ObjectId.NODE_BYTES);
        fields(6, 8, 4, 0);
        long position = 0;
        for (int i = 0; i < count; i++) {
            ChunkIndices array = chunks.get(i);
            block.putInt(ARRAY_FIELDS_BYTES + INDEX_FIELDS_BYTES + ARRAY_BYTES * i);
            block.put(array.node().bytes());
            block.putInt((int) (4 + (long) ARRAY_BYTES * (count - i - 1) + position));
            position += 4 + array.count() * bytesOfIndex(array.rank());
            flushFull(out);
        }
        indexFields = ARRAY_BYTES * (long) count + INDEX_FIELDS_BYTES;
    }

    /** Bytes from the fields of an index's table to what is written next. */
    private long indexFields;

    private void fields(int... numbers) {
        for (int number : numbers) {
            block.putShort((short) number);
        }
    }

    private void indices(ChunkIndices array, OutputStream out) throws IOException {
        long count = array.count();
        long bytes = indexBytes(array.rank());
        block.putInt((int) count);
        for (long i = 0; i < count; i++) {
            block.putInt((int) (4 * (count - i) + bytes * i));
            flushFull(out);
        }
        indexFields += 4 + 4 * count;
        long[] written = new long[1];
        array.forEach(index -> {
            block.putInt((int) indexFields);
            block.putInt(4);
            block.putInt(index.length);
            for (int along : index) {
                block.putInt(along);
            }
            flushFull(out);
            indexFields += bytes;
            written[0]++;
        });
        if (written[0] != count) {
            throw new IllegalStateException(written[0] + " indices of array " + array.node() + ", expected " + count);
        }
    }
}
