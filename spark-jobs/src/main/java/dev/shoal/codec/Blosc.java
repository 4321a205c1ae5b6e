package dev.shoal.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Blosc 1, read only: its frames say for themselves how they were made, so the parameters serve the document alone.
 *
 * <p>Decoded in Java with the codecs Spark brings, so that no native Blosc is needed; see {@link BloscFrame}.
 *
 * @param name the codec inside, such as {@code lz4}
 * @param level compression level of the writer
 * @param shuffle of the writer: 0 none, 1 bytes, 2 bits, -1 chosen by it
 * @param blockBytes of the writer, 0 where chosen by it
 */
public record Blosc(String name, int level, int shuffle, int blockBytes) implements BytesCodec {

    @Override
    public String id() {
        return "blosc";
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("cname", name);
        parameters.put("clevel", level);
        parameters.put("shuffle", shuffle);
        parameters.put("blocksize", blockBytes);
        return parameters;
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public byte[] encode(byte[] decoded) {
        throw new UnsupportedOperationException(
                "Cannot write blosc: it is read only. Take the filter shuffle with zstd instead.");
    }

    @Override
    public byte[] decode(byte[] encoded, int size) throws IOException {
        try {
            return BloscFrame.of(encoded, size).decode();
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
