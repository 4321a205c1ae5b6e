package dev.shoal.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Deflate in a zlib wrapping.
 *
 * @param level 0 (none) to 9 (slowest)
 */
public record Zlib(int level) implements BytesCodec {

    /** The most bytes that one deflated byte can decode to. */
    static final long MOST_RATIO = 1032;

    /** Refuses other levels. */
    public Zlib {
        requireLevel("zlib", level);
    }

    static void requireLevel(String codec, int level) {
        if (level < 0 || level > 9) {
            throw new IllegalArgumentException(codec + " level " + level + ", expected 0 to 9");
        }
    }

    @Override
    public String id() {
        return "zlib";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("level", level);
    }

    @Override
    public byte[] encode(byte[] decoded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(decoded.length / 2 + 64);
        Deflater deflater = new Deflater(level);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater, 1 << 16)) {
            deflating.write(decoded);
        } catch (IOException notPossible) {
            throw new IllegalStateException("Cannot deflate in memory.", notPossible);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    @Override
    public byte[] decode(byte[] encoded, int size) throws IOException {
        try (CodecMemory memory = new CodecMemory()) {
            return decode(Slice.of(encoded), size, memory).whole();
        }
    }

    @Override
    public Slice decode(Slice encoded, int size, CodecMemory memory) throws IOException {
        Streams.requirePossible(encoded.length(), size, MOST_RATIO);
        byte[] out = memory.room(size);
        inflate(encoded.bytes(), encoded.offset(), encoded.length(), out, 0, size);
        return new Slice(out, 0, size);
    }

    @Override
    public byte[] decodeAtMost(byte[] encoded, int most) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(encoded))) {
            return Streams.atMost(in, most);
        } catch (ZipException | EOFException damage) {
            throw new DamageException("its zlib stream is damaged", damage);
        }
    }

    /** Inflates a whole zlib stream to exactly {@code size} bytes. */
    static void inflate(byte[] from, int start, int length, byte[] to, int toStart, int size) throws DamageException {
        int done = Inflation.inflate(from, start, length, to, toStart, size);
        if (done != size) {
            throw DamageException.length(done, size);
        }
    }
}
