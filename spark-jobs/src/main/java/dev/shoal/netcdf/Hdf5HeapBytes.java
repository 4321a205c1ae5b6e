package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.List;

/**
 * The sequences and texts of any length of a file: "HDF5 File Format Specification", section III.E, "Global Heap". They
 * lie in collections, each read as a whole by those who want one of its objects, so none is large for the sake of small
 * ones.
 */
final class Hdf5HeapBytes {

    private static final int COLLECTION_BYTES = 64 << 10;
    private static final int LEAST_COLLECTION_BYTES = 4096;
    private static final int FRONT_BYTES = 16;

    private final long start;
    private final List<byte[]> done = new ArrayList<>();
    private long doneBytes;
    private Hdf5Words objects = new Hdf5Words();
    private int count;

    /** Begins a heap that will lie from byte {@code start} of the file on. */
    Hdf5HeapBytes(long start) {
        this.start = start;
    }

    /**
     * Adds an object.
     *
     * @param elements of the sequence: its length as its owner counts it
     * @return the owner's element: the length and where the object lies
     */
    byte[] add(int elements, byte[] object) {
        if (count > 0 && objects.size() + object.length > COLLECTION_BYTES) {
            endCollection();
        }
        count++;
        objects.number(count, Short.BYTES)
                .number(1, Short.BYTES)
                .zeros(Integer.BYTES)
                .place(object.length)
                .all(object)
                .align();
        return new Hdf5Words()
                .number(elements, Integer.BYTES)
                .place(start + doneBytes)
                .number(count, Integer.BYTES)
                .toBytes();
    }

    private void endCollection() {
        int needed = FRONT_BYTES + objects.size();
        int length = Math.max(LEAST_COLLECTION_BYTES, needed);
        Hdf5Words collection = new Hdf5Words().text("GCOL").bytes(1, 0, 0, 0).place(length);
        collection.all(objects.toBytes());
        int free = length - collection.size();
        if (free >= FRONT_BYTES) {
            collection.zeros(Long.BYTES).place(free);
        }
        byte[] bytes = collection.zeros(length - collection.size()).toBytes();
        done.add(bytes);
        doneBytes += bytes.length;
        objects = new Hdf5Words();
        count = 0;
    }

    /** Returns the heap, which ends it. */
    byte[] toBytes() {
        if (count > 0) {
            endCollection();
        }
        Hdf5Words heap = new Hdf5Words();
        done.forEach(heap::all);
        return heap.toBytes();
    }
}
