package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.BoxRows;
import dev.shoal.plan.Window;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * Cells cut out of boxes, as the bytes that go from task to task, and back: eight bytes of the box they come from, then
 * the cells, least byte first. Each cell is copied once on the way in and once on the way out.
 */
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
     * @param spare taken for the piece where it is of its length
     */
    static byte[] cut(long box, ArrayBlock block, Window from, Window piece, byte[] spare) {
        int bytes =
                Math.multiplyExact(Math.toIntExact(piece.size()), block.type().bytes());
        int length = Math.addExact(Long.BYTES, bytes);
        ByteBuffer buffer = ByteBuffer.wrap(spare.length == length ? spare : new byte[length])
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(box);
        new BoxRows(from, piece, piece).each(writing(block.values(), buffer));
        return buffer.array();
    }

    /** Rows of cells into what is left of a buffer. */
    private static BoxRows.Row writing(Object values, ByteBuffer buffer) {
        if (values instanceof short[] shorts) {
            ShortBuffer out = buffer.asShortBuffer();
            return (from, to, count) -> out.put(to, shorts, from, count);
        } else if (values instanceof int[] ints) {
            IntBuffer out = buffer.asIntBuffer();
            return (from, to, count) -> out.put(to, ints, from, count);
        } else if (values instanceof long[] longs) {
            LongBuffer out = buffer.asLongBuffer();
            return (from, to, count) -> out.put(to, longs, from, count);
        } else if (values instanceof float[] floats) {
            FloatBuffer out = buffer.asFloatBuffer();
            return (from, to, count) -> out.put(to, floats, from, count);
        } else if (values instanceof double[] doubles) {
            DoubleBuffer out = buffer.asDoubleBuffer();
            return (from, to, count) -> out.put(to, doubles, from, count);
        }
        ByteBuffer out = buffer.slice();
        return (from, to, count) -> out.put(to, (byte[]) values, from, count);
    }

    /** Returns the place of the box that a piece was cut from. */
    static long box(byte[] piece) {
        return ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /**
     * Copies cells of a piece into a box.
     *
     * @param from box of the piece
     * @param target an array of the cells of {@code to}
     */
    static void paste(byte[] piece, Window from, Object target, Window to, Window cells) {
        ByteBuffer buffer =
                ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN).position(Long.BYTES);
        new BoxRows(from, to, cells).each(reading(buffer, target));
    }

    private static BoxRows.Row reading(ByteBuffer buffer, Object target) {
        if (target instanceof short[] shorts) {
            ShortBuffer in = buffer.asShortBuffer();
            return (from, to, count) -> in.get(from, shorts, to, count);
        } else if (target instanceof int[] ints) {
            IntBuffer in = buffer.asIntBuffer();
            return (from, to, count) -> in.get(from, ints, to, count);
        } else if (target instanceof long[] longs) {
            LongBuffer in = buffer.asLongBuffer();
            return (from, to, count) -> in.get(from, longs, to, count);
        } else if (target instanceof float[] floats) {
            FloatBuffer in = buffer.asFloatBuffer();
            return (from, to, count) -> in.get(from, floats, to, count);
        } else if (target instanceof double[] doubles) {
            DoubleBuffer in = buffer.asDoubleBuffer();
            return (from, to, count) -> in.get(from, doubles, to, count);
        }
        ByteBuffer in = buffer.slice();
        return (from, to, count) -> in.get(from, (byte[]) target, to, count);
    }
}
