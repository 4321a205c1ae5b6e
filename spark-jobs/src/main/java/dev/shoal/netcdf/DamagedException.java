package dev.shoal.netcdf;

/** A structure of a file whose bytes are not what was written; never because of a kind that is not known. */
final class DamagedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DamagedException(String message) {
        super(message);
    }

    DamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
