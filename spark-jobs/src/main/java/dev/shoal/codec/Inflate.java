package dev.shoal.codec;

/** HDF5's deflate filter: one zlib stream. */
public final class Inflate implements ChunkDecoder {

    private byte[] buffer = new byte[0];

    @Override
    public Slice decode(Slice in, int limit) throws DamageException {
        if (buffer.length < limit) {
            buffer = new byte[limit];
        }
        return new Slice(buffer, 0, Inflation.inflate(in.bytes(), in.offset(), in.length(), buffer, 0, limit));
    }
}
