package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes away objects that nothing leads to: of commits that no branch or tag leads to any more, and of writers that
 * were interrupted. Only objects put before a given time are taken, because those of a commit that is being made are
 * not led to yet: the time is longer ago than any commit takes.
 *
 * <p>First the repository's object is changed so that it tells of no commit that goes; then their objects are deleted,
 * commits before manifests before chunks. Killed between, the rest is garbage still. Where an object that leads to
 * others cannot be read, nothing is taken.
 */
public final class GarbageCollection {

    private static final int MOST_TRIES = 10;
    private static final List<ObjectKind> ORDER =
            List.of(ObjectKind.SNAPSHOT, ObjectKind.TRANSACTION_LOG, ObjectKind.MANIFEST, ObjectKind.CHUNK);

    private final IcechunkRepository repository;
    private final long beforeMillis;

    /**
     * What goes.
     *
     * @param objects ids by kind
     * @param bytes of all objects
     */
    public record Garbage(Map<ObjectKind, List<ObjectId>> objects, long bytes) {

        /** Returns the objects' names below the repository's root. */
        public List<String> names() {
            List<String> names = new ArrayList<>();
            objects.forEach((kind, ids) -> ids.forEach(id -> names.add(kind.key(id))));
            return names;
        }

        /** Returns how many objects of a kind go. */
        public int count(ObjectKind kind) {
            return objects.getOrDefault(kind, List.of()).size();
        }
    }

    /** What is led to, and what a plan was made from. */
    private record Live(RepoInfo info, Set<ObjectId> snapshots, Set<ObjectId> gone, IdSet manifests, IdSet chunks) {}

    /** Prepares to take what was put before a time. */
    public GarbageCollection(IcechunkRepository repository, Instant before) {
        this.repository = repository;
        this.beforeMillis = before.toEpochMilli();
    }

    /**
     * Returns what would go.
     *
     * @throws dev.shoal.netcdf.UnreadableException where an object that leads to others is damaged
     */
    public Garbage plan() throws IOException {
        return garbage(live());
    }

    /**
     * Takes it.
     *
     * @return what went
     * @throws CommitConflictException where others change the repository all the time
     */
    public Garbage run() throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Live live = live();
            Garbage garbage = garbage(live);
            if (garbage.bytes() == 0 && garbage.names().isEmpty() && live.gone().isEmpty()) {
                return garbage;
            }
            if (forgotten(live)) {
                for (ObjectKind kind : ORDER) {
                    repository.files().delete(kind, garbage.objects().getOrDefault(kind, List.of()));
                }
                return garbage;
            }
        }
        throw new CommitConflictException("Cannot collect the garbage of Icechunk repository " + repository.root()
                + ": others named commits that were to go, " + MOST_TRIES + " times. Run again later.");
    }

    /** Takes the commits that go out of the repository's object; tells whether nobody needs one of them meanwhile. */
    private boolean forgotten(Live live) throws IOException {
        boolean[] done = {true};
        repository.update(info -> {
            done[0] = !isNeeded(info, live);
            return done[0] ? Optional.of(thinned(info, live)) : Optional.empty();
        });
        return done[0];
    }

    private static RepoInfo thinned(RepoInfo info, Live live) {
        return info.thinned(
                Update.GC_RAN,
                new Ancestry(info.snapshots()).without(live.gone()),
                Set.of(),
                Set.of(),
                info.nextMicros(IcechunkRepository.nowMicros()));
    }

    /** Commits made since the plan lead to no object that goes, unless their parent does. */
    private static boolean isNeeded(RepoInfo info, Live live) {
        boolean named = info.branches().values().stream().anyMatch(live.gone()::contains)
                || info.tags().values().stream().anyMatch(live.gone()::contains);
        return named
                || info.snapshots().values().stream()
                        .filter(commit -> !live.info().snapshots().containsKey(commit.id()))
                        .anyMatch(commit -> !commit.parent().isEmpty()
                                && live.gone().contains(commit.parent().get(0)));
    }

    private Live live() throws IOException {
        RepoInfo info = repository.info();
        List<ObjectId> tips = new ArrayList<>(info.branches().values());
        tips.addAll(info.tags().values());
        tips.add(ObjectId.FIRST_SNAPSHOT);
        Set<ObjectId> kept = new TreeSet<>(new Ancestry(info.snapshots()).reachable(tips));
        Set<ObjectId> gone = new TreeSet<>();
        repository.files().list(ObjectKind.SNAPSHOT, (id, bytes, modifiedMillis) -> {
            Optional<SnapshotInfo> commit = Optional.ofNullable(info.snapshots().get(id))
                    .filter(known -> !known.parent().isEmpty());
            if (commit.isPresent() && modifiedMillis < beforeMillis && !kept.contains(id)) {
                gone.add(id);
            }
        });
        kept.addAll(info.snapshots().keySet());
        kept.removeAll(gone);
        Live live = new Live(info, kept, gone, new IdSet(), new IdSet());
        read(live);
        return live;
    }

    /** Reads every commit that stays and every manifest of those, once. */
    private void read(Live live) throws IOException {
        Set<ObjectId> manifests = new TreeSet<>();
        for (ObjectId id : live.snapshots()) {
            repository.snapshot(id).manifests().forEach(file -> manifests.add(file.id()));
        }
        for (ObjectId id : manifests) {
            live.manifests().add(id);
            repository.manifest(id).forEachChunk(live.chunks()::add);
        }
    }

    private Garbage garbage(Live live) throws IOException {
        Set<ObjectId> logs = new TreeSet<>(live.snapshots());
        new Ancestry(live.info().snapshots())
                .without(live.gone())
                .values()
                .forEach(commit -> logs.addAll(commit.prunedLogs()));
        Map<ObjectKind, List<ObjectId>> objects = new EnumMap<>(ObjectKind.class);
        long[] bytes = new long[1];
        for (ObjectKind kind : ORDER) {
            List<ObjectId> ids = new ArrayList<>();
            repository.files().list(kind, (id, length, modifiedMillis) -> {
                if (modifiedMillis < beforeMillis && !isLive(kind, id, live, logs)) {
                    ids.add(id);
                    bytes[0] += length;
                }
            });
            objects.put(kind, ids);
        }
        return new Garbage(new TreeMap<>(objects), bytes[0]);
    }

    private static boolean isLive(ObjectKind kind, ObjectId id, Live live, Set<ObjectId> logs) {
        return switch (kind) {
            case SNAPSHOT -> live.snapshots().contains(id);
            case TRANSACTION_LOG -> logs.contains(id);
            case MANIFEST -> live.manifests().contains(id);
            case CHUNK -> live.chunks().contains(id);
            case REPO -> true;
        };
    }
}
