package dev.shoal.regrid;

import java.util.Arrays;

/** A list of numbers that is filled again and again. For one thread. */
final class IntList {
    private int[] values = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(2, size));
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    int at(int position) {
        return values[position];
    }

    /** Takes the number at a position out; the others keep their order. */
    void remove(int position) {
        System.arraycopy(values, position + 1, values, position, size - position - 1);
        size--;
    }

    /** Puts the numbers in rising order, each once. */
    void sortAndDropRepeated() {
        Arrays.sort(values, 0, size);
        int kept = 0;
        for (int k = 0; k < size; k++) {
            if (k == 0 || values[k] != values[k - 1]) {
                values[kept++] = values[k];
            }
        }
        size = kept;
    }
}
