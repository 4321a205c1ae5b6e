package dev.shoal.codec;

/**
 * Inflates whole zlib streams (RFC 1950). Keeps nothing from one call to the next; several threads may call at once.
 */
interface ZlibInflater {

    /** What comes back where a stream is not sound, or too long: {@link JavaInflater} is to say which. */
    int NO_VERDICT = -1;

    /**
     * Inflates one stream, and holds what comes out against the stream's checksum.
     *
     * @param limit the most bytes that may come out; {@code to} has room for them from {@code toStart} on
     * @return the number of bytes that came out, or {@link #NO_VERDICT}
     * @throws DamageException where the stream is damaged, or holds more than {@code limit} bytes
     */
    int inflate(byte[] from, int start, int length, byte[] to, int toStart, int limit) throws DamageException;
}
