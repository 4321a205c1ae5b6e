package dev.shoal.netcdf;

import java.io.IOException;

/** Reads elements that lie end to end, piece by piece, so that the bytes in flight stay few. */
final class Stretch {

    private static final int PIECE_BYTES = 4 << 20;

    private final ByteSource source;
    private final Elements elements;
    private final Object into;
    private byte[] buffer = new byte[0];

    Stretch(ByteSource source, Elements elements, Object into) {
        this.source = source;
        this.elements = elements;
        this.into = into;
    }

    /** Reads {@code count} elements from a position of the file on. */
    void read(long address, int at, long count) throws IOException {
        source.require(address, Math.multiplyExact(count, elements.bytes()));
        int most = Math.max(1, PIECE_BYTES / Math.max(1, elements.bytes()));
        for (long done = 0; done < count; done += most) {
            int piece = (int) Math.min(most, count - done);
            int bytes = piece * elements.bytes();
            if (buffer.length < bytes) {
                buffer = new byte[bytes];
            }
            source.read(address + done * elements.bytes(), buffer, 0, bytes);
            elements.rows(buffer, 0, bytes, into).copy(0, (int) (at + done), piece);
        }
    }
}
