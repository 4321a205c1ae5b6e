package dev.shoal.codec;

import java.io.IOException;

/**
 * Undoes HDF5's n-bit filter, which keeps of each number only its significant bits, one number behind the other without
 * gaps: "HDF5 User's Guide", section "N-bit filter". The filter's parameters are the element's type: a number, an
 * array, a compound, or bytes kept whole.
 */
public final class Unnbit implements ChunkDecoder {

    private static final int NUMBER = 1;
    private static final int ARRAY = 2;
    private static final int COMPOUND = 3;
    private static final int WHOLE = 4;
    private static final int TYPE_AT = 3;
    private static final int DEEPEST = 32;

    private final int[] data;
    private byte[] buffer = new byte[0];

    /**
     * Makes it.
     *
     * @param data the filter's parameters
     */
    public Unnbit(int... data) {
        this.data = data.clone();
    }

    @Override
    public Slice decode(Slice in, int limit) throws IOException {
        try {
            if (data[1] != 0) {
                return in;
            }
            long elementBytes = Integer.toUnsignedLong(data[TYPE_AT + 1]);
            long size = Integer.toUnsignedLong(data[2]) * elementBytes;
            if (size > limit || elementBytes == 0) {
                throw DamageException.length(size, limit);
            }
            buffer = new byte[(int) size];
            Bits bits = new Bits(in.bytes(), in.offset(), in.offset() + in.length());
            for (int at = 0; at < size; at += (int) elementBytes) {
                element(bits, TYPE_AT, at, 0);
            }
            return new Slice(buffer, 0, buffer.length);
        } catch (IndexOutOfBoundsException damage) {
            throw new DamageException("found parameters of the filter nbit that do not fit together", damage);
        }
    }

    /** Decodes what one part of the parameters describes and returns where the next part begins. */
    private int element(Bits bits, int type, int at, int depth) throws DamageException {
        if (depth > DEEPEST) {
            throw new DamageException("found a type of more than " + DEEPEST + " parts inside each other");
        }
        int bytes = data[type + 1];
        switch (data[type]) {
            case NUMBER -> {
                number(bits, type, at, bytes);
                return type + 5;
            }
            case ARRAY -> {
                int next = type + 2;
                int part = data[type + 3];
                for (int done = 0; done < bytes; done += Math.max(1, part)) {
                    next = element(bits, type + 2, at + done, depth + 1);
                }
                return next;
            }
            case COMPOUND -> {
                int next = type + 3;
                for (int member = 0; member < data[type + 2]; member++) {
                    next = element(bits, next + 1, at + data[next], depth + 1);
                }
                return next;
            }
            case WHOLE -> {
                for (int i = 0; i < bytes; i++) {
                    buffer[at + i] = (byte) bits.next(8);
                }
                return type + 2;
            }
            default -> throw new DamageException("found a type of class " + data[type] + " in the filter nbit");
        }
    }

    private void number(Bits bits, int type, int at, int bytes) throws DamageException {
        boolean little = data[type + 2] == 0;
        int precision = data[type + 3];
        int offset = data[type + 4];
        if (precision < 1 || offset < 0 || bytes < 1 || bytes > Long.BYTES || offset + precision > 8 * bytes) {
            throw new DamageException("found a number of " + precision + " bits in " + bytes
                    + " bytes in the filter nbit, expected up to 64 bits");
        }
        long number = bits.next(precision) << offset;
        for (int i = 0; i < bytes; i++) {
            buffer[at + (little ? i : bytes - 1 - i)] = (byte) (number >>> (8 * i));
        }
    }
}
