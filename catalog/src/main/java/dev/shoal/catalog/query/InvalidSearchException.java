package dev.shoal.catalog.query;

/** A search that cannot be made as asked: a fault of the asker, with all problems in its message. */
public final class InvalidSearchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** Makes the error; the message names each problem, what was found, and what was expected. */
    public InvalidSearchException(String message) {
        super(message);
    }
}
