package dev.shoal.netcdf;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the objects of one collection of HDF5's global heap lie: "HDF5 File Format Specification", section III.E. The
 * objects themselves stay in the file.
 */
final class Hdf5GlobalHeap {

    private static final int SIGNATURE = 0x4c4f4347;
    private static final int OBJECT_BYTES = 8;

    private record Place(long address, long bytes) {}

    private final Map<Integer, Place> places = new HashMap<>();
    private final Hdf5Bytes storage;
    private final long address;

    /**
     * Reads the list of a collection.
     *
     * @throws DamagedException where there is none
     */
    Hdf5GlobalHeap(Hdf5Bytes storage, long address) {
        this.storage = storage;
        this.address = address;
        ByteBuffer front = storage.read(address, 8L + storage.lengthBytes());
        if (front.getInt() != SIGNATURE || front.get() != 1) {
            throw new DamagedException("no heap of texts and sequences at byte " + address);
        }
        front.position(8);
        long end = address + storage.length(front);
        long at = address + 8 + storage.lengthBytes();
        int headBytes = OBJECT_BYTES + storage.lengthBytes();
        while (at + headBytes <= end) {
            ByteBuffer head = storage.read(at, headBytes);
            int index = Short.toUnsignedInt(head.getShort());
            head.position(OBJECT_BYTES);
            long bytes = storage.length(head);
            if (index == 0) {
                return;
            }
            if (bytes < 0 || bytes > end - at - headBytes) {
                throw new DamagedException("a text or list of " + bytes + " bytes in a heap that ends at byte " + end);
            }
            places.put(index, new Place(at + headBytes, bytes));
            at += headBytes + (bytes + 7) / 8 * 8;
        }
    }

    /**
     * Returns the first bytes of an object.
     *
     * @throws DamagedException where it does not hold as many
     */
    byte[] read(int index, long length) {
        Place place = places.get(index);
        if (place == null) {
            throw new DamagedException("no text or list of number " + index + " in the heap at byte " + address);
        }
        if (length > place.bytes()) {
            throw new DamagedException("a text or list of " + length + " bytes where " + place.bytes() + " are stored");
        }
        return storage.bytes(place.address(), length);
    }
}
