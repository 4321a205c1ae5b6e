package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.List;

/** Numbers out of their stored bytes, as attributes hold them. */
final class Hdf5Values {

    private Hdf5Values() {}

    /** Returns {@code count} numbers that lie one behind the other. */
    static List<Number> numbers(Hdf5Type type, byte[] stored, int count) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = i * type.bytes();
        }
        return numbers(type, stored, places);
    }

    /** Returns the numbers that begin at some places. */
    static List<Number> numbers(Hdf5Type type, byte[] stored, int[] places) {
        List<Number> numbers = new ArrayList<>(places.length);
        for (int place : places) {
            numbers.add(type.number(stored, place));
        }
        return numbers;
    }
}
