package dev.shoal.codec;

import com.github.luben.zstd.ZstdCompressCtx;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/** Packs one stream of a Blosc frame after the other, by the compressor that the frame names. */
sealed interface BloscPacker extends AutoCloseable {

    /** Packs a stream into {@link #bytes}; returns their number, or less than 1 where it does not get shorter. */
    int pack(byte[] from, int start, int length);

    /** Returns the buffer with the packed bytes of the last stream. */
    byte[] bytes();

    @Override
    default void close() {}

    /**
     * Returns the packer of a codec.
     *
     * @param buffer for the packed bytes of a stream, longer than the longest stream
     * @param zstd the contexts of Zstandard by their level; they stay their owner's
     */
    static BloscPacker of(Blosc how, byte[] buffer, IntFunction<ZstdCompressCtx> zstd) {
        return switch (how.name()) {
            case "zstd" -> new ZstdPacker(buffer, zstd.apply(zstdLevel(how.level())));
            case "zlib" -> new ZlibPacker(buffer, new Deflater(how.level()));
            case "lz4" -> new Lz4Packer(buffer, LZ4Factory.safeInstance().fastCompressor());
            case "lz4hc" -> new Lz4Packer(buffer, LZ4Factory.safeInstance().highCompressor(how.level()));
            default -> new BloscLzPacker(buffer);
        };
    }

    private static int zstdLevel(int level) {
        int most = com.github.luben.zstd.Zstd.maxCompressionLevel();
        return switch (level) {
            case 9 -> most;
            case 8 -> most - 2;
            default -> 2 * level - 1;
        };
    }

    /** Packs with Zstandard. */
    record ZstdPacker(byte[] bytes, ZstdCompressCtx context) implements BloscPacker {

        @Override
        public int pack(byte[] from, int start, int length) {
            return context.compressByteArray(bytes, 0, bytes.length, from, start, length);
        }
    }

    /** Packs with zlib; has a deflater of its own. */
    record ZlibPacker(byte[] bytes, Deflater deflater) implements BloscPacker {

        @Override
        public int pack(byte[] from, int start, int length) {
            deflater.reset();
            deflater.setInput(from, start, length);
            deflater.finish();
            int done = deflater.deflate(bytes);
            return deflater.finished() ? done : 0;
        }

        @Override
        public void close() {
            deflater.end();
        }
    }

    /** Packs with LZ4, quickly or well. */
    record Lz4Packer(byte[] bytes, LZ4Compressor compressor) implements BloscPacker {

        @Override
        public int pack(byte[] from, int start, int length) {
            return compressor.compress(from, start, length, bytes, 0);
        }
    }

    /** Packs with the compressor of Blosc itself. */
    record BloscLzPacker(byte[] bytes) implements BloscPacker {

        @Override
        public int pack(byte[] from, int start, int length) {
            return BlosclzEncoder.encode(from, start, length, bytes);
        }
    }
}
