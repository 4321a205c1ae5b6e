package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether a session contradicts a commit that others made since it began, chunk by chunk. The rules are those of
 * the format's own conflict detector: two changes of one document, of one chunk, of a chunk and its array's document,
 * and any change of what the other deleted. Changes of different chunks of one array do not contradict each other.
 */
final class RebaseRules {

    private static final int MOST_MANIFESTS = 4;

    private final IcechunkRepository repository;
    private final Collection<NodeEdit> edits;
    private final Map<ObjectId, Manifest> manifests = new LinkedHashMap<>(8, 0.75f, true);

    RebaseRules(IcechunkRepository repository, Collection<NodeEdit> edits) {
        this.repository = repository;
        this.edits = edits;
    }

    /** Returns what of a commit contradicts the session, or an empty text. */
    String conflict(TransactionLog log) throws IOException {
        if (log.moves() > 0) {
            return "moved nodes";
        }
        for (NodeEdit edit : edits) {
            String found = conflict(edit, log);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private String conflict(NodeEdit edit, TransactionLog log) throws IOException {
        ObjectId id = edit.replaced();
        boolean goes = edit.isDeleted() || (edit.isNew() && !id.equals(edit.id()));
        boolean changes = !edit.chunks().isEmpty() || (edit.hasDocument() && !edit.isNew());
        boolean updated =
                log.updatedArrays().contains(id) || log.updatedGroups().contains(id);
        Optional<TransactionLog.UpdatedChunks> chunks = log.updatedChunks().stream()
                .filter(array -> array.node().equals(id))
                .findFirst();
        if (changes && (log.deletedArrays().contains(id) || log.deletedGroups().contains(id))) {
            return "deleted " + edit.path();
        }
        if (updated && (changes || goes)) {
            return "changed the document of " + edit.path();
        }
        if (goes && chunks.isPresent()) {
            return "changed chunks of " + edit.path();
        }
        return chunks.isPresent() ? conflict(edit, chunks.get()) : "";
    }

    private String conflict(NodeEdit edit, TransactionLog.UpdatedChunks chunks) throws IOException {
        for (int i = 0; i < chunks.count(); i++) {
            int[] index = chunks.index(i);
            if (isChanged(edit, index)) {
                return "changed chunk " + Arrays.toString(index) + " of " + edit.path();
            }
        }
        return "";
    }

    private boolean isChanged(NodeEdit edit, int[] index) throws IOException {
        boolean changed = edit.chunks().chunks().containsKey(index)
                || edit.chunks().parts().stream().anyMatch(part -> part.window().contains(index));
        for (ManifestPart overlay : edit.chunks().overlays()) {
            changed = changed
                    || (overlay.window().contains(index)
                            && manifest(overlay.file().id())
                                    .find(edit.id(), index)
                                    .isPresent());
        }
        return changed;
    }

    private Manifest manifest(ObjectId id) throws IOException {
        Manifest known = manifests.get(id);
        if (known == null) {
            if (manifests.size() == MOST_MANIFESTS) {
                manifests.remove(manifests.keySet().iterator().next());
            }
            known = repository.manifest(id);
            manifests.put(id, known);
        }
        return known;
    }
}
