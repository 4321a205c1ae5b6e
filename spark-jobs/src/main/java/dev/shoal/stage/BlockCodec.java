package dev.shoal.stage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Turns blocks into bytes for shuffles and scratch files, and back. Columns that stand still or advance evenly take a
 * few bytes, whole numbers that are small one byte each, others eight. The bytes live as long as a job: they are no
 * format.
 */
final class BlockCodec {

    private static final byte EVEN = 0;
    private static final byte PLAIN = 1;
    private static final byte SMALL = 2;

    /** Stands for a missing number among small ones. */
    private static final byte SMALL_MISSING = Byte.MIN_VALUE;

    private BlockCodec() {}

    /** Returns a block as bytes. */
    static byte[] encode(ObservationBlock block) {
        byte[][] files = new byte[block.files().length][];
        Arrays.setAll(files, i -> block.files()[i].getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.allocate(mostBytes(block, files)).order(ByteOrder.LITTLE_ENDIAN);
        int size = block.size();
        bytes.putInt(size);
        put(bytes, block.timeMicros(), size);
        bytes.putInt(files.length);
        for (byte[] file : files) {
            bytes.putInt(file.length).put(file);
        }
        if (files.length > 1) {
            put(bytes, block.file(), size);
        }
        put(bytes, block.index(), size);
        put(bytes, block.chunk(), size);
        bytes.putInt(block.numbers().length);
        for (double[] column : block.numbers()) {
            put(bytes, column, size);
        }
        bytes.putInt(block.flags().length);
        for (int i = 0; i < block.flags().length; i++) {
            bytes.put(block.flags()[i], 0, size);
            put(bytes, block.raised()[i], size);
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static int mostBytes(ObservationBlock block, byte[][] files) {
        long row = 8 + 4 + 8 + 8 + 8L * block.numbers().length + 5L * block.flags().length;
        long fixed = 64 + 17L * (block.numbers().length + block.flags().length + 4);
        for (byte[] file : files) {
            fixed += 4 + file.length;
        }
        return Math.toIntExact(row * block.size() + fixed);
    }

    /** Returns the block that was turned into these bytes. */
    static ObservationBlock decode(byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        int size = bytes.getInt();
        long[] time = longs(bytes, size);
        String[] files = new String[bytes.getInt()];
        for (int i = 0; i < files.length; i++) {
            byte[] name = new byte[bytes.getInt()];
            bytes.get(name);
            files[i] = new String(name, StandardCharsets.UTF_8);
        }
        int[] file = files.length > 1 ? ints(bytes, size) : new int[0];
        long[] index = longs(bytes, size);
        long[] chunk = longs(bytes, size);
        double[][] numbers = new double[bytes.getInt()][];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = doubles(bytes, size);
        }
        byte[][] flags = new byte[bytes.getInt()][size];
        int[][] raised = new int[flags.length][];
        for (int i = 0; i < flags.length; i++) {
            bytes.get(flags[i]);
            raised[i] = ints(bytes, size);
        }
        return new ObservationBlock(size, time, numbers, files, file, index, chunk, flags, raised);
    }

    /** Returns the times of a block and nothing else of it. */
    static long[] times(byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        return longs(bytes, bytes.getInt());
    }

    private static void put(ByteBuffer bytes, long[] column, int size) {
        long step = size > 1 ? column[1] - column[0] : 0;
        if (isEven(column, size, step)) {
            bytes.put(EVEN).putLong(column[0]).putLong(step);
        } else {
            bytes.put(PLAIN).asLongBuffer().put(column, 0, size);
            bytes.position(bytes.position() + size * Long.BYTES);
        }
    }

    private static boolean isEven(long[] column, int size, long step) {
        for (int i = 1; i < size; i++) {
            if (column[i] - column[i - 1] != step) {
                return false;
            }
        }
        return true;
    }

    private static long[] longs(ByteBuffer bytes, int size) {
        long[] column = new long[size];
        if (bytes.get() == EVEN) {
            long first = bytes.getLong();
            long step = bytes.getLong();
            for (int i = 0; i < size; i++) {
                column[i] = first + i * step;
            }
        } else {
            bytes.asLongBuffer().get(column);
            bytes.position(bytes.position() + size * Long.BYTES);
        }
        return column;
    }

    private static void put(ByteBuffer bytes, int[] column, int size) {
        boolean even = true;
        for (int i = 1; i < size && even; i++) {
            even = column[i] == column[0];
        }
        if (even) {
            bytes.put(EVEN).putInt(column[0]);
        } else {
            bytes.put(PLAIN).asIntBuffer().put(column, 0, size);
            bytes.position(bytes.position() + size * Integer.BYTES);
        }
    }

    private static int[] ints(ByteBuffer bytes, int size) {
        int[] column = new int[size];
        if (bytes.get() == EVEN) {
            Arrays.fill(column, bytes.getInt());
        } else {
            bytes.asIntBuffer().get(column);
            bytes.position(bytes.position() + size * Integer.BYTES);
        }
        return column;
    }

    private static void put(ByteBuffer bytes, double[] column, int size) {
        long first = Double.doubleToRawLongBits(column[0]);
        int still = 1;
        while (still < size && Double.doubleToRawLongBits(column[still]) == first) {
            still++;
        }
        if (still == size) {
            bytes.put(EVEN).putDouble(column[0]);
            return;
        }
        int start = bytes.position();
        bytes.put(SMALL);
        for (int i = 0; i < size; i++) {
            byte small = (byte) column[i];
            boolean missing = Double.isNaN(column[i]);
            if (!missing && (small == SMALL_MISSING || !isSame(small, column[i]))) {
                bytes.position(start);
                bytes.put(PLAIN).asDoubleBuffer().put(column, 0, size);
                bytes.position(bytes.position() + size * Double.BYTES);
                return;
            }
            bytes.put(missing ? SMALL_MISSING : small);
        }
    }

    private static boolean isSame(byte small, double number) {
        return Double.doubleToRawLongBits(small) == Double.doubleToRawLongBits(number);
    }

    private static double[] doubles(ByteBuffer bytes, int size) {
        double[] column = new double[size];
        byte form = bytes.get();
        if (form == EVEN) {
            Arrays.fill(column, bytes.getDouble());
        } else if (form == SMALL) {
            for (int i = 0; i < size; i++) {
                byte small = bytes.get();
                column[i] = small == SMALL_MISSING ? Double.NaN : small;
            }
        } else {
            bytes.asDoubleBuffer().get(column);
            bytes.position(bytes.position() + size * Double.BYTES);
        }
        return column;
    }
}
