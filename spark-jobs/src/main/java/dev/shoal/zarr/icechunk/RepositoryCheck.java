package dev.shoal.zarr.icechunk;

import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks whether all that a commit leads to is there: every manifest is read, no chunk. Changes nothing. */
public final class RepositoryCheck {

    /** So many problems are told of. */
    private static final int MOST_TOLD = 100;

    private final IcechunkRepository repository;
    private final IdSet there = new IdSet();
    private final Set<ObjectId> counted = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private long references;
    private long chunks;

    private RepositoryCheck(IcechunkRepository repository) {
        this.repository = repository;
    }

    /**
     * What was found.
     *
     * @param manifests that were read
     * @param references in them
     * @param absent chunks that have none: they read as the fill value
     * @param problems a sentence for everything that is damaged or missing
     */
    public record Findings(int manifests, long references, long absent, List<String> problems) {}

    /**
     * Looks into a commit.
     *
     * @param ref a branch, a tag, or the id of a snapshot
     * @throws IOException where the storage fails
     */
    public static Findings of(IcechunkRepository repository, String ref) throws IOException {
        RepositoryCheck check = new RepositoryCheck(repository);
        try {
            ObjectId id = repository.resolve(ref);
            Snapshot snapshot = repository.snapshot(id);
            repository.files().list(ObjectKind.CHUNK, (chunk, bytes, modifiedMillis) -> check.there.add(chunk));
            check.log(id);
            for (Node node : snapshot.nodes()) {
                check.node(node);
            }
        } catch (UnreadableException unreadable) {
            check.tell(String.valueOf(unreadable.getMessage()));
        }
        long absent = Math.max(0, check.chunks - check.references);
        return new Findings(check.counted.size(), check.references, absent, check.problems);
    }

    private void tell(String problem) {
        if (problems.size() < MOST_TOLD) {
            problems.add(problem);
        }
    }

    private void log(ObjectId id) throws IOException {
        try {
            repository.log(id);
        } catch (UnreadableException damaged) { // Values do not need it.
            tell(String.valueOf(damaged.getMessage()));
        }
    }

    private void node(Node node) throws IOException {
        List<ManifestRef> refs = node.chunking().manifests();
        chunks += node.isArray() ? node.chunking().chunks() : 0;
        for (ManifestRef ref : refs) {
            if (refs.stream().filter(ref::overlaps).count() > 1
                    && node.chunking().rank() > 0) {
                tell("Array " + node.path() + ": manifest " + ref + " and another tell of the same chunks.");
            }
            try {
                manifest(node, ref);
                counted.add(ref.manifest());
            } catch (UnreadableException damaged) { // The others are looked at all the same.
                tell(String.valueOf(damaged.getMessage()));
            }
        }
    }

    private void manifest(Node node, ManifestRef window) throws IOException {
        List<int[]> last = new ArrayList<>();
        repository.manifest(window.manifest()).forEach(node.id(), (index, ref) -> {
            if (!last.isEmpty() && Arrays.compareUnsigned(last.get(0), index) >= 0) {
                tell("Array " + node.path() + ": manifest " + window.manifest() + " tells of chunk "
                        + Arrays.toString(index) + " after " + Arrays.toString(last.get(0)) + ".");
            }
            last.clear();
            last.add(index);
            references += window.contains(index) ? 1 : 0;
            if (ref instanceof ChunkRef.Native part && window.contains(index) && !there.contains(part.chunk())) {
                tell("Array " + node.path() + ": chunk " + Arrays.toString(index) + " is to lie in "
                        + repository.files().name(ObjectKind.CHUNK.key(part.chunk())) + ", which is not there.");
            }
        });
    }
}
