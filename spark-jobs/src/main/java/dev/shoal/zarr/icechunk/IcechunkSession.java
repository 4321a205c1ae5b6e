package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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

    IcechunkRepository repository() {
        return repository;
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

    /** Makes a node of its document, or gives one another, whichever kind it is of. */
    void document(String path, byte[] document) {
        if (Documents.isGroup(path, document)) {
            group(path, document);
        } else {
            array(path, document);
        }
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

    /** Returns a node as it is to be. */
    public Optional<Node> node(String path) {
        Optional<Node> before = base.node(path);
        NodeEdit edit = edits.get(path);
        if (edit == null) {
            return before;
        }
        if (edit.isDeleted()) {
            return Optional.empty();
        }
        return Optional.of(edit.isNew() ? edit.node() : edit.over(before.orElseThrow()));
    }

    /** Tells whether this would change nothing. */
    public boolean isEmpty() {
        return edits.values().stream()
                .noneMatch(edit -> edit.isDeleted()
                        || edit.isNew()
                        || edit.hasDocument()
                        || !edit.chunks().isEmpty());
    }

    Iterable<NodeEdit> edits() {
        return edits.values();
    }

    /** Returns what this does to the references of an array. */
    NavigableMap<int[], Optional<ChunkRef>> chunks(String path) {
        NodeEdit edit = edits.get(path);
        return edit == null ? ChunkEdits.byIndex() : edit.chunks().chunks();
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
        repository.files().put(ObjectKind.CHUNK.key(id), bytes);
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
        array.requireInside(part);
        array.chunks().parts().add(part);
    }

    /** Returns what processes need that write chunks for this session. */
    public CommitDraft draft() {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        Map<String, ManifestWriter> writers = new LinkedHashMap<>();
        for (NodeEdit edit : edits.values()) {
            if (edit.hasDocument()) {
                documents.put(edit.path(), edit.node().document());
            }
        }
        List<String> paths = new ArrayList<>(edits.keySet());
        base.nodes().forEach(node -> paths.add(node.path()));
        for (String path : paths) {
            if (node(path).filter(Node::isArray).isPresent()) {
                writers.put(path, writer(path));
            }
        }
        return new CommitDraft(repository.root(), base.id(), documents, writers);
    }

    /**
     * Takes what processes did, chunk by chunk.
     *
     * @param merged from {@link CommitDraft#merged} of this session's draft
     */
    public void take(byte[] merged) throws IOException {
        MergedChunks chunks = MergedChunks.parse(merged);
        NodeEdit array = arrayEdit(chunks.path());
        for (ManifestPart part : chunks.parts()) {
            array.requireInside(part);
            array.chunks().overlays().add(part);
        }
        chunks.erased().forEach(index -> erase(chunks.path(), index));
    }

    /**
     * Shows all of this at once as a commit on the branch. Commits that others made since are kept where they changed
     * other nodes or other chunks. The session begins anew on top of the commit.
     *
     * @return the commit's id
     * @throws CommitConflictException where others changed the same documents or chunks, or took parents away
     * @throws IOException where the storage fails; the branch is as it was, or has the commit where the last answer of
     *     the storage was lost
     */
    public ObjectId commit(String message) throws IOException {
        return commit(message, Map.of());
    }

    /**
     * Shows all of this, as {@link #commit(String)}.
     *
     * @param metadata texts of the commit by name
     */
    public ObjectId commit(String message, Map<String, String> metadata) throws IOException {
        if (branch.isEmpty()) {
            throw new IllegalStateException("A session that writes for another one cannot be committed.");
        }
        base = new Commit(repository, branch, edits, message, MetadataItem.of(metadata)).on(base);
        edits.clear();
        return base.id();
    }
}
