package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.shoal.codec.DamageException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A commit as the repository's object tells of it.
 *
 * @param id of the snapshot
 * @param parent the list of one id; an empty list for the first commit
 * @param committedMicros since 1970
 * @param message of the commit
 * @param metadata by name
 * @param prunedLogs ids of the logs of expired commits between the parent and this one, oldest first
 */
public record SnapshotInfo(
        ObjectId id,
        List<ObjectId> parent,
        long committedMicros,
        String message,
        List<MetadataItem> metadata,
        List<ObjectId> prunedLogs) {

    /** Returns the same commit on top of another one, with the logs of those that were between. */
    SnapshotInfo over(ObjectId otherParent, List<ObjectId> logs) {
        return new SnapshotInfo(id, List.of(otherParent), committedMicros, message, metadata, logs);
    }

    static TreeMap<ObjectId, SnapshotInfo> parse(Fields root, int slot) throws DamageException {
        List<ObjectId> ids = root.list(slot, fields -> fields.id(0, ObjectId.OBJECT_BYTES));
        TreeMap<ObjectId, SnapshotInfo> snapshots = new TreeMap<>();
        for (SnapshotInfo snapshot : root.list(slot, fields -> parse(fields, ids))) {
            snapshots.put(snapshot.id(), snapshot);
        }
        return snapshots;
    }

    private static SnapshotInfo parse(Fields fields, List<ObjectId> ids) throws DamageException {
        int parent = fields.int32(1);
        return new SnapshotInfo(
                fields.id(0, ObjectId.OBJECT_BYTES),
                parent == -1 ? List.of() : List.of(ids.get(parent)),
                fields.int64(2),
                fields.text(3),
                fields.list(4, MetadataItem::parse),
                fields.ids(5, ObjectId.OBJECT_BYTES));
    }

    int table(FlatBufferBuilder builder, Map<ObjectId, Integer> positions) {
        int text = builder.createString(message);
        int items = metadata.isEmpty() ? 0 : Tables.list(builder, metadata, item -> item.table(builder));
        int logs = prunedLogs.isEmpty() ? 0 : Tables.ids(builder, prunedLogs, ObjectId.OBJECT_BYTES);
        int parentPosition = parent.isEmpty() ? -1 : positions.getOrDefault(parent.get(0), -1);
        builder.startTable(6);
        Tables.id(builder, 0, id);
        builder.addInt(1, parentPosition, 0);
        builder.addLong(2, committedMicros, 0);
        Tables.offset(builder, 3, text);
        Tables.offset(builder, 4, items);
        Tables.offset(builder, 5, logs);
        return builder.endTable();
    }
}
