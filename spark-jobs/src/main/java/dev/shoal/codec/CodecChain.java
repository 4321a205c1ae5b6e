package dev.shoal.codec;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Steps one after the other between the bytes of a chunk's elements and the bytes of its object.
 *
 * @param steps in the order of writing
 */
public record CodecChain(List<BytesCodec> steps) implements Serializable {

    /** Copies the list; refuses a compressor or a changing filter behind a compressor. */
    public CodecChain {
        steps = new ArrayList<>(steps);
        boolean compressed = false;
        for (BytesCodec step : steps) {
            if (compressed && (step.compresses() || !(step instanceof Checksum || step instanceof Shuffle))) {
                throw new IllegalArgumentException(
                        "codec " + step.id() + " behind a compressor, expected nothing but checksums there");
            }
            compressed |= step.compresses();
        }
    }

    /**
     * Decodes.
     *
     * @param encoded not changed; may be returned
     * @param size bytes that must come out
     * @throws IOException where the bytes are not what the steps write
     */
    public byte[] decode(byte[] encoded, int size) throws IOException {
        try (CodecMemory memory = new CodecMemory()) {
            return Streams.exactly(until(0, Slice.of(encoded), size, memory).whole(), size);
        }
    }

    /**
     * Decodes numbers into their array.
     *
     * @param encoded not changed
     * @throws IOException where the bytes are not what the steps write for so many numbers
     */
    void decode(Slice encoded, ElementTarget target, CodecMemory memory) throws IOException {
        if (!steps.isEmpty() && steps.get(0).equals(new Shuffle(target.elementBytes()))) {
            Slice lanes = until(1, encoded, target.bytes(), memory);
            Shuffle.requireLength(lanes.length(), target.bytes());
            target.takeShuffled(lanes.bytes(), lanes.offset(), 0, target.count());
        } else if (!steps.isEmpty() && steps.get(0) instanceof Blosc) {
            Blosc.decode(until(1, encoded, target.bytes(), memory), target, memory);
        } else {
            Slice plain = until(0, encoded, target.bytes(), memory);
            Shuffle.requireLength(plain.length(), target.bytes());
            target.take(plain.bytes(), plain.offset(), 0, target.count());
        }
    }

    /** Undoes the steps from the last one to {@code first}. */
    private Slice until(int first, Slice encoded, int size, CodecMemory memory) throws IOException {
        int[] sizes = new int[steps.size() + 1];
        sizes[0] = size;
        for (int i = 0; i < steps.size(); i++) {
            OptionalInt next = sizes[i] < 0 ? OptionalInt.empty() : steps.get(i).encodedSize(sizes[i]);
            sizes[i + 1] = next.orElse(-1);
        }
        Slice bytes = encoded;
        for (int i = steps.size() - 1; i >= first; i--) {
            BytesCodec step = steps.get(i);
            int wanted = sizes[i] < 0 ? bytes.length() - step.encodedSize(0).orElse(0) : sizes[i];
            bytes = step.decode(bytes, wanted, memory);
        }
        return bytes;
    }

    /**
     * Decodes what comes to a length that is not known before, such as texts.
     *
     * @param most the most bytes that may come out
     * @throws IOException where the bytes are not what the steps write, or come to more
     */
    public byte[] decodeAtMost(byte[] encoded, int most) throws IOException {
        byte[] bytes = encoded;
        for (int i = steps.size() - 1; i >= 0; i--) {
            BytesCodec step = steps.get(i);
            bytes = step.decodeAtMost(bytes, most);
        }
        return bytes;
    }

    /** Returns the bytes that some come to, or nothing where that depends on them. */
    public OptionalInt encodedSize(int size) {
        OptionalInt encoded = OptionalInt.of(size);
        for (BytesCodec step : steps) {
            encoded = encoded.isEmpty() ? encoded : step.encodedSize(encoded.getAsInt());
        }
        return encoded;
    }
}
