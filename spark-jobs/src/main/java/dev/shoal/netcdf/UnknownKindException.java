package dev.shoal.netcdf;

/** Something of a sound file that is of a kind not read here; the message is a noun that says what was found. */
final class UnknownKindException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownKindException(String found) {
        super(found);
    }
}
