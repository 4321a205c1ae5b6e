package dev.shoal.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Undoes HDF5's scale-offset filter, which keeps the distances from the least number of a chunk in as few bits as they
 * need: "HDF5 User's Guide", section "Scale-offset filter". Real numbers were multiplied by a power of ten and rounded
 * before. The highest distance stands for the fill value where the dataset has one.
 */
public final class Unscaleoffset implements ChunkDecoder {

    private static final int DECIMAL_REALS = 0;
    private static final int INTEGERS = 2;
    private static final int PARAMETERS = 20;
    private static final int FILL_AT = 8;
    private static final int HEADER_BYTES = 21;

    private final int[] data;
    private byte[] buffer = new byte[0];

    /**
     * Makes it.
     *
     * @param data the filter's parameters
     */
    public Unscaleoffset(int... data) {
        this.data = data.clone();
    }

    @Override
    public Slice decode(Slice in, int limit) throws IOException {
        if (data.length < PARAMETERS || (data[0] != DECIMAL_REALS && data[0] != INTEGERS)) {
            throw new DamageException("found the filter scaleoffset with " + data.length + " parameters of kind "
                    + (data.length == 0 ? -1 : data[0]) + ", expected 20 of kind 0 or 2");
        }
        int bytes = data[4];
        long size = Integer.toUnsignedLong(data[2]) * bytes;
        if (bytes < 1 || bytes > Long.BYTES || Integer.bitCount(bytes) != 1 || size > limit) {
            throw DamageException.length(size, limit);
        }
        if (data[0] == INTEGERS && data[1] == 8 * bytes) {
            return in;
        }
        if (in.length() < HEADER_BYTES) {
            throw new DamageException("found " + in.length() + " bytes, expected the header of scaleoffset");
        }
        ByteBuffer header =
                ByteBuffer.wrap(in.bytes(), in.offset(), in.length()).order(ByteOrder.LITTLE_ENDIAN);
        int width = header.getInt();
        int leastBytes = Math.min(Long.BYTES, Byte.toUnsignedInt(header.get()));
        long least = 0;
        for (int i = 0; i < leastBytes; i++) {
            least |= (header.get() & 0xffL) << (8 * i);
        }
        if (width < 0 || width > 8 * bytes) {
            throw new DamageException("found numbers of " + width + " bits in " + bytes + " bytes of scaleoffset");
        }
        if (buffer.length < size) {
            buffer = new byte[(int) size];
        }
        Bits bits = new Bits(in.bytes(), in.offset() + HEADER_BYTES, in.offset() + in.length());
        if (width == 8 * bytes) {
            whole(in, (int) size, bytes);
        } else {
            numbers(bits, width, least, (int) size, bytes);
        }
        return new Slice(buffer, 0, (int) size);
    }

    /** Numbers that need all their bits lie as they are, little-endian. */
    private void whole(Slice in, int size, int bytes) throws DamageException {
        if (in.length() - HEADER_BYTES < size) {
            throw DamageException.length((long) in.length() - HEADER_BYTES, size);
        }
        ByteBuffer from = ByteBuffer.wrap(in.bytes(), in.offset() + HEADER_BYTES, size);
        for (int at = 0; at < size; at += bytes) {
            long number = 0;
            for (int i = 0; i < bytes; i++) {
                number |= (from.get() & 0xffL) << (8 * i);
            }
            put(at, bytes, number);
        }
    }

    private void numbers(Bits bits, int width, long least, int size, int bytes) throws DamageException {
        boolean filled = data[7] == 1;
        long none = (1L << width) - 1;
        long fill = Integer.toUnsignedLong(data[FILL_AT]) | ((long) data[FILL_AT + 1] << 32);
        for (int at = 0; at < size; at += bytes) {
            long distance = bits.next(width);
            if (filled && distance == none) {
                put(at, bytes, fill);
            } else if (data[0] == INTEGERS) {
                put(at, bytes, distance + least);
            } else {
                put(at, bytes, real(distance, least, bytes));
            }
        }
    }

    private long real(long distance, long least, int bytes) {
        if (bytes == Float.BYTES) {
            float number = (float) (int) distance / (float) Math.pow(10, data[1]) + Float.intBitsToFloat((int) least);
            return Float.floatToRawIntBits(number);
        }
        return Double.doubleToRawLongBits(distance / Math.pow(10, data[1]) + Double.longBitsToDouble(least));
    }

    private void put(int at, int bytes, long number) {
        boolean little = data[6] == 0;
        for (int i = 0; i < bytes; i++) {
            buffer[at + (little ? i : bytes - 1 - i)] = (byte) (number >>> (8 * i));
        }
    }
}
