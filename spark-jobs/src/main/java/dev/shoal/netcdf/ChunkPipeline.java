package dev.shoal.netcdf;

import dev.shoal.codec.ChunkDecoder;
import dev.shoal.codec.Slice;
import java.io.IOException;
import java.util.List;

/** Undoes all filters of a chunk, last written first. */
final class ChunkPipeline {

    /** zlib's best ratio is 1032:1; a chunk that claims more is damaged. */
    private static final long INFLATE_RATIO = 1032;

    /** Bytes that a filter may add to a chunk that it could not make smaller, beside an eighth of the chunk. */
    private static final int BETWEEN_BYTES = 1024;

    private final List<Hdf5Filter> filters;
    private final ChunkDecoder[] decoders;
    private final int chunkBytes;
    private final int limit;
    private final int between;

    ChunkPipeline(List<Hdf5Filter> filters, int chunkBytes, int elementBytes) {
        this.filters = filters;
        this.chunkBytes = chunkBytes;
        this.decoders = new ChunkDecoder[filters.size()];
        int sums = 0;
        for (int i = 0; i < decoders.length; i++) {
            decoders[i] = filters.get(i).decoder(elementBytes);
            sums += filters.get(i).id() == Hdf5Filter.FLETCHER32 ? 4 : 0;
        }
        this.limit = chunkBytes + sums;
        this.between = (int) Math.min(Integer.MAX_VALUE - 8, limit + limit / 8L + BETWEEN_BYTES);
    }

    /**
     * Decodes one chunk.
     *
     * @param skipped bit {@code i} set where filter {@code i} was left out
     * @return exactly the bytes of a chunk; holds until the next call
     */
    Slice decode(Slice stored, int skipped) throws IOException {
        Slice bytes = stored;
        for (int i = decoders.length - 1; i >= 0; i--) {
            if (((skipped >>> i) & 1) == 0) {
                if (filters.get(i).id() == Hdf5Filter.DEFLATE && bytes.length() * INFLATE_RATIO + 64 < chunkBytes) {
                    throw new IOException("found " + bytes.length() + " deflated bytes, too few for a chunk of "
                            + chunkBytes + " bytes");
                }
                bytes = decoders[i].decode(bytes, i == 0 ? limit : between);
            }
        }
        if (bytes.length() != chunkBytes) {
            throw new IOException("found " + bytes.length() + " bytes, expected " + chunkBytes);
        }
        return bytes;
    }
}
