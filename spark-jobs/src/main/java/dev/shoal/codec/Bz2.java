package dev.shoal.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/**
 * bzip2, by Commons Compress, which Spark brings.
 *
 * @param level 1 to 9: blocks of so many hundred kilobytes
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
        return level >= 1 && level <= 9;
    }

    @Override
    public byte[] encode(byte[] decoded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(decoded.length / 2 + 64);
        try (OutputStream packing = new BZip2CompressorOutputStream(out, level)) {
            packing.write(decoded);
        } catch (IOException notPossible) {
            throw new IllegalStateException("Cannot pack with bzip2 in memory.", notPossible);
        }
        return out.toByteArray();
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
