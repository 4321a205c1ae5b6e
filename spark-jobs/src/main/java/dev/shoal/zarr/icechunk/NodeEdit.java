package dev.shoal.zarr.icechunk;

import java.util.Arrays;

/** What a session does to one node. */
final class NodeEdit {

    private static final byte[] UNCHANGED = new byte[0];

    private final ObjectId id;
    private final String path;
    private final boolean isNew;
    private final boolean isDeleted;

    /** The id of a node that was deleted at the same path, or this node's own. */
    private final ObjectId replaced;

    private byte[] document = UNCHANGED;
    private Chunking chunking;
    private boolean hasKind;
    private final ChunkEdits chunks = ChunkEdits.none();

    private NodeEdit(ObjectId id, String path, Chunking chunking, boolean isNew, boolean isDeleted, ObjectId replaced) {
        this.id = id;
        this.path = path;
        this.chunking = chunking;
        this.isNew = isNew;
        this.isDeleted = isDeleted;
        this.replaced = replaced;
        this.hasKind = !isNew;
    }

    static NodeEdit of(Node node) {
        return new NodeEdit(node.id(), node.path(), node.chunking(), false, false, node.id());
    }

    static NodeEdit created(String path, ObjectId id) {
        return new NodeEdit(id, path, Chunking.GROUP, true, false, id);
    }

    static NodeEdit created(String path, ObjectId id, NodeEdit deleted) {
        return new NodeEdit(id, path, Chunking.GROUP, true, false, deleted.id);
    }

    static NodeEdit deleted(Node node) {
        return new NodeEdit(node.id(), node.path(), node.chunking(), false, true, node.id());
    }

    /** Refuses an array where there is a group, and the other way round. */
    void requireKind(Chunking other) {
        if (hasKind && isArray() != other.isOfArray()) {
            throw new IllegalArgumentException("node " + path + " of another kind than it has, expected "
                    + (isArray() ? "an array" : "a group") + "; delete it first");
        }
    }

    void document(byte[] bytes, Chunking cut) {
        document = bytes;
        chunking = cut;
        hasKind = true;
    }

    void requireInside(ManifestPart part) {
        requireInside(part.window().starts());
        requireInside(Arrays.stream(part.window().ends()).map(end -> end - 1).toArray());
    }

    void requireInside(int[] index) {
        boolean inside = index.length == chunking.rank();
        for (int axis = 0; inside && axis < index.length; axis++) {
            inside = index[axis] >= 0 && index[axis] < chunking.counts()[axis];
        }
        if (!inside) {
            throw new IllegalArgumentException("chunk " + Arrays.toString(index) + " of array " + path
                    + ", expected one of its grid " + Arrays.toString(chunking.counts()));
        }
    }

    ObjectId id() {
        return id;
    }

    ObjectId replaced() {
        return replaced;
    }

    String path() {
        return path;
    }

    boolean isNew() {
        return isNew;
    }

    boolean isDeleted() {
        return isDeleted;
    }

    boolean isArray() {
        return hasKind && chunking.isOfArray();
    }

    boolean hasDocument() {
        return document != UNCHANGED;
    }

    Chunking chunking() {
        return chunking;
    }

    ChunkEdits chunks() {
        return chunks;
    }

    /** Returns the node as this leaves it, with the manifests that it had. */
    Node node() {
        return new Node(id, path, document, chunking);
    }

    /** Returns another state of the same node as this leaves it. */
    Node over(Node before) {
        return hasDocument()
                ? new Node(id, path, document, chunking.with(before.chunking().manifests()))
                : before;
    }
}
