package dev.shoal.codec;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** HDF5's deflate filter: one zlib stream. */
public final class Inflate implements ChunkDecoder {

    private final Inflater inflater;
    private byte[] buffer = new byte[0];

    /** Uses an inflater that others use too, one after the other. */
    public Inflate(Inflater inflater) {
        this.inflater = inflater;
    }

    @Override
    public Slice decode(Slice in, int limit) throws IOException {
        if (buffer.length < limit) {
            buffer = new byte[limit];
        }
        inflater.reset();
        inflater.setInput(in.bytes(), in.offset(), in.length());
        try {
            int length = 0;
            while (length < limit) {
                int count = inflater.inflate(buffer, length, limit - length);
                length += count;
                if (count == 0) {
                    break;
                }
            }
            if (!inflater.finished() && inflater.inflate(new byte[1]) != 0) {
                throw new IOException("found more than " + limit + " bytes inside a deflate stream");
            }
            if (!inflater.finished()) {
                throw new IOException("found a deflate stream that stops after " + length + " bytes");
            }
            return new Slice(buffer, 0, length);
        } catch (DataFormatException e) {
            throw new IOException("found a damaged deflate stream (" + e.getMessage() + ")", e);
        }
    }
}
