package dev.shoal.zarr.icechunk;

import dev.shoal.codec.DamageException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one table of a flatbuffer, by their slots. Positions that damage moved out of the buffer throw
 * {@link IndexOutOfBoundsException} or {@link DamageException}; no more memory is taken than is allowed.
 *
 * @param buffer the whole flatbuffer, little-endian, not changed
 * @param at position of the table
 * @param allowance of memory, shared by all tables that are reached from one
 */
record Fields(ByteBuffer buffer, int at, Allowance allowance) {

    private static final int BYTES_OF_ELEMENT = 64;

    /** Parses an element of a vector. */
    @FunctionalInterface
    interface Element<T> {

        /** Parses. */
        T parse(Fields fields) throws DamageException;
    }

    /** Returns the root table. */
    static Fields root(ByteBuffer buffer) {
        return new Fields(buffer, buffer.getInt(0), new Allowance(buffer.limit()));
    }

    /** Returns the same table with an allowance of its own, for parts that are parsed one by one and let go. */
    Fields alone() {
        return new Fields(buffer, at, new Allowance(buffer.limit()));
    }

    /** Returns the position of a field, or 0 where it is absent. */
    int position(int slot) {
        int table = at - buffer.getInt(at);
        int entry = 4 + 2 * slot;
        int offset = entry < (buffer.getShort(table) & 0xffff) ? buffer.getShort(table + entry) & 0xffff : 0;
        return offset == 0 ? 0 : at + offset;
    }

    boolean has(int slot) {
        return position(slot) != 0;
    }

    private int required(int slot) throws DamageException {
        int position = position(slot);
        if (position == 0) {
            throw new DamageException("no field " + slot + " in the table at byte " + at);
        }
        return position;
    }

    long int64(int slot) {
        int position = position(slot);
        return position == 0 ? 0 : buffer.getLong(position);
    }

    int int32(int slot) {
        int position = position(slot);
        return position == 0 ? 0 : buffer.getInt(position);
    }

    int int16(int slot) {
        int position = position(slot);
        return position == 0 ? 0 : buffer.getShort(position) & 0xffff;
    }

    int int8(int slot) {
        int position = position(slot);
        return position == 0 ? 0 : buffer.get(position) & 0xff;
    }

    ObjectId id(int slot, int length) throws DamageException {
        return idAt(required(slot), length);
    }

    private ObjectId idAt(int position, int length) {
        byte[] bytes = new byte[length];
        buffer.get(position, bytes);
        return ObjectId.of(bytes);
    }

    Fields table(int slot) throws DamageException {
        return follow(required(slot));
    }

    private Fields follow(int position) {
        return new Fields(buffer, position + buffer.getInt(position), allowance);
    }

    /** Returns the position of a vector's length, having seen that the vector lies in the buffer. */
    private int vector(int slot, int elementBytes) throws DamageException {
        int position = required(slot);
        return vectorAt(position + buffer.getInt(position), elementBytes);
    }

    private int vectorAt(int start, int elementBytes) throws DamageException {
        int length = buffer.getInt(start);
        if (length < 0 || (long) length * elementBytes > buffer.limit() - 4L - start) {
            throw new DamageException("a vector of " + length + " elements at byte " + start);
        }
        return start;
    }

    /** Returns the number of elements of a vector, 0 where it is absent. */
    int count(int slot, int elementBytes) throws DamageException {
        return has(slot) ? buffer.getInt(vector(slot, elementBytes)) : 0;
    }

    /** Returns the number of elements of a vector, having seen that memory for them is allowed. */
    int allowed(int slot, int elementBytes, int memoryBytes) throws DamageException {
        int count = count(slot, elementBytes);
        allowance.take((long) count * memoryBytes);
        return count;
    }

    /** Returns the position of the first element of a vector that is there. */
    int first(int slot, int elementBytes) throws DamageException {
        return vector(slot, elementBytes) + 4;
    }

    /** Returns a text; an empty one where it is absent. */
    String text(int slot) throws DamageException {
        return has(slot) ? new String(bytes(slot), StandardCharsets.UTF_8) : "";
    }

    /** Returns bytes; none where they are absent. */
    byte[] bytes(int slot) throws DamageException {
        return has(slot) ? bytesAt(vector(slot, 1)) : new byte[0];
    }

    private byte[] bytesAt(int start) throws DamageException {
        allowance.take(buffer.getInt(start));
        byte[] bytes = new byte[buffer.getInt(start)];
        buffer.get(start + 4, bytes);
        return bytes;
    }

    /** Returns whole numbers of 32 bits. */
    int[] ints(int slot) throws DamageException {
        int[] ints = new int[allowed(slot, 4, 4)];
        int first = ints.length == 0 ? 0 : first(slot, 4);
        for (int i = 0; i < ints.length; i++) {
            ints[i] = buffer.getInt(first + 4 * i);
        }
        return ints;
    }

    /** Returns whole numbers of 16 bits. */
    int[] shorts(int slot) throws DamageException {
        int[] shorts = new int[allowed(slot, 2, 4)];
        int first = shorts.length == 0 ? 0 : first(slot, 2);
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = buffer.getShort(first + 2 * i) & 0xffff;
        }
        return shorts;
    }

    /** Returns ids that stand one after the other. */
    List<ObjectId> ids(int slot, int length) throws DamageException {
        List<ObjectId> ids = new ArrayList<>();
        int count = allowed(slot, length, BYTES_OF_ELEMENT);
        for (int i = 0; i < count; i++) {
            ids.add(idAt(first(slot, length) + i * length, length));
        }
        return ids;
    }

    List<String> texts(int slot) throws DamageException {
        List<String> texts = new ArrayList<>();
        int count = allowed(slot, 4, BYTES_OF_ELEMENT);
        for (int i = 0; i < count; i++) {
            int position = first(slot, 4) + 4 * i;
            texts.add(new String(bytesAt(vectorAt(position + buffer.getInt(position), 1)), StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** Returns one table of a vector of tables. */
    Fields element(int slot, int index) throws DamageException {
        return follow(first(slot, 4) + 4 * index);
    }

    <T> List<T> list(int slot, Element<T> element) throws DamageException {
        List<T> list = new ArrayList<>();
        int count = allowed(slot, 4, BYTES_OF_ELEMENT);
        for (int i = 0; i < count; i++) {
            list.add(element.parse(element(slot, i)));
        }
        return list;
    }
}
