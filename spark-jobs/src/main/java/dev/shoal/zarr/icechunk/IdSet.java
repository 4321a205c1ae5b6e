package dev.shoal.zarr.icechunk;

import java.util.Arrays;

/**
 * Very many ids of objects, by their first eight bytes, in eight bytes each. Two ids may be taken for one: who keeps
 * what is in the set keeps one too many then, never one too few.
 */
final class IdSet {

    private long[] starts = new long[1 << 10];
    private int count;
    private boolean sorted = true;

    void add(ObjectId id) {
        if (count == starts.length) {
            sort();
            starts = count > starts.length / 2 ? Arrays.copyOf(starts, 2 * starts.length) : starts;
        }
        starts[count++] = id.start();
        sorted = false;
    }

    boolean contains(ObjectId id) {
        sort();
        return Arrays.binarySearch(starts, 0, count, id.start()) >= 0;
    }

    /** Sorts, and leaves each out but once. */
    private void sort() {
        if (sorted) {
            return;
        }
        Arrays.sort(starts, 0, count);
        int next = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || starts[i] != starts[i - 1]) {
                starts[next++] = starts[i];
            }
        }
        count = next;
        sorted = true;
    }
}
