package dev.shoal.netcdf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts, sequences and references out of their stored bytes; remembers the heaps of the file that were used last. */
final class Hdf5Texts {

    private static final int HEAPS = 64;

    private final Hdf5Bytes storage;
    private final Map<Long, Hdf5GlobalHeap> heaps = new LinkedHashMap<>(HEAPS * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Hdf5GlobalHeap> eldest) {
            return size() > HEAPS;
        }
    };

    Hdf5Texts(Hdf5Bytes storage) {
        this.storage = storage;
    }

    /** Returns the texts that begin at some places, of a type that is a text. */
    String[] texts(byte[] stored, Hdf5Type type, int[] places) {
        String[] texts = new String[places.length];
        Budget budget = new Budget();
        for (int i = 0; i < texts.length; i++) {
            if (type.text() != Hdf5Type.Text.HEAP) {
                texts[i] = fixed(stored, places[i], type.bytes(), type.text());
            } else if (i > 0 && same(stored, places[i - 1], places[i], type.bytes())) {
                texts[i] = texts[i - 1];
            } else {
                byte[] text = heapBytes(stored, places[i], 1);
                budget.take(text.length);
                texts[i] = fixed(text, 0, text.length, Hdf5Type.Text.ZEROS);
            }
        }
        return texts;
    }

    /** Returns the sequences whose references begin at some places, each a new array but for equal neighbours. */
    Object[] sequences(byte[] stored, Hdf5Type type, int[] places) {
        Object[] sequences = new Object[places.length];
        Hdf5Type element = type.element();
        Budget budget = new Budget();
        for (int i = 0; i < sequences.length; i++) {
            if (i > 0 && same(stored, places[i - 1], places[i], type.bytes())) {
                sequences[i] = sequences[i - 1];
            } else {
                byte[] bytes = heapBytes(stored, places[i], type.baseBytes());
                budget.take(bytes.length);
                int[] starts = new int[bytes.length / type.baseBytes()];
                Arrays.setAll(starts, k -> k * type.baseBytes());
                sequences[i] = element.numbers(bytes, starts);
            }
        }
        return sequences;
    }

    private static boolean same(byte[] stored, int one, int other, int bytes) {
        return Arrays.equals(stored, one, one + bytes, stored, other, other + bytes);
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

    /**
     * Returns what a reference into the heap points at.
     *
     * @param offset of the reference: length, address and index
     * @param elementBytes bytes of one element of the sequence
     * @throws DamagedException where the heap holds less than that
     */
    byte[] heapBytes(byte[] stored, int offset, int elementBytes) {
        ByteBuffer reference =
                ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).position(offset);
        long length = Integer.toUnsignedLong(reference.getInt()) * elementBytes;
        long address = storage.address(reference);
        int index = reference.getInt();
        if (length == 0 || address == 0 || address == Hdf5Bytes.NOWHERE) {
            return new byte[0];
        }
        Hdf5GlobalHeap heap = heaps.get(address);
        if (heap == null) {
            heap = new Hdf5GlobalHeap(storage, address);
            heaps.put(address, heap);
        }
        return heap.read(index, length);
    }

    /** What one read takes out of the heap, which cannot be more than the file holds. */
    private final class Budget {
        private long left = storage.source().length();

        void take(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new DamagedException("texts or lists of more bytes than the file has");
            }
        }
    }
}
