package dev.shoal.netcdf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a version 2 B-tree, which checksums guard: "HDF5 File Format Specification", section III.A.2. The
 * widths of the counts in a node follow from the most records that each level can have.
 */
final class Hdf5Index {

    private static final int HEADER = 0x44485442;
    private static final int INTERNAL = 0x4e495442;
    private static final int LEAF = 0x464c5442;
    private static final int OVERHEAD_BYTES = 10;
    private static final int DEEPEST = 16;

    private final Hdf5Bytes storage;
    private final int nodeBytes;
    private final int recordBytes;
    private final int countBytes;
    private final int[] totalBytes;
    private final long total;
    private final List<ByteBuffer> records = new ArrayList<>();

    private Hdf5Index(Hdf5Bytes storage, int nodeBytes, int recordBytes, int depth, long total) {
        this.storage = storage;
        this.nodeBytes = nodeBytes;
        this.recordBytes = recordBytes;
        this.total = total;
        int most = (nodeBytes - OVERHEAD_BYTES) / recordBytes;
        this.countBytes = width(most);
        this.totalBytes = new int[depth + 1];
        double all = most;
        for (int level = 1; level <= depth; level++) {
            int pointer = storage.offsetBytes() + countBytes + totalBytes[level - 1];
            int here = (nodeBytes - OVERHEAD_BYTES - pointer) / (recordBytes + pointer);
            all = (here + 1.0) * all + here;
            totalBytes[level] = width((long) Math.min(all, Long.MAX_VALUE));
        }
    }

    private static int width(long most) {
        return (63 - Long.numberOfLeadingZeros(Math.max(1, most))) / 8 + 1;
    }

    /**
     * Reads all records of a tree.
     *
     * @param atLeast bytes that a record must have
     * @throws DamagedException where the tree is not whole
     */
    static List<ByteBuffer> records(Hdf5Bytes storage, long address, int atLeast) {
        int length = 16 + storage.offsetBytes() + 2 + storage.lengthBytes() + 4;
        ByteBuffer header = storage.sound(address, length, HEADER, "index");
        header.position(6);
        int nodeBytes = header.getInt();
        int recordBytes = Short.toUnsignedInt(header.getShort());
        int depth = Short.toUnsignedInt(header.getShort());
        header.getShort();
        long root = storage.address(header);
        int inRoot = Short.toUnsignedInt(header.getShort());
        long total = storage.length(header);
        if (recordBytes < atLeast || nodeBytes < OVERHEAD_BYTES + recordBytes || depth > DEEPEST || total < 0) {
            throw new DamagedException("an index of " + total + " records of " + recordBytes + " bytes in nodes of "
                    + nodeBytes + " at byte " + address);
        }
        Hdf5Index tree = new Hdf5Index(storage, nodeBytes, recordBytes, depth, total);
        if (root != Hdf5Bytes.NOWHERE) {
            tree.node(root, depth, inRoot);
        }
        if (tree.records.size() != total) {
            throw new DamagedException("an index of " + tree.records.size() + " records that states " + total);
        }
        return tree.records;
    }

    private void node(long address, int level, int count) {
        int pointer = level == 0 ? 0 : storage.offsetBytes() + countBytes + totalBytes[level - 1];
        long length = OVERHEAD_BYTES + (long) count * recordBytes + (level == 0 ? 0 : (count + 1L) * pointer);
        if (length > nodeBytes || records.size() + count > total) {
            throw new DamagedException("an index with a node of " + count + " records at byte " + address);
        }
        ByteBuffer bytes = storage.sound(address, length, level == 0 ? LEAF : INTERNAL, "node of an index");
        bytes.position(6);
        for (int i = 0; i < count; i++) {
            records.add(bytes.slice(bytes.position(), recordBytes).order(ByteOrder.LITTLE_ENDIAN));
            bytes.position(bytes.position() + recordBytes);
        }
        for (int i = 0; level > 0 && i <= count; i++) {
            long child = storage.address(bytes);
            int childCount = (int) Hdf5Bytes.number(bytes, countBytes);
            Hdf5Bytes.number(bytes, totalBytes[level - 1]);
            node(child, level - 1, childCount);
        }
    }
}
