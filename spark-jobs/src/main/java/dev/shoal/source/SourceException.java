package dev.shoal.source;

/**
 * A table over files that cannot be made or read through a fault of its options or of the archive; never a fault of
 * Shoal's.
 */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the error.
     *
     * @param message says what could not be done, what was found, and what to do
     */
    SourceException(String message) {
        super(message);
    }

    /** Makes the error with what caused it. */
    SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
