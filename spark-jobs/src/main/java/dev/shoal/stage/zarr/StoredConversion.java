package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import java.util.Arrays;
import java.util.List;

/**
 * Makes stored numbers those of a type that holds all of them, with another number for what is missing.
 *
 * @param to type of the numbers that come out
 * @param missing what is missing in the file: one number, or none
 * @param fill what is missing in the array: one number, or none
 * @param what names file and variable, for messages
 */
record StoredConversion(ElementType to, List<Number> missing, List<Number> fill, String what) {

    private static final long MOST_EXACT = 1L << 53;

    /**
     * Returns an array of primitives of the type.
     *
     * @throws UnreadableException where a value is one that the array takes for missing, or that its type cannot hold
     */
    Object convert(ArrayBlock block) throws UnreadableException {
        boolean sameFill = fill.isEmpty() || (!missing.isEmpty() && same(missing.get(0), fill.get(0)));
        if (block.type() == to && sameFill) {
            return block.values();
        }
        return isReal(to) ? reals(block) : whole(block);
    }

    private static boolean same(Number one, Number other) {
        return Double.compare(one.doubleValue(), other.doubleValue()) == 0 && one.longValue() == other.longValue();
    }

    private static boolean isReal(ElementType type) {
        return type == ElementType.FLOAT || type == ElementType.DOUBLE;
    }

    private Object reals(ArrayBlock block) throws UnreadableException {
        double none = missing.isEmpty() ? Double.NaN : number(missing.get(0), block.type());
        double gap = fill.isEmpty() ? Double.NaN : number(fill.get(0), to);
        double[] values = block.toDoubles();
        boolean wide = block.type() == ElementType.LONG || block.type() == ElementType.ULONG;
        for (int i = 0; i < values.length; i++) {
            if (!missing.isEmpty() && Double.compare(values[i], none) == 0) {
                values[i] = gap;
            } else if (values[i] == gap) {
                throw taken(String.valueOf(values[i]));
            } else if (wide && Math.abs(values[i]) > MOST_EXACT) {
                throw unfit(values[i]);
            }
        }
        if (to == ElementType.DOUBLE) {
            return values;
        }
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }

    /** A fill value said as a double is met as the float that it becomes. */
    private static double number(Number said, ElementType type) {
        return type == ElementType.FLOAT ? said.floatValue() : said.doubleValue();
    }

    private Object whole(ArrayBlock block) throws UnreadableException {
        long[] values = numbers(block);
        for (int i = 0; i < values.length; i++) {
            if (!missing.isEmpty() && values[i] == missing.get(0).longValue()) {
                values[i] = fill.isEmpty() ? values[i] : fill.get(0).longValue();
            } else if (!fill.isEmpty() && values[i] == fill.get(0).longValue()) {
                throw taken(String.valueOf(values[i]));
            }
        }
        return narrowed(values);
    }

    private static long[] numbers(ArrayBlock block) {
        return block.values() instanceof long[] longs
                ? longs.clone()
                : Arrays.stream(block.toDoubles())
                        .mapToLong(value -> (long) value)
                        .toArray();
    }

    private Object narrowed(long[] values) {
        switch (to) {
            case BYTE, UBYTE, CHAR -> {
                byte[] out = new byte[values.length];
                for (int i = 0; i < out.length; i++) {
                    out[i] = (byte) values[i];
                }
                return out;
            }
            case SHORT, USHORT -> {
                short[] out = new short[values.length];
                for (int i = 0; i < out.length; i++) {
                    out[i] = (short) values[i];
                }
                return out;
            }
            case INT, UINT -> {
                int[] out = new int[values.length];
                for (int i = 0; i < out.length; i++) {
                    out[i] = (int) values[i];
                }
                return out;
            }
            default -> {
                return values;
            }
        }
    }

    private UnreadableException taken(String value) {
        return new UnreadableException("Cannot copy " + what + ": found the value " + value
                + ", which the other files take for missing, expected none such. Leave the file or the variable out.");
    }

    private UnreadableException unfit(double value) {
        return new UnreadableException("Cannot copy " + what + ": found about " + value + ", expected at most 2^53 in"
                + " elements of type " + to + ". Leave the file or the variable out.");
    }
}
