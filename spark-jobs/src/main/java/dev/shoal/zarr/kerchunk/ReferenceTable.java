package dev.shoal.zarr.kerchunk;

import dev.shoal.zarr.virtual.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * References by their keys, in arrays of primitives: some 40 bytes for each beside its key, so that a file of hundreds
 * of megabytes takes no more memory than it has bytes.
 */
final class ReferenceTable {

    /** Stands for a key that is not there. */
    static final int ABSENT = -1;

    /** In place of a file: the bytes lie in the table itself. */
    static final int INLINE = -1;

    /** In place of a length: the whole file. */
    static final int WHOLE = -1;

    private static final int MOST_KEY_BYTES = 0xffff;
    private static final int MOST_KEYS = 1 << 28;

    private final Bytes keys = new Bytes();
    private final Bytes inline = new Bytes();
    private final List<String> files = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final NavigableSet<String> documents = new TreeSet<>();
    private final Map<String, SourceFile> sources = new HashMap<>();
    private int[] keyStarts = new int[1024];
    private int[] fileNumbers = new int[1024];
    private long[] starts = new long[1024];
    private int[] lengths = new int[1024];
    private int[] slots = filled(4096);
    private int size;

    /** A stretch of bytes that grows, of at most 2^31 - 16. */
    private static final class Bytes {
        private byte[] bytes = new byte[1 << 16];
        private int length;

        int add(byte[] more) {
            long needed = (long) length + more.length;
            if (needed > Integer.MAX_VALUE - 15L) {
                throw new IllegalArgumentException(
                        "more than 2^31 bytes of keys or of inline data, expected fewer; split" + " the references");
            }
            if (needed > bytes.length) {
                bytes = Arrays.copyOf(
                        bytes, (int) Math.min(Integer.MAX_VALUE - 15L, Math.max(needed, bytes.length * 3L / 2)));
            }
            System.arraycopy(more, 0, bytes, length, more.length);
            length += more.length;
            return length - more.length;
        }
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, ABSENT);
        return slots;
    }

    /** Adds bytes under a key, in place of what was there. */
    void add(String key, byte[] bytes) {
        put(key, INLINE, inline.add(bytes), bytes.length);
    }

    /**
     * Adds a part of a file under a key, in place of what was there.
     *
     * @param length in bytes, or {@link #WHOLE}
     */
    void add(String key, String file, long start, int length) {
        Integer number = numbers.get(file);
        if (number == null) {
            number = files.size();
            numbers.put(file, number);
            files.add(file);
        }
        put(key, number, start, length);
    }

    private void put(String key, int file, long start, int length) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        if (name.length > MOST_KEY_BYTES || size == MOST_KEYS) {
            throw new IllegalArgumentException("more than " + MOST_KEYS + " keys, or one of more than " + MOST_KEY_BYTES
                    + " bytes, expected fewer; split the references");
        }
        int slot = slot(name);
        int entry = slots[slot];
        if (entry == ABSENT) {
            entry = size++;
            grow();
            keyStarts[entry] = keys.add(new byte[] {(byte) (name.length >>> 8), (byte) name.length});
            keys.add(name);
            slots[slot(name)] = entry;
        }
        fileNumbers[entry] = file;
        starts[entry] = start;
        lengths[entry] = length;
        String last = key.substring(key.lastIndexOf('/') + 1);
        if (last.startsWith(".z") || last.equals("zarr.json")) {
            documents.add(key);
        }
    }

    private void grow() {
        if (size > keyStarts.length) {
            int length = keyStarts.length * 2;
            keyStarts = Arrays.copyOf(keyStarts, length);
            fileNumbers = Arrays.copyOf(fileNumbers, length);
            starts = Arrays.copyOf(starts, length);
            lengths = Arrays.copyOf(lengths, length);
        }
        if (size * 2L > slots.length) {
            slots = filled(slots.length * 2);
            for (int entry = 0; entry < size - 1; entry++) {
                slots[slot(name(entry))] = entry;
            }
        }
    }

    private byte[] name(int entry) {
        int at = keyStarts[entry];
        return Arrays.copyOfRange(keys.bytes, at + 2, at + 2 + nameLength(at));
    }

    private int nameLength(int at) {
        return (keys.bytes[at] & 0xff) << 8 | (keys.bytes[at + 1] & 0xff);
    }

    /** Returns where a key stands among the slots, or the free slot where it would. */
    private int slot(byte[] name) {
        int hash = Arrays.hashCode(name) * 0x9e3779b9;
        int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
        while (slots[slot] != ABSENT && !isNamed(slots[slot], name)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isNamed(int entry, byte[] name) {
        int at = keyStarts[entry];
        return nameLength(at) == name.length
                && Arrays.equals(keys.bytes, at + 2, at + 2 + name.length, name, 0, name.length);
    }

    /** Returns the number of an entry, or {@link #ABSENT}. */
    int find(String key) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        return slots[slot(name)];
    }

    /** Returns the number of the file that an entry leads to, or {@link #INLINE}. */
    int file(int entry) {
        return fileNumbers[entry];
    }

    /** Returns the first byte of an entry in its file. */
    long start(int entry) {
        return starts[entry];
    }

    /** Returns the bytes of an entry, or {@link #WHOLE}. */
    int length(int entry) {
        return lengths[entry];
    }

    /** Returns the bytes of an entry that lie in the table. */
    byte[] inline(int entry) {
        int start = (int) starts[entry];
        return Arrays.copyOfRange(inline.bytes, start, start + lengths[entry]);
    }

    /** Returns the files by their numbers; to be changed where they are templates. */
    List<String> files() {
        return files;
    }

    /** Returns the states in which files were when the references were made, by their names, as far as is known. */
    Map<String, SourceFile> sources() {
        return sources;
    }

    /** Returns the keys of all Zarr documents. */
    NavigableSet<String> documents() {
        return documents;
    }

    /** Returns how many keys there are. */
    int size() {
        return size;
    }

    /** Returns the bytes that the arrays take. */
    long memoryBytes() {
        long entries = keyStarts.length * (long) (3 * Integer.BYTES + Long.BYTES) + slots.length * (long) Integer.BYTES;
        return entries + keys.bytes.length + inline.bytes.length;
    }
}
