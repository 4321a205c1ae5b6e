package dev.shoal.qc.neighbour;

import java.util.Arrays;

/**
 * Numbers the cells of space that hold something, and finds them again: a table with open places, filled by half at
 * most.
 *
 * <p>Cells are told apart by 64 mixed bits. Should two ever share them they are one cell, which holds more than it
 * need.
 */
final class CellTable {

    private static final int NONE = -1;

    private final double length;
    private final long[] keys;
    private final int[] numbers;
    private int size;

    CellTable(double length, int most) {
        int capacity = Integer.highestOneBit(Math.max(1, most)) << 2;
        this.length = length;
        this.keys = new long[capacity];
        this.numbers = new int[capacity];
        Arrays.fill(numbers, NONE);
    }

    /** Returns how many cells have a number. */
    int size() {
        return size;
    }

    /** Returns the number of the cell of a place, which gets the next where it has none. */
    int put(double x, double y, double z) {
        long key = key(cell(x), cell(y), cell(z));
        int slot = slot(key);
        if (numbers[slot] == NONE) {
            keys[slot] = key;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    /**
     * Finds the cells that touch the cell of a place, and that itself.
     *
     * @param found overwritten with their numbers, at least 27 long
     * @return how many hold something
     */
    int around(double x, double y, double z, int[] found) {
        int count = 0;
        for (int turn = 0; turn < 27; turn++) {
            long key = key(cell(x) + turn % 3 - 1, cell(y) + turn / 3 % 3 - 1, cell(z) + turn / 9 - 1);
            int number = numbers[slot(key)];
            if (number != NONE) {
                found[count++] = number;
            }
        }
        return count;
    }

    private long cell(double coordinate) {
        return (long) Math.floor(coordinate / length);
    }

    private int slot(long key) {
        int slot = (int) key & (keys.length - 1);
        while (numbers[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** Mixes three numbers as SplitMix64 mixes one (Steele, Lea and Flood 2014). */
    private static long key(long x, long y, long z) {
        return mixed(mixed(mixed(x) + y) + z);
    }

    private static long mixed(long number) {
        long bits = number + 0x9E3779B97F4A7C15L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
