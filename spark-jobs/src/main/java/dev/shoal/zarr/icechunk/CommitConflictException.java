package dev.shoal.zarr.icechunk;

import java.io.IOException;

/** A commit that contradicts another one made since its session began; nothing of it is visible. */
public final class CommitConflictException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the error.
     *
     * @param message names repository, branch, what was found, and the remedy
     */
    public CommitConflictException(String message) {
        super(message);
    }
}
