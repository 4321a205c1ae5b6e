package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One commit being made. Nothing is visible before {@link #commit}, nothing of it if that fails. Not safe for use by
 * several threads; {@link ManifestWriter}s may work at the same time elsewhere.
 */
public final class IcechunkSession {

    private final IcechunkRepository repository;
    private final String branch;
    private Snapshot base;

    /** By path. */
    private final TreeMap<String, NodeEdit> edits = new TreeMap<>(Node.BY_PATH);

    IcechunkSession(IcechunkRepository repository, String branch, Snapshot base) {
        this.repository = repository;
        this.branch = branch;
        this.base = base;
    }

    /** Returns the commit that this one goes on top of. */
    public Snapshot base() {
        return base;
    }

    /**
     * Makes a group, or gives one another document.
     *
     * @param path such as {@code /a/b}; its parents are there when the commit is made
     * @param document {@code zarr.json}; not copied
     */
    public void group(String path, byte[] document) {
        Documents.parse(path, "group", document);
        edit(path, Chunking.GROUP).document(document, Chunking.GROUP);
    }

    /**
     * Makes an array, or gives one another document. Chunks that there are stay, also those outside a smaller shape.
     *
     * @param path such as {@code /a/b}; its parents are there when the commit is made
     * @param document {@code zarr.json}; not copied
     */
    public void array(String path, byte[] document) {
        Chunking chunking = Documents.chunking(path, document);
        edit(path, chunking).document(document, chunking);
    }

    private NodeEdit edit(String path, Chunking chunking) {
        Node.requirePath(path);
        NodeEdit edit = edits.computeIfAbsent(path, this::begun);
        if (edit.isDeleted()) {
            edit = NodeEdit.created(path, repository.newId(ObjectId.NODE_BYTES), edit);
            edits.put(path, edit);
        }
        edit.requireKind(chunking);
        return edit;
    }

    private NodeEdit begun(String path) {
        return base.node(path)
                .map(NodeEdit::of)
                .orElseGet(() -> NodeEdit.created(path, repository.newId(ObjectId.NODE_BYTES)));
    }

    private NodeEdit arrayEdit(String path) {
        NodeEdit edit = edits.computeIfAbsent(path, this::begun);
        if (!edit.isArray()) {
            throw new IllegalArgumentException("chunks of " + path + ", expected an array of this commit");
        }
        return edit;
    }

    /** Deletes a node and all below it. */
    public void delete(String path) {
        Node.requirePath(path);
        edits.keySet()
                .removeIf(other -> isAtOrBelow(other, path) && base.node(other).isEmpty());
        for (Node node : base.nodes()) {
            if (isAtOrBelow(node.path(), path)) {
                edits.put(node.path(), NodeEdit.deleted(node));
            }
        }
    }

    private static boolean isAtOrBelow(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder.equals("/") ? "/" : folder + "/");
    }

    /**
     * Sets the reference of a chunk.
     *
     * @param index of the chunk inside its array's grid
     */
    public void chunk(String path, int[] index, ChunkRef ref) {
        NodeEdit array = arrayEdit(path);
        array.requireInside(index);
        array.chunks().chunks().put(index.clone(), Optional.of(ref));
    }

    /** Takes the reference of a chunk away, whose cells are the fill value then. */
    public void erase(String path, int... index) {
        NodeEdit array = arrayEdit(path);
        array.requireInside(index);
        array.chunks().chunks().put(index.clone(), Optional.empty());
    }

    /** Puts the bytes of a chunk into the repository, and returns what leads to them. */
    public ChunkRef.Native put(byte[] bytes) throws IOException {
        ObjectId id = repository.newId(ObjectId.OBJECT_BYTES);
        repository.files().put("chunks/" + id, bytes);
        return new ChunkRef.Native(id, 0, bytes.length);
    }

    /** Returns what writes whole manifests of an array, in any process. */
    public ManifestWriter writer(String path) {
        NodeEdit array = arrayEdit(path);
        return new ManifestWriter(
                repository.root(), array.id(), array.chunking().rank());
    }

    /**
     * Puts a manifest in the place of all references inside its window. Windows of one commit do not overlap.
     *
     * @param part from {@link #writer} of the same array and session
     */
    public void add(String path, ManifestPart part) {
        NodeEdit array = arrayEdit(path);
        if (!array.id().equals(part.node())) {
            throw new IllegalArgumentException(
                    "a manifest of array " + part.node() + " for " + path + ", expected one of " + array.id());
        }
        array.requireInside(part.window().starts());
        array.requireInside(
                Arrays.stream(part.window().ends()).map(end -> end - 1).toArray());
        array.chunks().parts().add(part);
    }

    /**
     * Shows all of this at once as a commit on the branch. Commits that others made since are kept where they changed
     * other nodes. The session begins anew on top of the commit.
     *
     * @return the commit's id
     * @throws CommitConflictException where others changed the same nodes, or took parents away
     * @throws IOException where the storage fails; the branch is as it was, or has the commit where the last answer of
     *     the storage was lost
     */
    public ObjectId commit(String message) throws IOException {
        base = new Commit(repository, branch, edits, message).on(base);
        edits.clear();
        return base.id();
    }
}
