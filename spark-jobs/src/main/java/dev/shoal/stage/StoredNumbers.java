package dev.shoal.stage;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.ZarrArray;
import java.lang.reflect.Array;

/** Values between how a task holds them, as floats or doubles with NaN for missing, and how an array stores them. */
final class StoredNumbers {

    private StoredNumbers() {}

    /** Returns the type that holds the values of an array: FLOAT for integers of up to 16 bits, too. */
    static ElementType held(ElementType stored) {
        boolean narrow = stored == ElementType.FLOAT || stored.bytes() <= Short.BYTES;
        return narrow ? ElementType.FLOAT : ElementType.DOUBLE;
    }

    /** Tells whether values are stored as they are held. */
    static boolean sameAsHeld(ElementType stored) {
        return stored == ElementType.FLOAT || stored == ElementType.DOUBLE;
    }

    /**
     * Returns values as an array stores them: the nearest integers, and the fill value for NaN.
     *
     * @param held {@code float[]} or {@code double[]}
     */
    static Object stored(ZarrArray array, Object held) {
        if (sameAsHeld(array.type())) {
            return held;
        }
        int size = Array.getLength(held);
        Object stored = array.fill().elements(array.type(), size);
        for (int i = 0; i < size; i++) {
            double value = Array.getDouble(held, i);
            if (!Double.isNaN(value)) {
                put(stored, i, Math.round(value));
            }
        }
        return stored;
    }

    private static void put(Object stored, int index, long value) {
        if (stored instanceof byte[] bytes) {
            bytes[index] = (byte) value;
        } else if (stored instanceof short[] shorts) {
            shorts[index] = (short) value;
        } else if (stored instanceof int[] ints) {
            ints[index] = (int) value;
        } else {
            ((long[]) stored)[index] = value;
        }
    }

    /** Copies what an array stores to the beginning of the values that a task holds. */
    static void hold(ZarrArray array, ArrayBlock stored, Object held) {
        if (sameAsHeld(array.type())) {
            System.arraycopy(stored.values(), 0, held, 0, stored.size());
            return;
        }
        double[] values = stored.toDoubles();
        double fill = array.fill().number().map(Number::doubleValue).orElse(Double.NaN);
        for (int i = 0; i < values.length; i++) {
            double value = values[i] == fill ? Double.NaN : values[i];
            if (held instanceof float[] floats) {
                floats[i] = (float) value;
            } else {
                ((double[]) held)[i] = value;
            }
        }
    }
}
