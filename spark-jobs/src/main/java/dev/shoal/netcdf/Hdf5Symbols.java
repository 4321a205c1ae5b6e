package dev.shoal.netcdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The members of a group in the oldest form: a version 1 B-tree over nodes of sorted names, "HDF5 File Format
 * Specification", sections III.A.1 and III.B. No checksum guards it, but each key of the tree repeats the last name
 * below it, so that a node that lost members is found out.
 */
final class Hdf5Symbols {

    private static final int SIGNATURE = 0x45455254;
    private static final int NODE = 0x444f4e53;
    private static final int HEAP = 0x50414548;
    private static final int SOFT_LINK = 2;
    private static final int NAMES = 0;

    private final Hdf5Bytes storage;
    private final ByteBuffer names;
    private final List<Hdf5Links.Link> links = new ArrayList<>();
    private byte[] last = {};

    private Hdf5Symbols(Hdf5Bytes storage, ByteBuffer names) {
        this.storage = storage;
        this.names = names;
    }

    /**
     * Lists the members in order of name.
     *
     * @throws RuntimeException where the tree or a node is damaged
     */
    static List<Hdf5Links.Link> of(ByteBuffer table, Hdf5Bytes storage) {
        long root = storage.address(table);
        Hdf5Symbols symbols = new Hdf5Symbols(storage, names(storage, storage.address(table)));
        symbols.tree(root, storage.read(root, 6).get(5));
        if (symbols.links.isEmpty()) {
            symbols.requireEmpty(root);
        }
        return symbols.links;
    }

    private static ByteBuffer names(Hdf5Bytes storage, long address) {
        ByteBuffer heap = storage.read(address, 8 + 2L * storage.lengthBytes() + storage.offsetBytes());
        if (heap.getInt() != HEAP) {
            throw new DamagedException("no heap of names at byte " + address);
        }
        heap.position(8);
        long length = storage.length(heap);
        storage.length(heap);
        return storage.read(storage.address(heap), length);
    }

    private void tree(long address, int level) {
        ByteBuffer front = storage.read(address, 8);
        if (front.getInt(0) != SIGNATURE || front.get(4) != NAMES || front.get(5) != level) {
            throw new DamagedException("no node of a group's members of level " + level + " at byte " + address);
        }
        int children = Short.toUnsignedInt(front.getShort(6));
        int offsets = storage.offsetBytes();
        int lengths = storage.lengthBytes();
        ByteBuffer keys = storage.read(address + 8 + 2L * offsets, lengths + children * (offsets + lengths));
        storage.length(keys);
        for (int i = 0; i < children; i++) {
            long child = storage.address(keys);
            if (level > 0) {
                tree(child, level - 1);
            } else {
                node(child);
            }
            byte[] key = name(Math.toIntExact(storage.length(keys)));
            if (!Arrays.equals(last, key)) {
                throw new DamagedException("the member " + text(last) + " where " + text(key) + " should be the last");
            }
        }
    }

    /** An empty tree has no node where its first would be. */
    private void requireEmpty(long root) {
        int offsets = storage.offsetBytes();
        long first = root + 8 + 2L * offsets + storage.lengthBytes();
        long address = storage.address(storage.read(first, offsets));
        boolean inside = address > 0 && address < storage.source().length() - Integer.BYTES;
        if (inside && storage.read(address, Integer.BYTES).getInt() == NODE) {
            throw new DamagedException("no members in a group that has a node for them at byte " + address);
        }
    }

    private void node(long address) {
        ByteBuffer front = storage.read(address, 8);
        int entryBytes = 2 * storage.offsetBytes() + 24;
        if (front.getInt(0) != NODE) {
            throw new DamagedException("no members of a group at byte " + address);
        }
        int count = Short.toUnsignedInt(front.getShort(6));
        ByteBuffer entries = storage.read(address + 8, (long) count * entryBytes);
        for (int i = 0; i < count; i++) {
            entries.position(i * entryBytes);
            byte[] name = name(Math.toIntExact(Hdf5Bytes.number(entries, storage.offsetBytes())));
            if (Arrays.compareUnsigned(last, name) >= 0) {
                throw new DamagedException("the member " + text(name) + " behind " + text(last));
            }
            last = name;
            links.add(link(text(name), entries));
        }
    }

    private Hdf5Links.Link link(String name, ByteBuffer entry) {
        long object = storage.address(entry);
        int cached = entry.getInt();
        entry.getInt();
        return switch (cached) {
            case 0, 1 -> Hdf5Links.Link.hard(name, object, 0);
            case SOFT_LINK -> Hdf5Links.Link.soft(name, text(name(entry.getInt())), 0);
            default -> throw new DamagedException("the member " + name + " of kind " + cached);
        };
    }

    private byte[] name(int offset) {
        int end = offset;
        while (names.get(end) != 0) {
            end++;
        }
        byte[] name = new byte[end - offset];
        names.get(offset, name);
        return name;
    }

    private static String text(byte[] name) {
        return new String(name, StandardCharsets.UTF_8);
    }
}
