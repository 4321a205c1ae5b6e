package dev.shoal.netcdf;

import dev.shoal.plan.ChunkGrid;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where the written chunks of a dataset lie: "HDF5 File Format Specification", sections III.A.1, III.A.2 and VII.
 * Chunks are numbered in row-major order over the most chunks that each axis may come to.
 */
final class Hdf5ChunkIndex {

    private static final int OLD_NODE = 0x45455254;
    private static final int DEEPEST = 32;

    private final Hdf5Bytes storage;
    private final Hdf5LayoutMessage layout;
    private final Hdf5Space space;
    private final boolean filtered;
    private final long chunkBytes;
    private final int everyFilter;
    private final ChunkTable.Builder written;
    private long[] first = {};
    private long[] last = {};

    /**
     * Prepares to read an index.
     *
     * @param elementBytes of one element
     * @param filters number of the dataset's filters
     */
    Hdf5ChunkIndex(Hdf5Bytes storage, Hdf5LayoutMessage layout, Hdf5Space space, int elementBytes, int filters) {
        this.storage = storage;
        this.layout = layout;
        this.space = space;
        this.filtered = filters > 0;
        this.everyFilter = filters >= Integer.SIZE ? -1 : (1 << filters) - 1;
        long bytes = elementBytes;
        for (long length : layout.chunk()) {
            bytes = Math.multiplyExact(bytes, length);
        }
        this.chunkBytes = bytes;
        this.written = ChunkTable.builder(new ChunkGrid(space.shape(), layout.chunk()));
    }

    /**
     * Lists the written chunks; to be called once.
     *
     * @throws DamagedException where the index is not whole
     */
    ChunkTable table() {
        if (layout.address() != Hdf5Bytes.NOWHERE) {
            read();
        }
        return written.build();
    }

    private void read() {
        switch (layout.index()) {
            case OLD_TREE -> oldTree(layout.address(), -1, 0);
            case SINGLE -> {
                long bytes = layout.stored() < 0 ? chunkBytes : layout.stored();
                add(new long[rank()], layout.address(), bytes, layout.skipped());
            }
            case IMPLICIT -> implicit();
            case FIXED_ARRAY -> new Hdf5FixedArray(storage, this::numbered).read(layout.address());
            case EXTENSIBLE_ARRAY -> new Hdf5ExtensibleArray(storage, this::numbered).read(layout.address());
            case TREE -> tree();
        }
    }

    private int rank() {
        return space.shape().length;
    }

    private void oldTree(long address, int level, int depth) {
        ByteBuffer front = storage.read(address, 8);
        int found = Byte.toUnsignedInt(front.get(5));
        if (front.getInt(0) != OLD_NODE || front.get(4) != 1 || depth > DEEPEST || (level >= 0 && level != found)) {
            throw new DamagedException("no node of a chunk index of level " + level + " at byte " + address);
        }
        int count = Short.toUnsignedInt(front.getShort(6));
        int keyBytes = 8 + 8 * (rank() + 1);
        ByteBuffer entries = storage.read(
                address + 8 + 2L * storage.offsetBytes(), (long) count * (keyBytes + storage.offsetBytes()) + keyBytes);
        for (int i = 0; i < count; i++) {
            long bytes = Integer.toUnsignedLong(entries.getInt());
            int skipped = entries.getInt();
            long[] start = start(entries);
            requireBehindLast(start);
            if (entries.getLong() != 0) {
                throw new DamagedException("a chunk that begins inside an element at " + Arrays.toString(start));
            }
            long child = storage.address(entries);
            if (found == 0) {
                last = start;
                add(start, child, bytes, skipped);
            } else {
                first = start;
                oldTree(child, found - 1, depth + 1);
            }
        }
        entries.position(entries.position() + 8);
        long[] end = start(entries);
        if (Arrays.compareUnsigned(last, end) > 0) {
            throw new DamagedException(
                    "a chunk at " + Arrays.toString(last) + " behind the end " + Arrays.toString(end));
        }
    }

    private long[] start(ByteBuffer key) {
        long[] start = new long[rank()];
        for (int axis = 0; axis < start.length; axis++) {
            start[axis] = key.getLong();
        }
        return start;
    }

    /** HDF5 searches the tree by its keys: where they are out of order, it finds other chunks than a walk does. */
    private void requireBehindLast(long[] start) {
        boolean behind = last.length == 0 || Arrays.compareUnsigned(last, start) < 0;
        if (!behind || (first.length > 0 && Arrays.compareUnsigned(first, start) > 0)) {
            throw new DamagedException("a chunk at " + Arrays.toString(start) + " behind " + Arrays.toString(last));
        }
    }

    private void tree() {
        int fixed = storage.offsetBytes() + 8 * rank() + (filtered ? Integer.BYTES + 1 : 0);
        for (ByteBuffer record : Hdf5Index.records(storage, layout.address(), fixed)) {
            int sizeBytes = filtered ? record.limit() - fixed + 1 : 0;
            long address = storage.address(record);
            long bytes = filtered ? Hdf5Bytes.number(record, Math.min(Long.BYTES, sizeBytes)) : chunkBytes;
            int skipped = filtered ? record.getInt() : 0;
            long[] start = new long[rank()];
            for (int axis = 0; axis < start.length; axis++) {
                start[axis] = Math.multiplyExact(record.getLong(), layout.chunk()[axis]);
            }
            add(start, address, bytes, skipped);
        }
    }

    /** Chunks lie one behind the other, all that the dataset may ever have. */
    private void implicit() {
        long count = 1;
        for (int axis = 0; axis < rank(); axis++) {
            count = Math.multiplyExact(count, most(axis));
        }
        if (count > 0 && count > (storage.source().length() - layout.address()) / Math.max(1, chunkBytes)) {
            throw new DamagedException(count + " chunks of " + chunkBytes + " bytes behind byte " + layout.address());
        }
        for (long number = 0; number < count; number++) {
            add(start(number), layout.address() + number * chunkBytes, chunkBytes, 0);
        }
    }

    /** Takes the next element of an array of chunks. */
    private void numbered(long number, ByteBuffer element, int bytes) {
        long address = storage.address(element);
        if (address == Hdf5Bytes.NOWHERE) {
            return;
        }
        int sizeBytes = bytes - storage.offsetBytes() - Integer.BYTES;
        boolean sized = sizeBytes > 0;
        long stored = sized ? Hdf5Bytes.number(element, Math.min(Long.BYTES, sizeBytes)) : chunkBytes;
        add(start(number), address, stored, sized ? element.getInt() : 0);
    }

    /** Returns the number of chunks that an axis may come to. */
    private long most(int axis) {
        long chunk = layout.chunk()[axis];
        return (space.most()[axis] + chunk - 1) / chunk;
    }

    /** Returns the first cell of a chunk; an axis that grows without end is the slowest. */
    private long[] start(long number) {
        int rank = rank();
        int[] order = new int[rank];
        int at = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int axis = 0; axis < rank; axis++) {
                if ((space.most()[axis] == Hdf5Space.UNLIMITED) == (pass == 0)) {
                    order[at++] = axis;
                }
            }
        }
        long[] start = new long[rank];
        long rest = number;
        for (int i = rank - 1; i >= 0; i--) {
            int axis = order[i];
            boolean slowest = i == 0;
            long count = slowest ? Long.MAX_VALUE : Math.max(1, most(axis));
            start[axis] = Math.multiplyExact(rest % count, layout.chunk()[axis]);
            rest /= count;
        }
        return start;
    }

    private void add(long[] start, long address, long bytes, int skipped) {
        if (address == Hdf5Bytes.NOWHERE || !inside(start)) {
            return;
        }
        if (address < 0 || bytes < 0) {
            throw new DamagedException("a chunk of " + bytes + " bytes at byte " + address);
        }
        boolean edge = !layout.wholeEdges() && isOverEnd(start);
        written.add(start, address, bytes, edge ? everyFilter : skipped);
    }

    private boolean inside(long[] start) {
        for (int axis = 0; axis < start.length; axis++) {
            if (start[axis] < 0 || start[axis] >= space.shape()[axis]) {
                return false;
            }
        }
        return true;
    }

    private boolean isOverEnd(long[] start) {
        for (int axis = 0; axis < start.length; axis++) {
            if (start[axis] + layout.chunk()[axis] > space.shape()[axis]) {
                return true;
            }
        }
        return false;
    }
}
