package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.shoal.codec.DamageException;
import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    public record UpdatedChunks(ObjectId node, int rank, int[] indices) {

        static UpdatedChunks parse(Fields fields) throws DamageException {
            int count = fields.count(1, 4);
            int rank = count == 0 ? 0 : fields.element(1, 0).count(0, 4);
            int[] indices = new int[Math.multiplyExact(count, rank)];
            for (int i = 0; i < count; i++) {
                System.arraycopy(fields.element(1, i).ints(0), 0, indices, i * rank, rank);
            }
            return new UpdatedChunks(fields.id(0, ObjectId.NODE_BYTES), rank, indices);
        }

        int table(FlatBufferBuilder builder) {
            int[] tables = new int[rank == 0 ? 1 : indices.length / rank];
            for (int i = 0; i < tables.length; i++) {
                int index = Tables.ints(builder, indices, i * rank, rank);
                builder.startTable(1);
                Tables.offset(builder, 0, index);
                tables[i] = builder.endTable();
            }
            int chunks = Tables.offsets(builder, tables, tables.length);
            builder.startTable(2);
            Tables.id(builder, 0, node);
            Tables.offset(builder, 1, chunks);
            return builder.endTable();
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
    public byte[] bytes() {
        FlatBufferBuilder builder = new FlatBufferBuilder(1 << 12);
        List<List<ObjectId>> lists =
                List.of(newGroups, newArrays, deletedGroups, deletedArrays, updatedArrays, updatedGroups);
        int[] vectors = new int[lists.size()];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = Tables.ids(builder, lists.get(i), ObjectId.NODE_BYTES);
        }
        int chunks = Tables.list(builder, updatedChunks, array -> array.table(builder));
        builder.startTable(10);
        Tables.id(builder, 0, id);
        for (int i = 0; i < vectors.length; i++) {
            Tables.offset(builder, 1 + i, vectors[i]);
        }
        Tables.offset(builder, 7, chunks);
        builder.finish(builder.endTable());
        return Envelope.wrap(ObjectKind.TRANSACTION_LOG, builder);
    }

    /** Returns the ids of all nodes that changed, however. */
    Set<ObjectId> nodes() {
        Set<ObjectId> nodes = new HashSet<>();
        nodes.addAll(newGroups);
        nodes.addAll(newArrays);
        nodes.addAll(deletedGroups);
        nodes.addAll(deletedArrays);
        nodes.addAll(updatedArrays);
        nodes.addAll(updatedGroups);
        updatedChunks.forEach(array -> nodes.add(array.node()));
        return nodes;
    }
}
