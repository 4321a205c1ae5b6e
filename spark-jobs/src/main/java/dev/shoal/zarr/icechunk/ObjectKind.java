package dev.shoal.zarr.icechunk;

/** The kinds of objects of a repository. */
public enum ObjectKind {
    /** All nodes of one commit. */
    SNAPSHOT(1, "snapshots/"),
    /** References to chunks. */
    MANIFEST(2, "manifests/"),
    /** What a commit changed. */
    TRANSACTION_LOG(4, "transactions/"),
    /** Bytes of chunks, without a header. */
    CHUNK(0, "chunks/"),
    /** Branches, tags and history; the only object that changes. */
    REPO(6, "");

    private final byte code;
    private final String folder;

    ObjectKind(int code, String folder) {
        this.code = (byte) code;
        this.folder = folder;
    }

    /** Returns the number in the header. */
    byte code() {
        return code;
    }

    /** Returns where an object lies below the root of the repository. */
    String key(ObjectId id) {
        return folder + id;
    }

    /** Returns the folder below the root of the repository, with a slash at its end. */
    String folder() {
        return folder;
    }
}
