package dev.shoal.netcdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a group of an HDF5 file holds, by name: "HDF5 File Format Specification", sections IV.A.2.c and IV.A.2.g. */
final class Hdf5Links {

    /** Where a name leads. */
    enum Kind {
        /** To an object of this file. */
        HARD,
        /** To a path in this file. */
        SOFT,
        /** Out of this file. */
        OUTWARD
    }

    /**
     * One name in a group.
     *
     * @param address of the object of a hard link
     * @param target path of a soft link; for one out of the file, what people call it, with its article
     * @param order of creation, or 0 where the file does not keep it
     */
    record Link(Kind kind, String name, long address, String target, long order) {

        static Link hard(String name, long address, long order) {
            return new Link(Kind.HARD, name, address, "", order);
        }

        static Link soft(String name, String target, long order) {
            return new Link(Kind.SOFT, name, Hdf5Bytes.NOWHERE, target, order);
        }

        static Link outward(String name, String found, long order) {
            return new Link(Kind.OUTWARD, name, Hdf5Bytes.NOWHERE, found, order);
        }
    }

    private static final int HEAP_ID_BYTES = 7;
    private static final int ORDER_TRACKED = 1;
    private static final int EXTERNAL = 64;

    private Hdf5Links() {}

    /**
     * Lists a group in order of creation where the file keeps it, else of name.
     *
     * @throws DamagedException where the list is not whole
     */
    static List<Link> of(Hdf5Messages group, Hdf5Bytes storage) {
        try {
            return links(group, storage);
        } catch (DamagedException | UnknownKindException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new DamagedException("no sound list of a group's members: " + e.getMessage(), e);
        }
    }

    private static List<Link> links(Hdf5Messages group, Hdf5Bytes storage) {
        if (group.has(Hdf5Messages.SYMBOLS)) {
            return Hdf5Symbols.of(group.require(Hdf5Messages.SYMBOLS, "members"), storage);
        }
        ByteBuffer info = group.find(Hdf5Messages.LINK_INFO)
                .orElseThrow(() -> new DamagedException("an object that is neither a group nor a dataset nor a type"));
        List<Link> links = new ArrayList<>();
        group.all(Hdf5Messages.LINK).forEach(message -> links.add(link(message, storage)));
        info.get();
        boolean ordered = (info.get() & ORDER_TRACKED) != 0;
        info.position(info.position() + (ordered ? Long.BYTES : 0));
        long heap = storage.address(info);
        long names = storage.address(info);
        if (heap != Hdf5Bytes.NOWHERE) {
            dense(new Hdf5Heap(storage, heap), names, storage, links);
            links.sort(Comparator.comparingLong(Link::order).thenComparing(Link::name));
        } else {
            links.sort(Comparator.comparingLong(Link::order));
        }
        return links;
    }

    private static void dense(Hdf5Heap heap, long names, Hdf5Bytes storage, List<Link> links) {
        for (ByteBuffer record : Hdf5Index.records(storage, names, Integer.BYTES + HEAP_ID_BYTES)) {
            links.add(link(heap.object(record.slice(Integer.BYTES, HEAP_ID_BYTES)), storage));
        }
    }

    private static Link link(ByteBuffer from, Hdf5Bytes storage) {
        from.get();
        int flags = from.get();
        int kind = (flags & 8) == 0 ? 0 : Byte.toUnsignedInt(from.get());
        long order = (flags & 4) == 0 ? 0 : Math.max(0, from.getLong());
        from.position(from.position() + ((flags & 16) == 0 ? 0 : 1));
        String name = text(from, Hdf5Bytes.number(from, 1 << (flags & 3)));
        if (name.isEmpty() || name.indexOf(0) >= 0) {
            throw new DamagedException("the name \"" + name.replace('\0', ' ') + "\", expected one without zeros");
        }
        if (kind == 0) {
            return Link.hard(name, storage.address(from), order);
        }
        String target = text(from, Short.toUnsignedInt(from.getShort()));
        if (kind == 1) {
            return Link.soft(name, target, order);
        }
        return Link.outward(
                name,
                kind == EXTERNAL
                        ? "a link into another file ("
                                + target.substring(1).replace('\0', ' ').trim() + ")"
                        : "a link of kind " + kind,
                order);
    }

    private static String text(ByteBuffer from, long length) {
        if (length < 0 || length > from.remaining()) {
            throw new DamagedException("a name of " + length + " bytes where " + from.remaining() + " are left");
        }
        byte[] text = new byte[(int) length];
        from.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
