package dev.shoal.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;
import java.lang.reflect.Array;
import java.util.Arrays;

/** Turns arrays of elements into bytes. */
final class ElementBytes {

    private ElementBytes() {}

    /** Returns a new array of zeros or empty texts for elements of a type. */
    static Object allocate(ElementType type, int size) {
        if (type == ElementType.STRING) {
            String[] texts = new String[size];
            Arrays.fill(texts, "");
            return texts;
        }
        return Array.newInstance(component(type), size);
    }

    private static Class<?> component(ElementType type) {
        return switch (type) {
            case BYTE, UBYTE, CHAR -> byte.class;
            case SHORT, USHORT -> short.class;
            case INT, UINT -> int.class;
            case LONG, ULONG -> long.class;
            case FLOAT -> float.class;
            case DOUBLE -> double.class;
            case STRING -> String.class;
            default -> throw new IllegalArgumentException("Cannot hold elements of " + type + " in an array.");
        };
    }

    /** Tells whether {@code values} is an array as elements of this type are held in. */
    static boolean holds(ElementType type, Object values) {
        return values.getClass().getComponentType() == component(type);
    }

    /**
     * Returns the bytes of elements.
     *
     * @param values an array as {@link ArrayBlock} holds them; not changed, but returned where it holds bytes
     * @throws IllegalArgumentException where the type cannot hold an element
     */
    static byte[] encode(DataType type, Object values) {
        return type.encode(values);
    }

    /** Tells whether all elements are equal, as NaN is to NaN; most often the first few say no. */
    private static boolean isOneElement(Object values) {
        int length = Array.getLength(values);
        if (values instanceof byte[] bytes) {
            return Arrays.equals(bytes, 0, length - 1, bytes, 1, length);
        } else if (values instanceof short[] shorts) {
            return Arrays.equals(shorts, 0, length - 1, shorts, 1, length);
        } else if (values instanceof int[] ints) {
            return Arrays.equals(ints, 0, length - 1, ints, 1, length);
        } else if (values instanceof long[] longs) {
            return Arrays.equals(longs, 0, length - 1, longs, 1, length);
        } else if (values instanceof float[] floats) {
            return Arrays.equals(floats, 0, length - 1, floats, 1, length);
        } else if (values instanceof String[] texts) {
            return Arrays.equals(texts, 0, length - 1, texts, 1, length);
        }
        return Arrays.equals((double[]) values, 0, length - 1, (double[]) values, 1, length);
    }

    /** Returns an array that holds one number everywhere. */
    static Object filled(ElementType type, int size, FillValue fill) {
        Object values = allocate(type, size);
        fill.number().ifPresent(number -> fill(values, number));
        return values;
    }

    private static void fill(Object values, Number number) {
        if (values instanceof byte[] bytes) {
            Arrays.fill(bytes, number.byteValue());
        } else if (values instanceof short[] shorts) {
            Arrays.fill(shorts, number.shortValue());
        } else if (values instanceof int[] ints) {
            Arrays.fill(ints, number.intValue());
        } else if (values instanceof long[] longs) {
            Arrays.fill(longs, number.longValue());
        } else if (values instanceof float[] floats) {
            Arrays.fill(floats, number.floatValue());
        } else {
            Arrays.fill((double[]) values, number.doubleValue());
        }
    }

    /** Tells whether every element has the bits of the fill value; never where there is none. */
    static boolean isFill(DataType type, FillValue fill, Object values) {
        if (fill.number().isEmpty() || !isOneElement(values)) {
            return false;
        }
        byte[] bytes = encode(type, values);
        byte[] one = encode(type, filled(type.element(), 1, fill));
        int rest = bytes.length - one.length;
        return Arrays.equals(bytes, 0, one.length, one, 0, one.length)
                && Arrays.equals(bytes, 0, rest, bytes, one.length, bytes.length);
    }
}
