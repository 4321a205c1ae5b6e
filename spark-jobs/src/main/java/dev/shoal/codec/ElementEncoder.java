package dev.shoal.codec;

import java.io.Closeable;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Encodes the elements of one chunk after the other, in memory that is used again. Gives the bytes that the steps
 * themselves give. For one thread.
 */
public final class ElementEncoder implements Closeable {

    private final CodecMemory memory = new CodecMemory();

    /**
     * Encodes numbers.
     *
     * @param values an array of primitives; not changed
     * @param order of the bytes of a number
     * @param steps in the order of writing
     * @return holds until the next call
     */
    public Slice encode(Object values, ByteOrder order, List<BytesCodec> steps) {
        int count = Array.getLength(values);
        int elementBytes = elementBytes(values);
        boolean parted = elementBytes > 1 && !steps.isEmpty() && steps.get(0).equals(new Shuffle(elementBytes));
        return encode(
                parted ? parted(values, count, elementBytes, order) : plain(values, count, elementBytes, order),
                parted ? steps.subList(1, steps.size()) : steps);
    }

    /**
     * Encodes bytes.
     *
     * @param decoded not changed; may be returned
     * @param steps in the order of writing
     * @return holds until the next call
     */
    public Slice encode(Slice decoded, List<BytesCodec> steps) {
        Slice bytes = decoded;
        for (BytesCodec step : steps) {
            bytes = step.encode(bytes, memory);
        }
        return bytes;
    }

    private Slice parted(Object values, int count, int elementBytes, ByteOrder order) {
        int length = Math.multiplyExact(count, elementBytes);
        byte[] lanes = memory.room(length);
        ElementLanes.shuffle(values, count, elementBytes, order, lanes);
        return new Slice(lanes, 0, length);
    }

    private Slice plain(Object values, int count, int elementBytes, ByteOrder order) {
        if (values instanceof byte[] bytes) {
            return new Slice(bytes, 0, count);
        }
        int length = Math.multiplyExact(count, elementBytes);
        byte[] bytes = memory.room(length);
        ElementLanes.run(values, ByteBuffer.wrap(bytes).order(order)).take(0, count);
        return new Slice(bytes, 0, length);
    }

    static int elementBytes(Object values) {
        if (values instanceof byte[]) {
            return 1;
        } else if (values instanceof short[]) {
            return Short.BYTES;
        }
        return values instanceof int[] || values instanceof float[] ? Integer.BYTES : Long.BYTES;
    }

    /** Lets go of memory outside of Java's heap; what is encoded later makes it anew. */
    @Override
    public void close() {
        memory.close();
    }
}
