package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Collects what a commit changes into the log of it. The log is complete as far as its format goes: of a new array with
 * more chunks than a log can hold, that it was made is told, which nobody can contradict.
 */
final class ChangeLog {

    private final IcechunkRepository repository;
    private final ObjectId id;
    private final List<ObjectId> newGroups = new ArrayList<>();
    private final List<ObjectId> newArrays = new ArrayList<>();
    private final List<ObjectId> deletedGroups = new ArrayList<>();
    private final List<ObjectId> deletedArrays = new ArrayList<>();
    private final List<ObjectId> updatedArrays = new ArrayList<>();
    private final List<ObjectId> updatedGroups = new ArrayList<>();
    private final List<ChangedChunks> chunks = new ArrayList<>();

    ChangeLog(IcechunkRepository repository, ObjectId id) {
        this.repository = repository;
        this.id = id;
    }

    void add(NodeEdit edit, Optional<Node> before) {
        boolean gone = edit.isDeleted() || edit.isNew();
        if (gone && before.isPresent()) {
            (before.get().isArray() ? deletedArrays : deletedGroups)
                    .add(before.get().id());
        }
        if (edit.isNew()) {
            (edit.isArray() ? newArrays : newGroups).add(edit.id());
        } else if (edit.hasDocument()) {
            (edit.isArray() ? updatedArrays : updatedGroups).add(edit.id());
        }
    }

    void addChunks(NodeEdit edit, List<int[]> dropped) {
        chunks.add(new ChangedChunks(repository, edit, dropped));
    }

    byte[] bytes() throws IOException {
        return new TransactionLog(
                        id,
                        newGroups,
                        newArrays,
                        deletedGroups,
                        deletedArrays,
                        updatedArrays,
                        updatedGroups,
                        List.of(),
                        0)
                .bytes(fitting());
    }

    /** Leaves out the chunks of the largest new arrays until the rest fits. */
    private List<ChangedChunks> fitting() {
        List<ChangedChunks> all = new ArrayList<>(chunks);
        all.sort(Comparator.comparing(ChangedChunks::isOfNew).thenComparing(ChangedChunks::count));
        List<ChangedChunks> fitting = new ArrayList<>();
        long tables = 1;
        long bytes = 0;
        for (ChangedChunks array : all) {
            tables += 1 + array.count();
            bytes += 64 + array.count() * LogBytes.bytesOfIndex(array.rank());
            if (tables <= LogBytes.MOST_TABLES && bytes <= LogBytes.MOST_BYTES) {
                fitting.add(array);
            } else if (!array.isOfNew()) {
                throw new IllegalArgumentException("array " + array.path() + " with " + array.count()
                        + " chunks changed by one commit, expected at most " + LogBytes.MOST_TABLES
                        + " of all arrays; commit them in several steps");
            }
        }
        fitting.sort(Comparator.comparing(ChangedChunks::node));
        return fitting;
    }
}
