package dev.shoal.codec;

import java.io.IOException;

/** Bytes that are not what their codec writes; whoever knows the chunk's name turns it into the reader's error. */
public final class DamageException extends IOException {

    private static final long serialVersionUID = 1;

    /** Makes the error; the message is a clause that says what was found and what was expected. */
    public DamageException(String found) {
        super(found);
    }

    /** Makes the error with what caused it. */
    public DamageException(String found, Throwable cause) {
        super(found, cause);
    }

    /** Makes the error of bytes that decode to another length than their chunk has. */
    public static DamageException length(long found, long expected) {
        return new DamageException("it decodes to " + found + " bytes, expected " + expected);
    }
}
