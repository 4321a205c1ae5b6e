package dev.shoal.codec;

import java.io.IOException;
import java.nio.ByteOrder;

/**
 * Decodes the numbers of one chunk after the other, in memory that is used again. Gives the numbers that the steps
 * themselves give. For one thread.
 */
public final class ElementDecoder {

    private final CodecMemory memory = new CodecMemory();

    /**
     * Decodes numbers.
     *
     * @param encoded not changed
     * @param chain of the steps that they went through
     * @param order of the bytes of a number
     * @param into an array of primitives of as many numbers as must come out; after a failure anything may be in it
     * @throws IOException where the bytes are not what the steps write for so many numbers
     */
    public void decode(Slice encoded, CodecChain chain, ByteOrder order, Object into) throws IOException {
        try (memory) { // Its arrays stay; what is outside of Java's heap is small beside a chunk.
            chain.decode(encoded, ElementTarget.of(into, order), memory);
        }
    }
}
