package dev.shoal.netcdf;

import io.jhdf.GlobalHeap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts and references out of their stored bytes; keeps the parts of the file's heap that were used last. */
final class Hdf5Texts {

    private static final int HEAPS = 64;

    private final Hdf5Bytes storage;
    private final Map<Long, GlobalHeap> heaps = new LinkedHashMap<>(HEAPS * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, GlobalHeap> eldest) {
            return size() > HEAPS;
        }
    };

    Hdf5Texts(Hdf5Bytes storage) {
        this.storage = storage;
    }

    /** Returns {@code count} texts of a type that is a text. */
    String[] texts(byte[] stored, Hdf5Type type, int count) {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = type.text() == Hdf5Type.Text.HEAP
                    ? heapText(stored, i * type.bytes())
                    : fixed(stored, i * type.bytes(), type.bytes(), type.text());
        }
        return texts;
    }

    private static String fixed(byte[] stored, int offset, int length, Hdf5Type.Text text) {
        int end = offset;
        while (end < offset + length && stored[end] != 0) {
            end++;
        }
        while (text == Hdf5Type.Text.SPACES && end > offset && stored[end - 1] == ' ') {
            end--;
        }
        return new String(stored, offset, end - offset, StandardCharsets.UTF_8);
    }

    private String heapText(byte[] stored, int offset) {
        ByteBuffer bytes = heapBytes(stored, offset, 1);
        byte[] text = new byte[bytes.remaining()];
        bytes.get(text);
        return fixed(text, 0, text.length, Hdf5Type.Text.ZEROS);
    }

    /**
     * Returns what a reference into the heap points at.
     *
     * @param offset of the reference: length, address and index
     * @param elementBytes bytes of one element of the sequence
     * @throws DamagedException where the heap holds less than that
     */
    ByteBuffer heapBytes(byte[] stored, int offset, int elementBytes) {
        ByteBuffer reference =
                ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).position(offset);
        int length = Math.multiplyExact(reference.getInt(), elementBytes);
        long address = storage.address(reference);
        int index = reference.getInt();
        if (length == 0 || address == 0) {
            return ByteBuffer.allocate(0);
        }
        ByteBuffer object = heaps.computeIfAbsent(address, at -> new GlobalHeap(storage, at))
                .getObjectData(index)
                .order(ByteOrder.LITTLE_ENDIAN);
        if (length < 0 || length > object.limit()) {
            throw new DamagedException(
                    "a text or list of " + length + " bytes where " + object.limit() + " are stored");
        }
        return object.limit(length);
    }

    /** Returns the address that a reference to an object holds. */
    long address(ByteBuffer reference) {
        return storage.address(reference);
    }
}
