package dev.shoal.codec;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.Closeable;
import java.util.HashMap;
import java.util.Map;

/**
 * What steps need to encode one chunk after the other: arrays and compressors that are used again, where making them
 * anew for each chunk would take as long as some of the steps. For one thread.
 */
public final class EncoderMemory implements Closeable {

    private static final int SCRATCHES = 2;

    private final Map<Integer, ZstdCompressCtx> zstd = new HashMap<>();
    private final byte[][] scratch = new byte[SCRATCHES][0];
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
        return zstd.computeIfAbsent(
                level, wanted -> new ZstdCompressCtx().setLevel(wanted).setChecksum(true));
    }

    /** Lets go of the compressors; the next use makes them anew. */
    @Override
    public void close() {
        zstd.values().forEach(ZstdCompressCtx::close);
        zstd.clear();
    }
}
