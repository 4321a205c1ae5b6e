package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.BoxRows;
import dev.shoal.plan.Window;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Cells cut out of boxes, as the bytes that go from task to task, and back. */
final class RechunkPieces {

    private RechunkPieces() {}

    /** Returns a new array of noughts. */
    static Object allocate(ElementType type, int size) {
        return switch (type) {
            case BYTE, UBYTE, CHAR -> new byte[size];
            case SHORT, USHORT -> new short[size];
            case INT, UINT -> new int[size];
            case LONG, ULONG -> new long[size];
            case FLOAT -> new float[size];
            case DOUBLE -> new double[size];
            default -> throw new IllegalArgumentException("Cannot hold elements of " + type + " in an array.");
        };
    }

    /** Copies cells from one box to another. */
    static void copy(Object values, Window from, Object target, Window to, Window cells) {
        new BoxRows(from, to, cells).each((source, place, count) -> {
            System.arraycopy(values, source, target, place, count);
        });
    }

    /**
     * Cuts a piece.
     *
     * @param box from whose place among its grid the receiver knows the piece
     * @param block the cells of {@code from}
     * @return eight bytes of {@code box}, then the cells, least byte first
     */
    static byte[] cut(long box, ArrayBlock block, Window from, Window piece) {
        Object cells = block.values();
        if (!piece.equals(from)) {
            cells = allocate(block.type(), Math.toIntExact(piece.size()));
            copy(block.values(), from, cells, piece, piece);
        }
        int bytes = Math.multiplyExact((int) piece.size(), block.type().bytes());
        ByteBuffer buffer =
                ByteBuffer.allocate(Math.addExact(Long.BYTES, bytes)).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(box);
        switch (block.type()) {
            case SHORT, USHORT -> buffer.asShortBuffer().put((short[]) cells);
            case INT, UINT -> buffer.asIntBuffer().put((int[]) cells);
            case LONG, ULONG -> buffer.asLongBuffer().put((long[]) cells);
            case FLOAT -> buffer.asFloatBuffer().put((float[]) cells);
            case DOUBLE -> buffer.asDoubleBuffer().put((double[]) cells);
            default -> buffer.put((byte[]) cells);
        }
        return buffer.array();
    }

    /** Returns the place of the box that a piece was cut from. */
    static long box(byte[] piece) {
        return ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /** Returns the cells of a piece, a new array. */
    static Object cells(ElementType type, byte[] piece) {
        ByteBuffer buffer =
                ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN).position(Long.BYTES);
        Object cells = allocate(type, buffer.remaining() / type.bytes());
        switch (type) {
            case SHORT, USHORT -> buffer.asShortBuffer().get((short[]) cells);
            case INT, UINT -> buffer.asIntBuffer().get((int[]) cells);
            case LONG, ULONG -> buffer.asLongBuffer().get((long[]) cells);
            case FLOAT -> buffer.asFloatBuffer().get((float[]) cells);
            case DOUBLE -> buffer.asDoubleBuffer().get((double[]) cells);
            default -> buffer.get((byte[]) cells);
        }
        return cells;
    }
}
