package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.util.Optional;

/**
 * The one object of a repository that changes. A change happens wholly or not at all, and only if nobody else made one
 * since the state it is made from was read. Safe for use by several threads and processes.
 */
sealed interface RepoObject permits LockedFile, S3Object {

    /** Name of the object below the repository's root. */
    String NAME = "repo";

    /**
     * The object at one time.
     *
     * @param bytes of the object
     * @param version what the storage calls this state, or empty where its bytes are what tells it
     */
    record State(byte[] bytes, String version) {}

    /** Reads the object, or returns nothing where there is none. */
    Optional<State> read() throws IOException;

    /** Makes the object; returns false where there is one. */
    boolean create(byte[] bytes) throws IOException;

    /** Puts other bytes in the place of a state; returns false where that is not the object's state any more. */
    boolean replace(State before, byte[] bytes) throws IOException;
}
