package dev.shoal.zarr.icechunk;

import dev.shoal.codec.DamageException;
import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a commit changed.
 *
 * @param id of the commit's snapshot
 * @param newGroups ids of nodes, as the lists after it
 * @param updatedArrays whose documents changed
 * @param updatedChunks arrays whose references changed
 * @param moves how many nodes got another path; a log with moves is read, not written
 */
public record TransactionLog(
        ObjectId id,
        List<ObjectId> newGroups,
        List<ObjectId> newArrays,
        List<ObjectId> deletedGroups,
        List<ObjectId> deletedArrays,
        List<ObjectId> updatedArrays,
        List<ObjectId> updatedGroups,
        List<UpdatedChunks> updatedChunks,
        int moves) {

    /**
     * Chunks of one array.
     *
     * @param node the array's id
     * @param rank number of its axes
     * @param indices one index after the other, ascending; not copied
     */
    public record UpdatedChunks(ObjectId node, int rank, int[] indices) implements ChunkIndices {

        @Override
        public long count() {
            return rank == 0 ? 1 : indices.length / rank;
        }

        /** Returns the index at a position. */
        int[] index(int position) {
            return Arrays.copyOfRange(indices, position * rank, (position + 1) * rank);
        }

        @Override
        public void forEach(Sink sink) throws IOException {
            for (int i = 0; i < count(); i++) {
                sink.accept(index(i));
            }
        }

        static UpdatedChunks parse(Fields fields) throws DamageException {
            int count = fields.count(1, 4);
            int rank = count == 0 ? 0 : fields.element(1, 0).count(0, 4);
            fields.allowance().take((long) count * rank * 4);
            int[] indices = new int[Math.multiplyExact(count, rank)];
            for (int i = 0; i < count; i++) {
                System.arraycopy(fields.element(1, i).alone().ints(0), 0, indices, i * rank, rank);
            }
            return new UpdatedChunks(fields.id(0, ObjectId.NODE_BYTES), rank, indices);
        }
    }

    /** Sorts the lists. */
    public TransactionLog {
        newGroups = sorted(newGroups);
        newArrays = sorted(newArrays);
        deletedGroups = sorted(deletedGroups);
        deletedArrays = sorted(deletedArrays);
        updatedArrays = sorted(updatedArrays);
        updatedGroups = sorted(updatedGroups);
        updatedChunks = new ArrayList<>(updatedChunks);
        updatedChunks.sort((one, other) -> one.node().compareTo(other.node()));
    }

    private static List<ObjectId> sorted(List<ObjectId> ids) {
        List<ObjectId> out = new ArrayList<>(ids);
        out.sort(null);
        return out;
    }

    /** Returns the log of a commit that changed nothing. */
    public static TransactionLog empty(ObjectId id) {
        return new TransactionLog(id, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0);
    }

    /**
     * Reads a log.
     *
     * @param name whole, for messages
     * @throws UnreadableException where it is damaged
     */
    public static TransactionLog parse(String name, byte[] bytes) throws IOException {
        return Envelope.parse(
                name,
                ObjectKind.TRANSACTION_LOG,
                bytes,
                root -> new TransactionLog(
                        root.id(0, ObjectId.OBJECT_BYTES),
                        root.ids(1, ObjectId.NODE_BYTES),
                        root.ids(2, ObjectId.NODE_BYTES),
                        root.ids(3, ObjectId.NODE_BYTES),
                        root.ids(4, ObjectId.NODE_BYTES),
                        root.ids(5, ObjectId.NODE_BYTES),
                        root.ids(6, ObjectId.NODE_BYTES),
                        root.list(7, UpdatedChunks::parse),
                        root.count(8, 4)));
    }

    /** Returns the bytes of the object. */
    public byte[] bytes() throws IOException {
        return bytes(updatedChunks);
    }

    /** Returns the bytes of the object with other chunks, of which there may be more than memory holds. */
    byte[] bytes(List<? extends ChunkIndices> chunks) throws IOException {
        return new LogBytes(
                        id,
                        List.of(newGroups, newArrays, deletedGroups, deletedArrays, updatedArrays, updatedGroups),
                        chunks)
                .write();
    }
}
