package dev.shoal.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * bzip2, read only, by Commons Compress, which Spark brings.
 *
 * @param level of the writer, 1 to 9
 */
public record Bz2(int level) implements BytesCodec {

    @Override
    public String id() {
        return "bz2";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("level", level);
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public byte[] encode(byte[] decoded) {
        throw new UnsupportedOperationException("Cannot write bz2: it is read only. Take zstd instead.");
    }

    @Override
    public byte[] decode(byte[] encoded, int size) throws IOException {
        return Streams.exactly(decodeAtMost(encoded, size), size);
    }

    @Override
    public byte[] decodeAtMost(byte[] encoded, int most) throws IOException {
        try (InputStream in = new BZip2CompressorInputStream(new ByteArrayInputStream(encoded), true)) {
            return Streams.atMost(in, most);
        } catch (DamageException tooLong) {
            throw tooLong;
        } catch (IOException | RuntimeException damage) {
            throw new DamageException("its bzip2 stream is damaged (" + damage.getMessage() + ")", damage);
        }
    }
}
