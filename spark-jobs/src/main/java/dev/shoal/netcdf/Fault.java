package dev.shoal.netcdf;

import java.io.IOException;

/** Turns what a reading library throws into the one error a caller sees. */
final class Fault {

    private Fault() {}

    /**
     * Explains a failure: an error of ours inside the chain of causes is returned itself, anything else becomes an
     * {@link UnreadableException}.
     *
     * @param location the file
     * @param subject what was being read, such as {@code the header} or {@code variable sst}
     * @param expected what should have been found
     * @param thrown by a library
     */
    static IOException of(String location, String subject, String expected, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableException unreadable) {
                return unreadable;
            }
            if (cause instanceof StorageException storage) {
                return storage;
            }
        }
        return new UnreadableException(
                "Cannot read " + location + ": " + subject + " is damaged or of a kind not known (" + reason(thrown)
                        + "), expected " + expected + ". Fetch the file again, or rewrite it with nccopy.",
                thrown);
    }

    private static String reason(Throwable thrown) {
        String message = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        return message == null
                ? name
                : name + ": " + message.lines().findFirst().orElse("");
    }
}
