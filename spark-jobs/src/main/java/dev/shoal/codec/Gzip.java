package dev.shoal.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * Deflate in a gzip wrapping whose header holds no time.
 *
 * @param level 0 (none) to 9 (slowest)
 */
public record Gzip(int level) implements BytesCodec {

    /** Refuses other levels. */
    public Gzip {
        Zlib.requireLevel("gzip", level);
    }

    @Override
    public String id() {
        return "gzip";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("level", level);
    }

    @Override
    public byte[] encode(byte[] decoded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(decoded.length / 2 + 64);
        try (OutputStream zipping = new Levelled(out, level)) {
            zipping.write(decoded);
        } catch (IOException notPossible) {
            throw new IllegalStateException("Cannot gzip in memory.", notPossible);
        }
        return out.toByteArray();
    }

    @Override
    public byte[] decode(byte[] encoded, int size) throws IOException {
        Streams.requirePossible(encoded.length, size, Zlib.MOST_RATIO);
        return Streams.exactly(decodeAtMost(encoded, size), size);
    }

    @Override
    public byte[] decodeAtMost(byte[] encoded, int most) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(encoded), 1 << 16)) {
            return Streams.atMost(in, most);
        } catch (ZipException | EOFException damage) {
            throw new DamageException("its gzip stream is damaged", damage);
        }
    }

    private static final class Levelled extends GZIPOutputStream {
        Levelled(OutputStream out, int level) throws IOException {
            super(out, 1 << 16);
            def.setLevel(level);
        }
    }
}
