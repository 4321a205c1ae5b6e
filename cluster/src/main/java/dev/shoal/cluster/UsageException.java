package dev.shoal.cluster;

/** The command line cannot be understood. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with a whole sentence for the user. */
    public UsageException(String message) {
        super(message);
    }
}
