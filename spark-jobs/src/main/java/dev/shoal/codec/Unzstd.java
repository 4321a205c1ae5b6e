package dev.shoal.codec;

import com.github.luben.zstd.ZstdException;

/** Undoes HDF5's Zstandard filter: one frame. */
public final class Unzstd implements ChunkDecoder {

    private byte[] buffer = new byte[0];

    @Override
    public Slice decode(Slice in, int limit) throws DamageException {
        if (buffer.length < limit) {
            buffer = new byte[limit];
        }
        try {
            long length = com.github.luben.zstd.Zstd.decompressByteArray(
                    buffer, 0, limit, in.bytes(), in.offset(), in.length());
            if (com.github.luben.zstd.Zstd.isError(length)) {
                throw new DamageException(
                        "found a damaged zstd frame (" + com.github.luben.zstd.Zstd.getErrorName(length) + ")");
            }
            return new Slice(buffer, 0, (int) length);
        } catch (ZstdException damage) {
            throw new DamageException("found a damaged zstd frame (" + damage.getMessage() + ")", damage);
        }
    }
}
