package dev.shoal.codec;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Zstandard; a frame says its decoded size, as numcodecs demands, and ends with a checksum, so that damage is an error
 * of every reader.
 *
 * @param level -131072 (fastest) to 22 (smallest); 0 is the library's default, 3
 */
public record Zstd(int level) implements BytesCodec {

    /** Shorter bytes hold no frame's header. */
    private static final int LEAST_BYTES = 18;

    /** A block of 128 KiB that repeats one byte takes four bytes. */
    private static final long MOST_RATIO = 1 << 16;

    /** Refuses other levels. */
    public Zstd {
        if (level < com.github.luben.zstd.Zstd.minCompressionLevel()
                || level > com.github.luben.zstd.Zstd.maxCompressionLevel()) {
            throw new IllegalArgumentException("zstd level " + level + ", expected -131072 to 22");
        }
    }

    @Override
    public String id() {
        return "zstd";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("level", level);
    }

    @Override
    public byte[] encode(byte[] decoded) {
        try (CodecMemory memory = new CodecMemory()) {
            return encode(Slice.of(decoded), memory).copy();
        }
    }

    @Override
    public Slice encode(Slice decoded, CodecMemory memory) {
        byte[] out = memory.room(com.github.luben.zstd.Zstd.compressBound(decoded.length()));
        int length = memory.zstd(level)
                .compressByteArray(out, 0, out.length, decoded.bytes(), decoded.offset(), decoded.length());
        return new Slice(out, 0, length);
    }

    @Override
    public byte[] decode(byte[] encoded, int size) throws IOException {
        try (CodecMemory memory = new CodecMemory()) {
            return decode(Slice.of(encoded), size, memory).whole();
        }
    }

    @Override
    public Slice decode(Slice encoded, int size, CodecMemory memory) throws IOException {
        long said = encoded.length() < LEAST_BYTES
                ? 0
                : com.github.luben.zstd.Zstd.getFrameContentSize(encoded.bytes(), encoded.offset(), encoded.length());
        if (said >= 0 && said > size) {
            throw DamageException.length(said, size);
        }
        Streams.requirePossible(encoded.length(), size, MOST_RATIO);
        byte[] out = memory.room(size);
        decode(memory.unzstd(), encoded, out, 0, size);
        return new Slice(out, 0, size);
    }

    @Override
    public byte[] decodeAtMost(byte[] encoded, int most) throws IOException {
        try (ZstdInputStream in = new ZstdInputStream(new ByteArrayInputStream(encoded))) {
            return Streams.atMost(in, most);
        } catch (ZstdIOException damage) {
            throw new DamageException("its zstd frame is damaged (" + damage.getMessage() + ")", damage);
        }
    }

    /** Decodes whole frames to exactly {@code size} bytes. */
    static void decode(byte[] from, int start, int length, byte[] to, int toStart, int size) throws DamageException {
        try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            decode(context, new Slice(from, start, length), to, toStart, size);
        }
    }

    /** Decodes whole frames to exactly {@code size} bytes. */
    static void decode(ZstdDecompressCtx context, Slice frames, byte[] to, int toStart, int size)
            throws DamageException {
        try {
            long done =
                    context.decompressByteArray(to, toStart, size, frames.bytes(), frames.offset(), frames.length());
            if (done != size) {
                throw DamageException.length(done, size);
            }
        } catch (ZstdException damage) {
            throw new DamageException("its zstd frame is damaged (" + damage.getMessage() + ")", damage);
        }
    }
}
