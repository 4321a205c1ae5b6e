package dev.shoal.netcdf;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An attribute that is to be written.
 *
 * @param name as stored
 * @param type as HDF5 keeps it
 * @param space as HDF5 keeps it
 * @param values of all elements
 */
record Hdf5AttributeBytes(String name, byte[] type, byte[] space, byte[] values) {

    private static final byte[] SCALAR = Hdf5ObjectBytes.space(new long[0], new boolean[0]);
    private static final byte[] NONE = {2, 0, 0, 2};

    /**
     * Returns an attribute of a user. One text is of a fixed length where it fits into the header, as netCDF-C writes
     * text; longer ones, and several, lie in the heap.
     */
    static Hdf5AttributeBytes of(Attribute attribute, Hdf5HeapBytes heap) {
        if (!attribute.isText()) {
            return numbers(attribute.name(), attribute.type(), attribute.values());
        }
        List<?> values = attribute.values();
        if (values.size() == 1) {
            Hdf5AttributeBytes plain = text(attribute.name(), values.get(0).toString());
            if (plain.message().length <= Hdf5ObjectBytes.MOST_MESSAGE_BYTES) {
                return plain;
            }
        }
        Hdf5Words elements = new Hdf5Words();
        for (Object value : values) {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            elements.all(heap.add(text.length, text.length == 0 ? new byte[1] : text));
        }
        return new Hdf5AttributeBytes(
                attribute.name(),
                Hdf5TypeBytes.texts(),
                values.size() == 1 ? SCALAR : row(values.size()),
                elements.toBytes());
    }

    /** Returns an attribute of one text of a fixed length. */
    static Hdf5AttributeBytes text(String name, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return new Hdf5AttributeBytes(name, Hdf5TypeBytes.text(text), encoded.length == 0 ? NONE : SCALAR, encoded);
    }

    /** Returns an attribute of one text with a zero behind it, as HDF5's dimension scales have them. */
    static Hdf5AttributeBytes endedText(String name, String text) {
        byte[] encoded = new Hdf5Words().text(text).zeros(1).toBytes();
        return new Hdf5AttributeBytes(name, Hdf5TypeBytes.text(encoded.length, 0), SCALAR, encoded);
    }

    /** Returns an attribute of numbers. */
    static Hdf5AttributeBytes numbers(String name, ElementType type, List<?> numbers) {
        Hdf5Words elements = new Hdf5Words();
        for (Object number : numbers) {
            elements.all(NumberBytes.of(type, (Number) number, ByteOrder.LITTLE_ENDIAN));
        }
        return new Hdf5AttributeBytes(name, Hdf5TypeBytes.of(type), row(numbers.size()), elements.toBytes());
    }

    /** Returns an attribute of one whole number of four bytes, without an axis. */
    static Hdf5AttributeBytes number(String name, int number) {
        byte[] value = new Hdf5Words().number(number, Integer.BYTES).toBytes();
        return new Hdf5AttributeBytes(name, Hdf5TypeBytes.of(ElementType.INT), SCALAR, value);
    }

    /** Returns an attribute of elements along one axis. */
    static Hdf5AttributeBytes row(String name, byte[] type, int count, Hdf5Words elements) {
        return new Hdf5AttributeBytes(name, type, row(count), elements.toBytes());
    }

    private static byte[] row(int count) {
        return count == 0 ? NONE : Hdf5ObjectBytes.space(new long[] {count}, new boolean[1]);
    }

    /** Returns the message of an object's header: section IV.A.2.m, "The Attribute Message", version 3. */
    byte[] message() {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        int characters = encoded.length == name.length() ? 0 : 1;
        return new Hdf5Words()
                .bytes(3, 0)
                .number(encoded.length + 1L, Short.BYTES)
                .number(type.length, Short.BYTES)
                .number(space.length, Short.BYTES)
                .bytes(characters)
                .all(encoded)
                .zeros(1)
                .all(type)
                .all(space)
                .all(values)
                .toBytes();
    }
}
