package dev.shoal.zarr.virtual;

/** A variable that cannot be a virtual array. */
final class RefusedArrayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String what;
    private final String found;
    private final String expected;

    RefusedArrayException(String what, String found, String expected) {
        super(what + " " + found + ", expected " + expected);
        this.what = what;
        this.found = found;
        this.expected = expected;
    }

    String what() {
        return what;
    }

    String found() {
        return found;
    }

    String expected() {
        return expected;
    }
}
