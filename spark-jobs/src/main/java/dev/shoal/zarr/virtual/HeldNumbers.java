package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.ElementType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The values of arrays that a store holds itself. */
final class HeldNumbers {

    private HeldNumbers() {}

    /** Returns the bytes of the one chunk, or none where the array is empty. */
    static byte[] bytes(VirtualArray array) {
        List<byte[]> chunks = new ArrayList<>();
        try {
            array.references().each(new InlineOnly(array.path(), chunks));
        } catch (IOException notPossible) {
            throw new IllegalStateException("Cannot take values out of memory.", notPossible);
        }
        return chunks.isEmpty() ? new byte[0] : chunks.get(0);
    }

    /** Returns the numbers, unsigned ones of up to 32 bits as positive ones. */
    static TimeReading.Numbers of(VirtualArray array) {
        ElementType type = array.type().element();
        ByteBuffer bytes = ByteBuffer.wrap(bytes(array)).order(ByteOrder.LITTLE_ENDIAN);
        int count = bytes.remaining() / Math.max(1, type.bytes());
        boolean real = type == ElementType.FLOAT || type == ElementType.DOUBLE;
        long[] whole = new long[real ? 0 : count];
        double[] reals = new double[real ? count : 0];
        for (int i = 0; i < count; i++) {
            if (real) {
                reals[i] = type == ElementType.FLOAT ? bytes.getFloat() : bytes.getDouble();
            } else {
                whole[i] = whole(type, bytes);
            }
        }
        return new TimeReading.Numbers(whole, reals);
    }

    private static long whole(ElementType type, ByteBuffer bytes) {
        return switch (type) {
            case SHORT -> bytes.getShort();
            case USHORT -> bytes.getShort() & 0xffff;
            case INT -> bytes.getInt();
            case UINT -> bytes.getInt() & 0xffffffffL;
            case LONG, ULONG -> bytes.getLong();
            case UBYTE -> bytes.get() & 0xff;
            default -> bytes.get();
        };
    }

    /** Puts values one behind the other; texts begin with their number. */
    static byte[] joined(List<VirtualArray> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean texts = parts.get(0).type().equals(VirtualType.TEXTS);
        int count = 0;
        for (VirtualArray part : parts) {
            byte[] own = bytes(part);
            int start = texts ? Math.min(own.length, Integer.BYTES) : 0;
            if (start > 0) {
                count += ByteBuffer.wrap(own).order(ByteOrder.LITTLE_ENDIAN).getInt();
            }
            bytes.write(own, start, own.length - start);
        }
        if (!texts) {
            return bytes.toByteArray();
        }
        return ByteBuffer.allocate(Integer.BYTES + bytes.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(count)
                .put(bytes.toByteArray())
                .array();
    }

    /** Returns whole numbers as little-endian bytes of 8. */
    static byte[] bytes(long[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(numbers);
        return bytes.array();
    }

    /** Takes values of an array that holds all of them. */
    private record InlineOnly(String path, List<byte[]> chunks) implements ChunkVisitor {

        @Override
        public void part(long ordinal, int source, long offset, int length) {
            throw new IllegalStateException("Cannot take values of " + path + " from its references.");
        }

        @Override
        public void object(long ordinal, String object, int length) {
            throw new IllegalStateException("Cannot take values of " + path + " from " + object + ".");
        }

        @Override
        public void inline(long ordinal, byte[] bytes) {
            chunks.add(bytes);
        }
    }
}
