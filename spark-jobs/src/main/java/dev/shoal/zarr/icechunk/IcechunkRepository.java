package dev.shoal.zarr.icechunk;

import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
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

    /** Tells whether there is a repository. */
    public static boolean isThere(String root, Configuration conf) throws IOException {
        return new RepositoryFiles(root, conf).isThere(RepoObject.NAME);
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
        return new Ancestry(info.snapshots()).of(resolve(info, ref));
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
        change(info -> {
            requireSnapshot(info, snapshot);
            refuse(
                    info.tags().containsKey(name) || info.deletedTags().contains(name),
                    "tag " + name + " is or was there");
            return info.tagged(name, snapshot, info.nextMicros(nowMicros()));
        });
    }

    /**
     * Takes a tag away; its name may not come back.
     *
     * @throws CommitConflictException where there is none of that name
     */
    public void deleteTag(String name) throws IOException {
        change(info -> {
            refuse(!info.tags().containsKey(name), "there is no tag " + name);
            return info.untagged(name, info.tags().get(name), info.nextMicros(nowMicros()));
        });
    }

    /**
     * Makes a branch that begins at a commit.
     *
     * @throws CommitConflictException where there is one of that name
     */
    public void branch(String name, ObjectId snapshot) throws IOException {
        change(info -> {
            requireSnapshot(info, snapshot);
            refuse(info.branches().containsKey(name), "branch " + name + " is there");
            Update made = Update.of(Update.BRANCH_CREATED, name, List.of(), info.nextMicros(nowMicros()));
            return info.branched(made, snapshot);
        });
    }

    /**
     * Takes a branch to another commit; the one that it was at stays until it is collected as garbage.
     *
     * @throws CommitConflictException where there is no branch of that name
     */
    public void reset(String name, ObjectId snapshot) throws IOException {
        change(info -> {
            requireSnapshot(info, snapshot);
            refuse(!info.branches().containsKey(name), "there is no branch " + name);
            List<ObjectId> was = List.of(info.branches().get(name));
            Update moved = Update.of(Update.BRANCH_RESET, name, was, info.nextMicros(nowMicros()));
            return info.branched(moved, snapshot);
        });
    }

    /**
     * Takes a branch away.
     *
     * @throws CommitConflictException where there is none of that name, or it is {@value #MAIN}
     */
    public void deleteBranch(String name) throws IOException {
        change(info -> {
            refuse(name.equals(MAIN), "branch " + MAIN + " stays");
            refuse(!info.branches().containsKey(name), "there is no branch " + name);
            return info.unbranched(name, info.branches().get(name), info.nextMicros(nowMicros()));
        });
    }

    private static void requireSnapshot(RepoInfo info, ObjectId snapshot) {
        refuse(!info.snapshots().containsKey(snapshot), "there is no snapshot " + snapshot);
    }

    private static void refuse(boolean refused, String why) {
        if (refused) {
            throw new IllegalStateException(why);
        }
    }

    private void change(UnaryOperator<RepoInfo> naming) throws IOException {
        try {
            update(info -> Optional.of(naming.apply(info)));
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
}
