package dev.shoal.zarr.icechunk;

import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;

/**
 * A repository: commits of Zarr stores, with branches and tags. Every change happens by one conditional write, so that
 * readers see the state before or after; a writer that dies leaves objects that nothing leads to.
 */
public final class IcechunkRepository {

    /** The branch that every repository has. */
    public static final String MAIN = "main";

    private static final int MOST_TRIES = 100;
    private static final long YEAR_3000_MILLIS = 32_503_680_000_000L;

    private final RepositoryFiles files;
    private final Random random;

    private IcechunkRepository(RepositoryFiles files, Random random) {
        this.files = files;
        this.random = random;
    }

    /**
     * Makes a repository with an empty first commit.
     *
     * @param root path or URI, of {@code file:} or {@code s3a:}
     * @throws CommitConflictException where there is one
     */
    public static IcechunkRepository create(String root, Configuration conf) throws IOException {
        IcechunkRepository made = named(root, conf);
        ObjectId id = ObjectId.FIRST_SNAPSHOT;
        long now = nowMicros();
        String message = "Repository initialized";
        Node top = new Node(made.newId(ObjectId.NODE_BYTES), "/", Documents.group("{}"), Chunking.GROUP);
        made.files.put(
                ObjectKind.SNAPSHOT.key(id),
                new Snapshot(id, now, message, List.of(), List.of(top), List.of()).bytes());
        made.files.put(
                ObjectKind.TRANSACTION_LOG.key(id), TransactionLog.empty(id).bytes());
        SnapshotInfo info = new SnapshotInfo(id, List.of(), now, message, List.of(), List.of());
        if (!made.files.repo().create(RepoInfo.initial(info, now).bytes())) {
            throw new CommitConflictException("Cannot create Icechunk repository " + made.files.root()
                    + ": found one there. Open it, or name another folder.");
        }
        return made;
    }

    /**
     * Opens a repository.
     *
     * @throws UnreadableException where there is none, or its object is damaged
     */
    public static IcechunkRepository open(String root, Configuration conf) throws IOException {
        IcechunkRepository opened = named(root, conf);
        opened.info();
        return opened;
    }

    /** Names a repository that is known to be there; asks nothing of it. */
    static IcechunkRepository named(String root, Configuration conf) throws IOException {
        return new IcechunkRepository(new RepositoryFiles(root, conf), new SecureRandom());
    }

    /** Begins a session on top of a commit that is no branch's; it cannot be committed. */
    IcechunkSession at(ObjectId snapshot) throws IOException {
        return new IcechunkSession(this, "", snapshot(snapshot));
    }

    static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    ObjectId newId(int length) {
        return ObjectId.random(length, random);
    }

    RepositoryFiles files() {
        return files;
    }

    RepoInfo info() throws IOException {
        return RepoInfo.parse(files.name(RepoObject.NAME), files.read(RepoObject.NAME));
    }

    /** Returns the whole path of the repository. */
    public String root() {
        return files.root();
    }

    /** Returns the snapshots of the branches by name. */
    public SortedMap<String, ObjectId> branches() throws IOException {
        return info().branches();
    }

    /** Returns the snapshots of the tags by name. */
    public SortedMap<String, ObjectId> tags() throws IOException {
        return info().tags();
    }

    /** Returns the commits that lead to a branch, a tag or a snapshot, newest first. */
    public List<SnapshotInfo> history(String ref) throws IOException {
        RepoInfo info = info();
        return history(info, resolve(info, ref));
    }

    static List<SnapshotInfo> history(RepoInfo info, ObjectId tip) {
        List<SnapshotInfo> history = new ArrayList<>();
        SnapshotInfo next = info.snapshots().get(tip);
        while (next != null && history.size() <= info.snapshots().size()) {
            history.add(next);
            next = next.parent().isEmpty()
                    ? null
                    : info.snapshots().get(next.parent().get(0));
        }
        return history;
    }

    /**
     * Returns the snapshot of a branch, a tag or an id; of equal names, in this order.
     *
     * @throws UnreadableException where there is none
     */
    public ObjectId resolve(String ref) throws IOException {
        return resolve(info(), ref);
    }

    private ObjectId resolve(RepoInfo info, String ref) throws UnreadableException {
        ObjectId named = info.branches().getOrDefault(ref, info.tags().get(ref));
        if (named == null && ObjectId.isObject(ref.toUpperCase(Locale.ROOT))) {
            ObjectId id = ObjectId.parse(ref.toUpperCase(Locale.ROOT));
            named = info.snapshots().containsKey(id) ? id : null;
        }
        if (named == null) {
            throw new UnreadableException("Cannot open " + ref + " of Icechunk repository " + files.root()
                    + ": found branches " + info.branches().keySet() + " and tags "
                    + info.tags().keySet() + ", expected one of them or the id of a snapshot. Correct the name.");
        }
        return named;
    }

    /** Reads a commit. */
    public Snapshot snapshot(ObjectId id) throws IOException {
        String key = ObjectKind.SNAPSHOT.key(id);
        return Snapshot.parse(files.name(key), files.read(key));
    }

    /** Reads a manifest. */
    Manifest manifest(ObjectId id) throws IOException {
        String key = ObjectKind.MANIFEST.key(id);
        return Manifest.parse(files.name(key), files.read(key));
    }

    TransactionLog log(ObjectId id) throws IOException {
        String key = ObjectKind.TRANSACTION_LOG.key(id);
        return TransactionLog.parse(files.name(key), files.read(key));
    }

    /**
     * Begins a commit on top of a branch.
     *
     * @throws UnreadableException where there is no such branch
     */
    public IcechunkSession session(String branch) throws IOException {
        RepoInfo info = info();
        ObjectId tip = info.branches().get(branch);
        if (tip == null) {
            throw new UnreadableException("Cannot write to branch " + branch + " of Icechunk repository " + files.root()
                    + ": found branches " + info.branches().keySet() + ". Make the branch first.");
        }
        return new IcechunkSession(this, branch, snapshot(tip));
    }

    /**
     * Names a commit for good.
     *
     * @throws CommitConflictException where there is or was a tag of that name
     */
    public void tag(String name, ObjectId snapshot) throws IOException {
        change(snapshot, info -> {
            if (info.tags().containsKey(name) || info.deletedTags().contains(name)) {
                throw new IllegalStateException("tag " + name + " is or was there");
            }
            return info.named(Update.of(Update.TAG_CREATED, name, List.of(), info.nextMicros(nowMicros())), snapshot);
        });
    }

    /**
     * Makes a branch that begins at a commit.
     *
     * @throws CommitConflictException where there is one of that name
     */
    public void branch(String name, ObjectId snapshot) throws IOException {
        change(snapshot, info -> {
            if (info.branches().containsKey(name)) {
                throw new IllegalStateException("branch " + name + " is there");
            }
            return info.named(
                    Update.of(Update.BRANCH_CREATED, name, List.of(), info.nextMicros(nowMicros())), snapshot);
        });
    }

    private void change(ObjectId snapshot, UnaryOperator<RepoInfo> naming) throws IOException {
        try {
            update(info -> {
                if (!info.snapshots().containsKey(snapshot)) {
                    throw new IllegalStateException("there is no snapshot " + snapshot);
                }
                return Optional.of(naming.apply(info));
            });
        } catch (IllegalStateException refused) {
            throw new CommitConflictException("Cannot change Icechunk repository " + files.root() + ": "
                    + refused.getMessage() + ". Choose another name or snapshot.");
        }
    }

    /** Makes the state after a change from the state before. */
    @FunctionalInterface
    interface Change {

        /** Returns the state after, or nothing where the state stays. */
        Optional<RepoInfo> make(RepoInfo before) throws IOException;
    }

    /** Changes the repository, again and again while others change it between. */
    void update(Change change) throws IOException {
        RepoObject repo = files.repo();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            RepoObject.State state = repo.read()
                    .orElseThrow(() -> new UnreadableException("Cannot change Icechunk repository " + files.root()
                            + ": found no object \"repo\". Create the repository first."));
            RepoInfo before = RepoInfo.parse(files.name(RepoObject.NAME), state.bytes());
            requireOnline(before);
            Optional<RepoInfo> after = change.make(before);
            if (after.isEmpty()) {
                return;
            }
            String backup =
                    "repo." + (YEAR_3000_MILLIS - System.currentTimeMillis()) + "." + newId(ObjectId.OBJECT_BYTES);
            files.put("overwritten/" + backup, state.bytes());
            if (repo.replace(state, after.get().withBackup(backup).bytes())) {
                return;
            }
        }
        throw new CommitConflictException("Cannot change Icechunk repository " + files.root() + ": others changed it "
                + MOST_TRIES + " times meanwhile. Run again when fewer write to it.");
    }

    private void requireOnline(RepoInfo info) throws CommitConflictException {
        if (info.status().availability() != 0) {
            throw new CommitConflictException("Cannot change Icechunk repository " + files.root()
                    + ": it is not to be written (" + info.status().reason() + "). Set its status to online first.");
        }
    }

    /** Returns names with one more. */
    static SortedMap<String, ObjectId> with(Map<String, ObjectId> named, String name, ObjectId id) {
        TreeMap<String, ObjectId> out = RepoInfo.byName();
        out.putAll(named);
        out.put(name, id);
        return out;
    }
}
