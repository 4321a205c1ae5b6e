package dev.shoal.netcdf;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The header of a group or dataset, in one piece: "HDF5 File Format Specification", section IV.A.1.b, "Version 2 Data
 * Object Header". Links and attributes lie inside, and keep the order in which they were added.
 */
final class Hdf5ObjectBytes {

    /** A message may not be longer. */
    static final int MOST_MESSAGE_BYTES = 0xFFFF;

    private static final int SPACE = 0x01;
    private static final int LINKS = 0x02;
    private static final int TYPE = 0x03;
    private static final int FILL = 0x05;
    private static final int LINK = 0x06;
    private static final int LAYOUT = 0x08;
    private static final int GROUP = 0x0A;
    private static final int FILTERS = 0x0B;
    private static final int ATTRIBUTE = 0x0C;
    private static final int ATTRIBUTES = 0x15;

    private static final int CONSTANT = 1;
    private static final int ORDER_KEPT = 3;
    private static final int ATTRIBUTE_ORDER_KEPT = 0x0C;
    private static final int LENGTH_OF_FOUR_BYTES = 2;
    private static final int UNLIMITED = -1;

    private final Hdf5Words messages = new Hdf5Words();
    private final Hdf5Words attributes = new Hdf5Words();
    private int count;

    private void message(Hdf5Words to, int kind, int flags, int order, byte[] body) {
        to.bytes(kind)
                .number(body.length, Short.BYTES)
                .bytes(flags)
                .number(order, Short.BYTES)
                .all(body);
    }

    private void message(int kind, int flags, Hdf5Words body) {
        message(messages, kind, flags, 0, body.toBytes());
    }

    /** Begins a group. */
    static Hdf5ObjectBytes group(int links) {
        Hdf5ObjectBytes group = new Hdf5ObjectBytes();
        Hdf5Words body = new Hdf5Words().bytes(0, ORDER_KEPT).place(links);
        group.message(
                LINKS, 0, body.place(Hdf5Words.NOWHERE).place(Hdf5Words.NOWHERE).place(Hdf5Words.NOWHERE));
        group.message(GROUP, 0, new Hdf5Words().bytes(0, 0));
        return group;
    }

    /** Adds a dataset to a group. */
    void link(String name, int order, long address) {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        Hdf5Words body = new Hdf5Words().bytes(1, 0x14 | 1).place(order).bytes(1);
        message(LINK, 0, body.number(encoded.length, Short.BYTES).all(encoded).place(address));
    }

    /** Begins a dataset. */
    static Hdf5ObjectBytes dataset(byte[] space, byte[] type, byte[] fill, boolean chunked) {
        Hdf5ObjectBytes dataset = new Hdf5ObjectBytes();
        dataset.message(SPACE, 0, new Hdf5Words().all(space));
        dataset.message(TYPE, CONSTANT, new Hdf5Words().all(type));
        Hdf5Words value = new Hdf5Words().bytes(2, chunked ? 3 : 2, 2, 1);
        dataset.message(FILL, CONSTANT, value.number(fill.length, Integer.BYTES).all(fill));
        return dataset;
    }

    /** Says where a dataset lies that is not in chunks. */
    void contiguous(long address, long bytes) {
        message(LAYOUT, 0, new Hdf5Words().bytes(3, 1).place(address).place(bytes));
    }

    /** Says where the index of a dataset in chunks lies, and what shape they are. */
    void chunked(long address, long[] chunk, int elementBytes) {
        Hdf5Words body = new Hdf5Words().bytes(3, 2, chunk.length + 1).place(address);
        for (long length : chunk) {
            body.number(length, Integer.BYTES);
        }
        message(LAYOUT, 0, body.number(elementBytes, Integer.BYTES));
    }

    /** Names the filters of chunks in the order of writing; there must be one. */
    void filters(List<Hdf5Filter> filters) {
        Hdf5Words body = new Hdf5Words().bytes(2, filters.size());
        for (Hdf5Filter filter : filters) {
            int optional = 1;
            body.number(filter.id(), Short.BYTES).number(optional, Short.BYTES);
            body.number(filter.data().length, Short.BYTES);
            for (int parameter : filter.data()) {
                body.number(parameter, Integer.BYTES);
            }
        }
        message(FILTERS, CONSTANT, body);
    }

    /** Adds an attribute, whose message must not be longer than {@link #MOST_MESSAGE_BYTES}. */
    void attribute(Hdf5AttributeBytes attribute) {
        message(attributes, ATTRIBUTE, 0, count++, attribute.message());
    }

    /** Returns the header. */
    byte[] toBytes() {
        Hdf5Words known = new Hdf5Words().bytes(0, ORDER_KEPT).number(count, Short.BYTES);
        message(
                ATTRIBUTES,
                0,
                known.place(Hdf5Words.NOWHERE).place(Hdf5Words.NOWHERE).place(Hdf5Words.NOWHERE));
        messages.all(attributes.toBytes());
        return new Hdf5Words()
                .text("OHDR")
                .bytes(2, LENGTH_OF_FOUR_BYTES | ATTRIBUTE_ORDER_KEPT)
                .number(messages.size(), Integer.BYTES)
                .all(messages.toBytes())
                .sum()
                .align()
                .toBytes();
    }

    /** Returns a dataspace; an axis that can grow has no most length. */
    static byte[] space(long[] shape, boolean[] unlimited) {
        Hdf5Words body = new Hdf5Words().bytes(2, shape.length, 0, shape.length == 0 ? 0 : 1);
        boolean grows = false;
        for (int axis = 0; axis < shape.length; axis++) {
            body.place(shape[axis]);
            grows |= unlimited[axis];
        }
        if (!grows) {
            return body.toBytes();
        }
        for (int axis = 0; axis < shape.length; axis++) {
            body.place(unlimited[axis] ? UNLIMITED : shape[axis]);
        }
        byte[] bytes = body.toBytes();
        bytes[2] = 1;
        return bytes;
    }
}
