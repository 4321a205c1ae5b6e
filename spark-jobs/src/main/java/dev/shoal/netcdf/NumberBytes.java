package dev.shoal.netcdf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as elements of a file. */
final class NumberBytes {

    private NumberBytes() {}

    /**
     * Returns the bytes of one number.
     *
     * @param type a numeric one
     * @param number unsigned ones widened
     */
    static byte[] of(ElementType type, Number number, ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.allocate(type.bytes()).order(order);
        switch (type) {
            case FLOAT -> bytes.putFloat(number.floatValue());
            case DOUBLE -> bytes.putDouble(number.doubleValue());
            case SHORT, USHORT -> bytes.putShort((short) number.longValue());
            case INT, UINT -> bytes.putInt((int) number.longValue());
            case LONG, ULONG -> bytes.putLong(number.longValue());
            default -> bytes.put((byte) number.longValue());
        }
        return bytes.array();
    }
}
