package dev.shoal.codec;

/** An element that a type or a filter cannot hold: a fault of the data that are to be written. */
public final class UnfitElementException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the error.
     *
     * @param message says which element, what would hold it, and the remedy
     */
    public UnfitElementException(String message) {
        super(message);
    }
}
