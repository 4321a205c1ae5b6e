package dev.shoal.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Undoes HDF5's bzip2 filter: one bzip2 stream. */
public final class Unbzip2 implements ChunkDecoder {

    private byte[] buffer = new byte[0];

    @Override
    public Slice decode(Slice in, int limit) throws IOException {
        if (buffer.length < limit) {
            buffer = new byte[limit];
        }
        try (InputStream stream =
                new BZip2CompressorInputStream(new ByteArrayInputStream(in.bytes(), in.offset(), in.length()))) {
            int length = stream.readNBytes(buffer, 0, limit);
            if (stream.read() >= 0) {
                throw new DamageException("found more than " + limit + " bytes inside a bzip2 stream");
            }
            return new Slice(buffer, 0, length);
        } catch (DamageException damage) {
            throw damage;
        } catch (IOException | RuntimeException damage) {
            throw new DamageException("found a damaged bzip2 stream (" + damage.getMessage() + ")", damage);
        }
    }
}
