package dev.shoal.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Blosc 1, read and written in Java over the codecs Spark brings, so that no native Blosc is needed; see
 * {@link BloscFrame} and {@link BloscWriter}.
 *
 * <p>Frames say for themselves how they were made, so for reading the parameters serve the document alone. All that is
 * missing is {@code snappy}, which is read only: most builds of Blosc cannot read it.
 *
 * @param name the codec inside: {@code blosclz}, {@code lz4}, {@code lz4hc}, {@code zlib}, {@code zstd} or
 *     {@code snappy}
 * @param level 0 (none) to 9; what it asks of the codec inside is what c-blosc asks: with {@code zstd}, level 2 is
 *     Zstandard's own level 3
 * @param shuffle 0 none, 1 bytes, 2 bits, -1 bits for elements of one byte and else bytes
 * @param blockBytes 0 where chosen as c-blosc chooses
 * @param elementBytes bytes of one element, whose bytes or bits the shuffle parts; 0 where it is not known, and nothing
 *     can be written
 */
public record Blosc(String name, int level, int shuffle, int blockBytes, int elementBytes) implements BytesCodec {

    /** What can stand inside of frames that are written. */
    public static final List<String> WRITABLE = List.of("blosclz", "lz4", "lz4hc", "zlib", "zstd");

    /** Shuffles nothing. */
    public static final int NO_SHUFFLE = 0;

    /** Shuffles bytes. */
    public static final int BYTE_SHUFFLE = 1;

    /** Shuffles bits. */
    public static final int BIT_SHUFFLE = 2;

    /**
     * Blocks in which Zstandard and zlib come within 2 % of what they reach over whole chunks; the 64 KiB that c-blosc
     * chooses at low levels cost a quarter more bytes.
     */
    private static final int LONG_BLOCK_BYTES = 1 << 20;

    private static final List<String> LONG_BLOCKS = List.of("zlib", "zstd");

    /**
     * Makes one whose blocks are long for compressors that gain by it, else as c-blosc chooses them. Single bytes are
     * not shuffled by bytes.
     */
    public static Blosc of(String name, int level, int shuffle, int elementBytes) {
        int applied = shuffle == BYTE_SHUFFLE && elementBytes == 1 ? NO_SHUFFLE : shuffle;
        return new Blosc(name, level, applied, LONG_BLOCKS.contains(name) ? LONG_BLOCK_BYTES : 0, elementBytes);
    }

    /** Makes one with blocks as c-blosc chooses them. */
    public Blosc(String name, int level, int shuffle, int elementBytes) {
        this(name, level, shuffle, 0, elementBytes);
    }

    @Override
    public String id() {
        return "blosc";
    }

    /** Returns the parameters of numcodecs, which has no place for the bytes of an element. */
    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("cname", name);
        parameters.put("clevel", level);
        parameters.put("shuffle", shuffle);
        parameters.put("blocksize", blockBytes);
        return parameters;
    }

    /** Returns the same for elements of so many bytes. */
    public Blosc withElementBytes(int bytes) {
        return new Blosc(name, level, shuffle, blockBytes, bytes);
    }

    /** Returns the shuffle that is meant: none, bytes or bits. */
    public int appliedShuffle() {
        return shuffle >= 0 ? shuffle : elementBytes == 1 ? BIT_SHUFFLE : BYTE_SHUFFLE;
    }

    @Override
    public boolean writes() {
        return WRITABLE.contains(name)
                && level >= 0
                && level <= 9
                && shuffle >= -1
                && shuffle <= BIT_SHUFFLE
                && blockBytes >= 0
                && elementBytes > 0;
    }

    @Override
    public byte[] encode(byte[] decoded) {
        requireWritable();
        try (CodecMemory memory = new CodecMemory()) {
            return new BloscWriter(this, Slice.of(decoded), memory).frame().copy();
        }
    }

    @Override
    public Slice encode(Slice decoded, CodecMemory memory) {
        requireWritable();
        return new BloscWriter(this, decoded, memory).frame();
    }

    private void requireWritable() {
        if (!writes()) {
            throw new UnsupportedOperationException("Cannot write blosc: found " + this + ", expected one of "
                    + WRITABLE + " inside, a level from 0 to 9, a shuffle from -1 to 2 and the bytes of an element.");
        }
    }

    @Override
    public byte[] decode(byte[] encoded, int size) throws IOException {
        try (CodecMemory memory = new CodecMemory()) {
            return decode(Slice.of(encoded), size, memory).whole();
        }
    }

    @Override
    public Slice decode(Slice encoded, int size, CodecMemory memory) throws IOException {
        try {
            return BloscFrame.of(encoded, size).decode(memory);
        } catch (IndexOutOfBoundsException damage) {
            throw new DamageException("its blosc frame is damaged", damage);
        }
    }

    /** Decodes a chunk of numbers into their array. */
    static void decode(Slice encoded, ElementTarget target, CodecMemory memory) throws IOException {
        try {
            BloscFrame.of(encoded, target.bytes()).decode(target, memory);
        } catch (IndexOutOfBoundsException damage) {
            throw new DamageException("its blosc frame is damaged", damage);
        }
    }

    @Override
    public byte[] decodeAtMost(byte[] encoded, int most) throws IOException {
        int said = encoded.length < 8
                ? 0
                : ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        if (said < 0 || said > most) {
            throw Streams.tooLong(most);
        }
        return decode(encoded, said);
    }
}
