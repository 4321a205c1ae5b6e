package dev.shoal.stage;

import java.io.IOException;

/**
 * A run that cannot go on through a fault of configuration, data or store; never a fault of Shoal's. Made only here,
 * each with a message that says what could not be done, what was found, and what to do.
 */
public final class StageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private StageException(String message) {
        super(message);
    }

    private StageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Makes an error of what the user asked for. */
    public static StageException configuration(String message) {
        return new StageException(message);
    }

    /** Makes an error of what the user asked for, with its cause. */
    public static StageException configuration(String message, Throwable cause) {
        return new StageException(message, cause);
    }

    /** Returns what came of writing to a store: an error of the store where that is among the causes, else as it is. */
    public static RuntimeException ofStore(String path, Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof StageException known) {
                return known;
            }
            if (cause instanceof IOException) {
                return store(path, cause);
            }
        }
        return error instanceof RuntimeException failure ? failure : new IllegalStateException(error);
    }

    /** Makes an error of a store that cannot be written or read. */
    public static StageException store(String path, Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        String remedy;
        if (text.contains("No space left") || text.contains("Disk quota")) {
            remedy = "Free some space and run again: what is written already is kept, and only the rest is done.";
        } else if (cause instanceof java.nio.file.AccessDeniedException
                || text.contains("AccessDenied")
                || text.contains("Permission denied")
                || text.contains("403")) {
            remedy = "Give the user or the key the right to read, write and list there, and run again.";
        } else {
            remedy = "Check the store and run again: what is written already is kept, and only the rest is done.";
        }
        return new StageException("Cannot write to or read from '" + path + "': " + text + ". " + remedy, cause);
    }
}
