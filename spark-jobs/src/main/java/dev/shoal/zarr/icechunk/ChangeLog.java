package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Collects what a commit changes into the log of it. */
final class ChangeLog {

    /** Chunks of new arrays beyond this many are left out: who made the array is told, and nobody can contradict it. */
    private static final long MOST_OF_NEW = 1_000_000;

    /** Chunks of other arrays are all told; a log of more is too long for its format. */
    private static final long MOST = 5_000_000;

    private final IcechunkRepository repository;
    private final ObjectId id;
    private final List<ObjectId> newGroups = new ArrayList<>();
    private final List<ObjectId> newArrays = new ArrayList<>();
    private final List<ObjectId> deletedGroups = new ArrayList<>();
    private final List<ObjectId> deletedArrays = new ArrayList<>();
    private final List<ObjectId> updatedArrays = new ArrayList<>();
    private final List<ObjectId> updatedGroups = new ArrayList<>();
    private final List<TransactionLog.UpdatedChunks> chunks = new ArrayList<>();

    ChangeLog(IcechunkRepository repository, ObjectId id) {
        this.repository = repository;
        this.id = id;
    }

    void add(NodeEdit edit, Optional<Node> before) throws IOException {
        boolean gone = edit.isDeleted() || edit.isNew();
        if (gone && before.isPresent()) {
            (before.get().isArray() ? deletedArrays : deletedGroups)
                    .add(before.get().id());
        }
        if (edit.isDeleted()) {
            return;
        }
        if (edit.isNew()) {
            (edit.isArray() ? newArrays : newGroups).add(edit.id());
        } else if (edit.hasDocument()) {
            (edit.isArray() ? updatedArrays : updatedGroups).add(edit.id());
        }
        addChunks(edit);
    }

    private void addChunks(NodeEdit edit) throws IOException {
        long count = edit.chunks().chunks().size();
        for (ManifestPart part : edit.chunks().parts()) {
            count += part.file().references();
        }
        if (count == 0 || (edit.isNew() && count > MOST_OF_NEW)) {
            return;
        }
        if (count > MOST) {
            throw new IllegalArgumentException("array " + edit.path() + " with " + count
                    + " chunks changed by one commit, expected at most " + MOST + "; commit them in several steps");
        }
        chunks.add(indices(edit));
    }

    private TransactionLog.UpdatedChunks indices(NodeEdit edit) throws IOException {
        TreeSet<int[]> indices = new TreeSet<>(java.util.Arrays::compareUnsigned);
        indices.addAll(edit.chunks().chunks().keySet());
        for (ManifestPart part : edit.chunks().parts()) {
            repository.manifest(part.file().id()).forEach(edit.id(), (index, ref) -> indices.add(index));
        }
        int rank = edit.chunking().rank();
        int[] flat = new int[indices.size() * rank];
        int next = 0;
        for (int[] index : indices) {
            System.arraycopy(index, 0, flat, next, rank);
            next += rank;
        }
        return new TransactionLog.UpdatedChunks(edit.id(), rank, flat);
    }

    TransactionLog log() {
        return new TransactionLog(
                id, newGroups, newArrays, deletedGroups, deletedArrays, updatedArrays, updatedGroups, chunks, 0);
    }
}
