package dev.shoal.netcdf;

import java.io.IOException;

/** Something that a format has no place for. */
public final class UnwritableException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the error.
     *
     * @param message names the thing, what was found, what was expected, and the remedy
     */
    public UnwritableException(String message) {
        super(message);
    }

    /** Makes the error with what caused it. */
    public UnwritableException(String message, Throwable cause) {
        super(message, cause);
    }
}
