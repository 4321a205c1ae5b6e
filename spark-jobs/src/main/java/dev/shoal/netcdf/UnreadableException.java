package dev.shoal.netcdf;

import java.io.IOException;

/** A file, or a variable of it, that cannot be read: a fault of the data, for the {@code rejects} table. */
public final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the error.
     *
     * @param message names file, variable, what was found, what was expected, and the remedy
     */
    public UnreadableException(String message) {
        super(message);
    }

    /** Makes the error with what caused it. */
    public UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
