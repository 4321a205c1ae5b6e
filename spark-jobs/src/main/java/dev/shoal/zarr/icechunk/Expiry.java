package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes old commits out of the history of a repository. Their objects stay until {@link GarbageCollection} takes those
 * that nothing else needs. A first commit stays, and so does the tip of {@value IcechunkRepository#MAIN}, however old.
 */
public final class Expiry {

    private final IcechunkRepository repository;
    private final long beforeMicros;
    private final OldRefs branches;
    private final OldRefs tags;

    /** What becomes of branches and tags at old commits. */
    public enum OldRefs {
        /** They stay, and their commits with them. */
        KEEP,
        /** They go. */
        DELETE
    }

    /**
     * What goes.
     *
     * @param snapshots ids of commits, oldest first
     * @param branches names
     * @param tags names
     */
    public record Expired(List<ObjectId> snapshots, List<String> branches, List<String> tags) {

        boolean isEmpty() {
            return snapshots.isEmpty() && branches.isEmpty() && tags.isEmpty();
        }
    }

    /** Prepares to take away what was committed before a time. */
    public Expiry(IcechunkRepository repository, Instant before, OldRefs branches, OldRefs tags) {
        this.repository = repository;
        this.beforeMicros = ChronoUnit.MICROS.between(Instant.EPOCH, before);
        this.branches = branches;
        this.tags = tags;
    }

    /** Returns what would go. */
    public Expired plan() throws IOException {
        return expired(repository.info());
    }

    /**
     * Takes it away, by one change of the repository.
     *
     * @return what went
     */
    public Expired run() throws IOException {
        List<Expired> done = new ArrayList<>();
        repository.update(info -> {
            Expired expired = expired(info);
            done.add(expired);
            return expired.isEmpty()
                    ? Optional.empty()
                    : Optional.of(info.thinned(
                            Update.EXPIRATION_RAN,
                            new Ancestry(info.snapshots()).without(new TreeSet<>(expired.snapshots())),
                            new TreeSet<>(expired.tags()),
                            new TreeSet<>(expired.branches()),
                            info.nextMicros(IcechunkRepository.nowMicros())));
        });
        return done.get(done.size() - 1);
    }

    private Expired expired(RepoInfo info) {
        Set<ObjectId> held = new TreeSet<>();
        held.add(info.branches().getOrDefault(IcechunkRepository.MAIN, ObjectId.FIRST_SNAPSHOT));
        held.addAll(branches == OldRefs.KEEP ? info.branches().values() : List.of());
        held.addAll(tags == OldRefs.KEEP ? info.tags().values() : List.of());
        List<SnapshotInfo> old = new ArrayList<>(info.snapshots().values());
        old.removeIf(commit ->
                commit.committedMicros() >= beforeMicros || commit.parent().isEmpty() || held.contains(commit.id()));
        old.sort((one, other) -> Long.compare(one.committedMicros(), other.committedMicros()));
        List<ObjectId> gone = old.stream().map(SnapshotInfo::id).toList();
        return new Expired(gone, at(info.branches(), gone), at(info.tags(), gone));
    }

    private static List<String> at(Map<String, ObjectId> refs, List<ObjectId> gone) {
        Set<ObjectId> old = new TreeSet<>(gone);
        return refs.entrySet().stream()
                .filter(ref -> old.contains(ref.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
