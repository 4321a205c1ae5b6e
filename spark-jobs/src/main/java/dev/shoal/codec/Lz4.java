package dev.shoal.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/**
 * LZ4 as numcodecs frames it: four bytes of decoded size, little-endian, then one LZ4 block.
 *
 * <p>Uses the library's implementation in plain Java: its bytes do not depend on the machine, and damaged input cannot
 * make it read past an array.
 */
public record Lz4() implements BytesCodec {

    private static final int HEADER_BYTES = 4;

    /** The most bytes that one byte of a block can decode to. */
    private static final long MOST_RATIO = 255;

    @Override
    public String id() {
        return "lz4";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("acceleration", 1);
    }

    @Override
    public byte[] encode(byte[] decoded) {
        byte[] block = LZ4Factory.safeInstance().fastCompressor().compress(decoded);
        return ByteBuffer.allocate(HEADER_BYTES + block.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(decoded.length)
                .put(block)
                .array();
    }

    @Override
    public byte[] decode(byte[] encoded, int size) throws IOException {
        try (CodecMemory memory = new CodecMemory()) {
            return decode(Slice.of(encoded), size, memory).whole();
        }
    }

    @Override
    public Slice decode(Slice encoded, int size, CodecMemory memory) throws IOException {
        if (encoded.length() < HEADER_BYTES) {
            throw new DamageException("it holds " + encoded.length() + " bytes, expected an lz4 header of 4");
        }
        int said =
                ByteBuffer.wrap(encoded.bytes()).order(ByteOrder.LITTLE_ENDIAN).getInt(encoded.offset());
        if (said != size) {
            throw DamageException.length(said, size);
        }
        Streams.requirePossible(encoded.length(), size, MOST_RATIO);
        byte[] out = memory.room(size);
        decode(encoded.bytes(), encoded.offset() + HEADER_BYTES, encoded.length() - HEADER_BYTES, out, 0, size);
        return new Slice(out, 0, size);
    }

    @Override
    public byte[] decodeAtMost(byte[] encoded, int most) throws IOException {
        int said = encoded.length < HEADER_BYTES
                ? 0
                : ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (said < 0 || said > most) {
            throw Streams.tooLong(most);
        }
        return decode(encoded, said);
    }

    /** Decodes one block to exactly {@code size} bytes. */
    static void decode(byte[] from, int start, int length, byte[] to, int toStart, int size) throws DamageException {
        try {
            int done = LZ4Factory.safeInstance().safeDecompressor().decompress(from, start, length, to, toStart, size);
            if (done != size) {
                throw DamageException.length(done, size);
            }
        } catch (LZ4Exception | IndexOutOfBoundsException damage) {
            throw new DamageException("its lz4 block is damaged", damage);
        }
    }
}
