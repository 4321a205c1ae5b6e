package dev.shoal.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * LZMA in an xz or a bare wrapping, read only, by XZ for Java, which Spark brings.
 *
 * @param format as Python numbers the wrappings: 1 xz, 2 bare ({@code .lzma})
 */
public record Lzma(int format) implements BytesCodec {

    /** The decoder may take this much for its dictionary; the strongest preset of xz needs 64 MiB and some. */
    private static final int MEMORY_KIBIBYTES = 100 << 10;

    private static final int XZ = 1;

    /** Refuses raw streams, which do not say how they were made. */
    public Lzma {
        if (format != XZ && format != 2) {
            throw new IllegalArgumentException("lzma format " + format + ", expected 1 (xz) or 2 (lzma)");
        }
    }

    @Override
    public String id() {
        return "lzma";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("format", format);
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public byte[] encode(byte[] decoded) {
        throw new UnsupportedOperationException("Cannot write lzma: it is read only. Take zstd instead.");
    }

    @Override
    public byte[] decode(byte[] encoded, int size) throws IOException {
        return Streams.exactly(decodeAtMost(encoded, size), size);
    }

    @Override
    public byte[] decodeAtMost(byte[] encoded, int most) throws IOException {
        try (InputStream in = open(new ByteArrayInputStream(encoded))) {
            return Streams.atMost(in, most);
        } catch (DamageException tooLong) {
            throw tooLong;
        } catch (IOException | RuntimeException damage) {
            throw new DamageException("its lzma stream is damaged (" + damage.getMessage() + ")", damage);
        }
    }

    private InputStream open(InputStream in) throws IOException {
        return format == XZ ? new XZInputStream(in, MEMORY_KIBIBYTES) : new LZMAInputStream(in, MEMORY_KIBIBYTES);
    }
}
