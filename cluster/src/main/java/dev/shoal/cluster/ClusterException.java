package dev.shoal.cluster;

/**
 * The cluster cannot do what was asked, for a reason outside this program; the message says what, why and what to do.
 */
public final class ClusterException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with a whole sentence for the user. */
    public ClusterException(String message) {
        super(message);
    }

    /** Makes an exception with a whole sentence for the user and what lies behind it. */
    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
