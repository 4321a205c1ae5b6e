package dev.shoal.netcdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the words of a netCDF classic header one behind the other; all numbers are big-endian. */
final class ClassicCursor {

    /** Types in the order of their numbers, which begin with 1; those past the sixth are of CDF-5. */
    static final List<ElementType> TYPES = List.of(
            ElementType.BYTE,
            ElementType.CHAR,
            ElementType.SHORT,
            ElementType.INT,
            ElementType.FLOAT,
            ElementType.DOUBLE,
            ElementType.UBYTE,
            ElementType.USHORT,
            ElementType.UINT,
            ElementType.LONG,
            ElementType.ULONG);

    static final int CLASSIC_TYPES = 6;
    private static final int DELETE = 127;
    private static final int FEW = 8;

    private final ByteSource source;
    private final FileFormat format;
    private long position;

    ClassicCursor(ByteSource source, FileFormat format, long position) {
        this.source = source;
        this.format = format;
        this.position = position;
    }

    /** Returns the byte that comes next. */
    long position() {
        return position;
    }

    /** Reads the head of a list; returns how many entries follow. */
    long list(int expectedTag, String what) throws IOException {
        long tag = number(4);
        long count = count();
        if (tag == 0 && count == 0) {
            return 0;
        }
        if (tag != expectedTag) {
            throw damaged("tag " + tag + " where the list of " + what + " begins", String.valueOf(expectedTag));
        }
        source.require(position, count);
        return count;
    }

    /** Reads a name; some writers filled names up with zeros. No name has control characters. */
    String name() throws IOException {
        long begin = position;
        String stored = new String(bytes(count()), StandardCharsets.UTF_8);
        int end = stored.length();
        while (end > 0 && stored.charAt(end - 1) == 0) {
            end--;
        }
        String name = stored.substring(0, end);
        for (int i = 0; i < end; i++) {
            if (name.charAt(i) < ' ' || name.charAt(i) == DELETE) {
                throw damaged("a control character in the name at byte " + begin, "letters, digits and signs");
            }
        }
        return name;
    }

    ElementType type() throws IOException {
        long code = number(4);
        int known = wide() ? TYPES.size() : CLASSIC_TYPES;
        if (code < 1 || code > known) {
            throw damaged("type number " + code, "1 to " + known);
        }
        return TYPES.get((int) code - 1);
    }

    /** Reads the number of a variable's dimensions; their numbers follow. */
    int rank() throws IOException {
        int rank = Math.toIntExact(count());
        source.require(position, rank * 4L);
        return rank;
    }

    /** Reads a number that counts something. */
    long count() throws IOException {
        long count = countOrMark();
        if (count < 0) {
            throw damaged("a count of " + count + " at byte " + position, "none below zero");
        }
        return count;
    }

    /** Reads a number that counts something, or is a mark below zero. */
    long countOrMark() throws IOException {
        return number(wide() ? 8 : 4);
    }

    /** Reads the place of a byte in the file. */
    long offset() throws IOException {
        return number(format == FileFormat.NETCDF3_CLASSIC ? 4 : 8);
    }

    byte[] bytes(long length) throws IOException {
        source.require(position, length);
        byte[] bytes = source.read(position, Math.toIntExact(length));
        position += padded(length);
        return bytes;
    }

    /** Returns at most this many of the bytes that come next, and stays where it is. */
    byte[] peek(long length) throws IOException {
        return source.read(position, (int) Math.min(length, Math.max(0, source.length() - position)));
    }

    private long number(int size) throws IOException {
        byte[] bytes = source.read(position, size);
        position += size;
        return size == 8
                ? ByteBuffer.wrap(bytes).getLong()
                : ByteBuffer.wrap(bytes).getInt();
    }

    private boolean wide() {
        return format == FileFormat.NETCDF5;
    }

    /** Returns a length with the bytes that fill it up to a multiple of four. */
    static long padded(long bytes) {
        return Math.addExact(bytes, 3) & ~3L;
    }

    void requireDistinct(List<String> names, String what) throws IOException {
        if (names.size() <= FEW) { // As the attributes of nearly all variables: compared faster than hashed.
            for (int i = 1; i < names.size(); i++) {
                if (names.subList(0, i).contains(names.get(i))) {
                    throw damaged("two " + what + " of the name " + names.get(i), "one");
                }
            }
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw damaged("two " + what + " of the name " + name, "one");
            }
        }
    }

    UnreadableException damaged(String found, String expected) {
        return new UnreadableException("Cannot read " + source.location() + ": found " + found
                + " in the header, expected " + expected + ". The header is damaged; fetch the file again.");
    }
}
