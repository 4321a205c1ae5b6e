package dev.shoal.netcdf;

import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.SymbolTableEntry;
import io.jhdf.object.message.SymbolTableMessage;
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
    static List<Hdf5Links.Link> of(SymbolTableMessage table, Hdf5Bytes storage) {
        ByteBuffer names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
        Hdf5Symbols symbols = new Hdf5Symbols(storage, names);
        long root = table.getBTreeAddress();
        symbols.tree(root, storage.readBufferFromAddress(root, 6).get(5));
        if (symbols.links.isEmpty()) {
            symbols.requireEmpty(root);
        }
        return symbols.links;
    }

    private void tree(long address, int level) {
        ByteBuffer front = storage.readBufferFromAddress(address, 8);
        if (front.getInt(0) != SIGNATURE || front.get(4) != NAMES || front.get(5) != level) {
            throw new DamagedException("no node of a group's members of level " + level + " at byte " + address);
        }
        int children = Short.toUnsignedInt(front.getShort(6));
        int offsets = storage.getSizeOfOffsets();
        int lengths = storage.getSizeOfLengths();
        ByteBuffer keys =
                storage.readBufferFromAddress(address + 8 + 2L * offsets, lengths + children * (offsets + lengths));
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
        int offsets = storage.getSizeOfOffsets();
        long first = root + 8 + 2L * offsets + storage.getSizeOfLengths();
        long address = storage.address(storage.readBufferFromAddress(first, offsets));
        boolean inside = address > 0 && address < storage.size() - Integer.BYTES;
        if (inside && storage.readBufferFromAddress(address, Integer.BYTES).getInt() == NODE) {
            throw new DamagedException("no members in a group that has a node for them at byte " + address);
        }
    }

    private void node(long address) {
        for (SymbolTableEntry entry : new GroupSymbolTableNode(storage, address).getSymbolTableEntries()) {
            byte[] name = name(entry.getLinkNameOffset());
            if (Arrays.compareUnsigned(last, name) >= 0) {
                throw new DamagedException("the member " + text(name) + " behind " + text(last));
            }
            last = name;
            links.add(
                    entry.getCacheType() == SOFT_LINK
                            ? Hdf5Links.Link.soft(text(name), text(name(entry.getLinkValueOffset())))
                            : new Hdf5Links.Link(text(name), entry.getObjectHeaderAddress(), "", 0));
        }
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
