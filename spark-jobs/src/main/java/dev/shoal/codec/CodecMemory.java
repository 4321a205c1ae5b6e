package dev.shoal.codec;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.Closeable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What steps need to encode or decode one chunk after the other: arrays and compressors that are used again, where
 * making them anew for each chunk would take as long as some of the steps. For one thread.
 */
public final class CodecMemory implements Closeable {

    private static final int SCRATCHES = 2;

    private final Map<Integer, ZstdCompressCtx> compressors = new HashMap<>();
    private final byte[][] scratch = new byte[SCRATCHES][0];
    private Optional<ZstdDecompressCtx> decompressor = Optional.empty();
    private byte[] one = new byte[0];
    private byte[] other = new byte[0];

    /**
     * Returns an array of at least so many bytes, whatever is in them; what the call before the last returned may be
     * the same.
     */
    byte[] room(long bytes) {
        byte[] next = other.length >= bytes ? other : new byte[Math.toIntExact(bytes)];
        other = one;
        one = next;
        return next;
    }

    /**
     * Returns an array of at least so many bytes, whatever is in them, for use within one step.
     *
     * @param number 0 or 1: different numbers give different arrays
     */
    byte[] scratch(int number, long bytes) {
        if (scratch[number].length < bytes) {
            scratch[number] = new byte[Math.toIntExact(bytes)];
        }
        return scratch[number];
    }

    /** Returns the compressor of a level, which puts a checksum behind each frame. */
    ZstdCompressCtx zstd(int level) {
        return compressors.computeIfAbsent(
                level, wanted -> new ZstdCompressCtx().setLevel(wanted).setChecksum(true));
    }

    /** Returns what undoes the compressors of all levels. */
    ZstdDecompressCtx unzstd() {
        ZstdDecompressCtx made = decompressor.orElseGet(ZstdDecompressCtx::new);
        decompressor = Optional.of(made);
        return made;
    }

    /** Lets go of the compressors; the next use makes them anew. */
    @Override
    public void close() {
        compressors.values().forEach(ZstdCompressCtx::close);
        compressors.clear();
        decompressor.ifPresent(ZstdDecompressCtx::close);
        decompressor = Optional.empty();
    }
}
