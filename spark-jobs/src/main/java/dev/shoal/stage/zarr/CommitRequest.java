package dev.shoal.stage.zarr;

import java.io.Serializable;

/**
 * How what is written into an Icechunk repository is shown.
 *
 * @param branch to commit to; empty for the one that the store's name says
 * @param message of the commit; empty for one that says what was done
 * @param commits how many there are
 */
public record CommitRequest(String branch, String message, Commits commits) implements Serializable {

    /** One commit with a message that says what was done. */
    public static final CommitRequest STANDARD = new CommitRequest("", "", Commits.ONE);

    /** How many commits there are. */
    public enum Commits {
        /** All is shown at once. */
        ONE,
        /** Every variable is shown as soon as it is written. */
        EACH_VARIABLE
    }

    /** Returns the message, or another one where there is none. */
    String messageOr(String other) {
        return message.isEmpty() ? other : message;
    }
}
