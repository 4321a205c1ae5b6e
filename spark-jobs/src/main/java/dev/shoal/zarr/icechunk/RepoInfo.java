package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.shoal.codec.DamageException;
import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The one object of a repository that changes.
 *
 * @param tags snapshots by name
 * @param branches snapshots by name
 * @param deletedTags names that may not come back
 * @param snapshots all commits by id
 * @param status whether it may be written
 * @param metadata of the repository
 * @param updates newest first
 * @param before name of the copy that holds older updates, or empty
 * @param rest what is handed on as it was read
 */
record RepoInfo(
        SortedMap<String, ObjectId> tags,
        SortedMap<String, ObjectId> branches,
        List<String> deletedTags,
        SortedMap<ObjectId, SnapshotInfo> snapshots,
        Status status,
        List<MetadataItem> metadata,
        List<Update> updates,
        String before,
        Rest rest) {

    /** The log in the object holds no more entries than this; older ones are in the copies. */
    private static final int MOST_UPDATES = 1000;

    /**
     * What this code does not look at.
     *
     * @param config FlexBuffers, or empty
     * @param enabledFlags numbers of features
     * @param disabledFlags numbers of features
     * @param extra opaque
     */
    record Rest(byte[] config, int[] enabledFlags, int[] disabledFlags, byte[] extra) {

        static final Rest NONE = new Rest(new byte[0], new int[0], new int[0], new byte[0]);
    }

    static RepoInfo initial(SnapshotInfo first, long atMicros) {
        TreeMap<ObjectId, SnapshotInfo> snapshots = new TreeMap<>(Map.of(first.id(), first));
        TreeMap<String, ObjectId> branches = byName();
        branches.put("main", first.id());
        return new RepoInfo(
                byName(),
                branches,
                List.of(),
                snapshots,
                new Status(0, atMicros, ""),
                List.of(),
                List.of(Update.of(Update.INITIALIZED, "", List.of(), atMicros)),
                "",
                Rest.NONE);
    }

    static TreeMap<String, ObjectId> byName() {
        return new TreeMap<>(Node.BY_PATH);
    }

    /** Reads the object; {@code name} is whole, for messages. */
    static RepoInfo parse(String name, byte[] bytes) throws IOException {
        return Envelope.parse(name, ObjectKind.REPO, bytes, root -> parse(name, root));
    }

    private static RepoInfo parse(String name, Fields root) throws IOException {
        if (root.int8(0) != Envelope.VERSION) {
            throw new UnreadableException("Cannot read " + name + ": found version " + root.int8(0)
                    + " of Icechunk's specification, expected " + Envelope.VERSION + ". Upgrade the repository.");
        }
        List<ObjectId> ids = root.list(4, fields -> fields.id(0, ObjectId.OBJECT_BYTES));
        return new RepoInfo(
                named(root, 1, ids),
                named(root, 2, ids),
                root.texts(3),
                SnapshotInfo.parse(root, 4),
                Status.parse(root.table(5)),
                root.list(6, MetadataItem::parse),
                root.list(7, Update::parse),
                root.text(8),
                new Rest(root.bytes(9), root.shorts(10), root.shorts(11), root.bytes(12)));
    }

    private static TreeMap<String, ObjectId> named(Fields root, int slot, List<ObjectId> ids) throws DamageException {
        TreeMap<String, ObjectId> named = byName();
        int count = root.count(slot, 4);
        for (int i = 0; i < count; i++) {
            Fields ref = root.element(slot, i);
            named.put(ref.text(0), ids.get(ref.int32(1)));
        }
        return named;
    }

    byte[] bytes() {
        FlatBufferBuilder builder = new FlatBufferBuilder(1 << 12);
        Map<ObjectId, Integer> positions = new HashMap<>();
        snapshots.keySet().forEach(id -> positions.put(id, positions.size()));
        int tagTables = named(builder, tags, positions);
        int branchTables = named(builder, branches, positions);
        int deleted = Tables.list(builder, deletedTags, builder::createString);
        int infos = Tables.list(
                builder, new ArrayList<>(snapshots.values()), snapshot -> snapshot.table(builder, positions));
        int statusTable = status.table(builder);
        int items = metadata.isEmpty() ? 0 : Tables.list(builder, metadata, item -> item.table(builder));
        int log = Tables.list(builder, updates, update -> update.table(builder));
        int older = Tables.text(builder, before);
        int config = Tables.bytes(builder, rest.config());
        int enabled = rest.enabledFlags().length == 0 ? 0 : Tables.shorts(builder, rest.enabledFlags());
        int disabled = rest.disabledFlags().length == 0 ? 0 : Tables.shorts(builder, rest.disabledFlags());
        int extra = Tables.bytes(builder, rest.extra());
        builder.startTable(13);
        builder.addByte(0, (byte) Envelope.VERSION, 0);
        int[] offsets = {tagTables, branchTables, deleted, infos, statusTable, items, log, older, config};
        for (int i = 0; i < offsets.length; i++) {
            Tables.offset(builder, 1 + i, offsets[i]);
        }
        Tables.offset(builder, 10, enabled);
        Tables.offset(builder, 11, disabled);
        Tables.offset(builder, 12, extra);
        builder.finish(builder.endTable());
        return Envelope.wrap(ObjectKind.REPO, builder);
    }

    private static int named(
            FlatBufferBuilder builder, SortedMap<String, ObjectId> named, Map<ObjectId, Integer> positions) {
        return Tables.list(builder, new ArrayList<>(named.entrySet()), ref -> {
            int text = builder.createString(ref.getKey());
            builder.startTable(2);
            Tables.offset(builder, 0, text);
            builder.addInt(1, positions.getOrDefault(ref.getValue(), -1), 0);
            return builder.endTable();
        });
    }

    /** Returns the time of an update made after all others, not before {@code nowMicros}. */
    long nextMicros(long nowMicros) {
        return updates.isEmpty()
                ? nowMicros
                : Math.max(nowMicros, updates.get(0).atMicros() + 1);
    }

    /** Returns the state after a tag was made. */
    RepoInfo tagged(String name, ObjectId snapshot, long atMicros) {
        return updated(
                Update.of(Update.TAG_CREATED, name, List.of(), atMicros),
                with(tags, name, snapshot),
                branches,
                deletedTags,
                snapshots);
    }

    /** Returns the state after a tag was taken away, whose name may not come back. */
    RepoInfo untagged(String name, ObjectId was, long atMicros) {
        return updated(
                Update.of(Update.TAG_DELETED, name, List.of(was), atMicros),
                without(tags, Set.of(name)),
                branches,
                deletedTagsWith(Set.of(name)),
                snapshots);
    }

    /** Returns the state after a branch was made or taken to another commit; the operation says which. */
    RepoInfo branched(Update update, ObjectId snapshot) {
        return updated(update, tags, with(branches, update.name(), snapshot), deletedTags, snapshots);
    }

    /** Returns the state after a branch was taken away. */
    RepoInfo unbranched(String name, ObjectId was, long atMicros) {
        return updated(
                Update.of(Update.BRANCH_DELETED, name, List.of(was), atMicros),
                tags,
                without(branches, Set.of(name)),
                deletedTags,
                snapshots);
    }

    /**
     * Returns the state with fewer commits.
     *
     * @param type the operation's number
     * @param kept commits that stay, by id, with the parents that they have then
     * @param goneTags names of tags that go
     * @param goneBranches names of branches that go
     */
    RepoInfo thinned(
            int type,
            SortedMap<ObjectId, SnapshotInfo> kept,
            Set<String> goneTags,
            Set<String> goneBranches,
            long atMicros) {
        return updated(
                Update.of(type, "", List.of(), atMicros),
                without(tags, goneTags),
                without(branches, goneBranches),
                deletedTagsWith(goneTags),
                kept);
    }

    private static SortedMap<String, ObjectId> with(Map<String, ObjectId> named, String name, ObjectId id) {
        TreeMap<String, ObjectId> out = byName();
        out.putAll(named);
        out.put(name, id);
        return out;
    }

    private static SortedMap<String, ObjectId> without(Map<String, ObjectId> named, Set<String> gone) {
        TreeMap<String, ObjectId> out = byName();
        out.putAll(named);
        out.keySet().removeAll(gone);
        return out;
    }

    private List<String> deletedTagsWith(Set<String> more) {
        TreeSet<String> all = new TreeSet<>(Node.BY_PATH);
        all.addAll(deletedTags);
        all.addAll(more);
        return new ArrayList<>(all);
    }

    /** Returns the state after a commit to a branch. */
    RepoInfo committed(String branch, SnapshotInfo commit, long atMicros) {
        TreeMap<ObjectId, SnapshotInfo> more = new TreeMap<>(snapshots);
        more.put(commit.id(), commit);
        return updated(
                Update.of(Update.NEW_COMMIT, branch, List.of(commit.id()), atMicros),
                tags,
                with(branches, branch, commit.id()),
                deletedTags,
                more);
    }

    private RepoInfo updated(
            Update update,
            SortedMap<String, ObjectId> newTags,
            SortedMap<String, ObjectId> newBranches,
            List<String> newDeletedTags,
            SortedMap<ObjectId, SnapshotInfo> newSnapshots) {
        List<Update> log = new ArrayList<>();
        log.add(update);
        log.addAll(updates);
        return new RepoInfo(newTags, newBranches, newDeletedTags, newSnapshots, status, metadata, log, before, rest);
    }

    /** Returns this state, told that the state before its newest update was copied. */
    RepoInfo withBackup(String backup) {
        List<Update> log = new ArrayList<>();
        String older = before;
        for (int i = 0; i < updates.size(); i++) {
            Update told = i == 1 ? updates.get(i).withBackup(backup) : updates.get(i);
            if (log.size() >= MOST_UPDATES && !told.backup().isEmpty()) {
                older = told.backup();
                break;
            }
            log.add(told);
        }
        return new RepoInfo(tags, branches, deletedTags, snapshots, status, metadata, log, older, rest);
    }
}
