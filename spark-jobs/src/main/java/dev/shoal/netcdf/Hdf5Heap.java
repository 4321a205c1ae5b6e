package dev.shoal.netcdf;

import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.HugeFractalHeapObjectUnfilteredRecord;
import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * HDF5's fractal heap, which holds the links and attributes of objects that have many: "HDF5 File Format
 * Specification", section III.G. An object is found through the doubling table by its offset in the heap.
 */
final class Hdf5Heap {

    private static final int SIGNATURE = 0x50485246;
    private static final int MANAGED = 0;
    private static final int HUGE = 1;
    private static final int TINY = 2;

    private final HdfBackingStorage storage;
    private final int idBytes;
    private final long hugeTree;
    private final int width;
    private final long firstBlockBytes;
    private final long directBlockBytes;
    private final int offsetBytes;
    private final int lengthBytes;
    private final long root;
    private final int rootRows;

    Hdf5Heap(HdfBackingStorage storage, long address) {
        this.storage = storage;
        int lengths = storage.getSizeOfLengths();
        int offsets = storage.getSizeOfOffsets();
        ByteBuffer bytes = storage.readBufferFromAddress(address, 26 + 12 * lengths + 3 * offsets)
                .order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt() != SIGNATURE) {
            throw new IllegalStateException("no fractal heap at byte " + address);
        }
        bytes.position(5);
        idBytes = Short.toUnsignedInt(bytes.getShort());
        if (bytes.getShort() != 0) {
            throw new IllegalStateException("a fractal heap with filters at byte " + address);
        }
        bytes.position(10);
        long managedBytes = bytes.getInt() & 0xffffffffL;
        number(bytes, lengths);
        hugeTree = number(bytes, offsets);
        bytes.position(14 + 10 * lengths + 2 * offsets);
        width = Short.toUnsignedInt(bytes.getShort());
        firstBlockBytes = number(bytes, lengths);
        directBlockBytes = number(bytes, lengths);
        offsetBytes = (Short.toUnsignedInt(bytes.getShort()) + 7) / 8;
        bytes.getShort();
        root = number(bytes, offsets);
        rootRows = Short.toUnsignedInt(bytes.getShort());
        if (width == 0 || firstBlockBytes <= 0 || directBlockBytes < firstBlockBytes) {
            throw new IllegalStateException("a fractal heap without blocks at byte " + address);
        }
        ChecksumUtils.validateChecksum(bytes.rewind());
        lengthBytes = Math.min((log2(directBlockBytes) + 7) / 8, log2(managedBytes) / 8 + 1);
    }

    private static int log2(long number) {
        return 63 - Long.numberOfLeadingZeros(Math.max(1, number));
    }

    private static long number(ByteBuffer bytes, int size) {
        long number = 0;
        for (int i = 0; i < size; i++) {
            number |= (bytes.get() & 0xffL) << (8 * i);
        }
        return number;
    }

    /** Returns the object of an id. */
    ByteBuffer object(ByteBuffer id) {
        ByteBuffer from = id.duplicate().order(ByteOrder.LITTLE_ENDIAN).rewind();
        int flags = from.get();
        return switch ((flags >>> 4) & 3) {
            case MANAGED -> {
                long offset = number(from, offsetBytes);
                int length = (int) number(from, lengthBytes);
                long at = rootRows == 0 ? root + offset : locate(root, offset);
                yield storage.readBufferFromAddress(at, length).order(ByteOrder.LITTLE_ENDIAN);
            }
            case HUGE -> huge(from);
            case TINY -> from.slice(idBytes > 17 ? 2 : 1, (flags & 15) + 1).order(ByteOrder.LITTLE_ENDIAN);
            default -> throw new IllegalStateException("a fractal heap id of unknown kind " + flags);
        };
    }

    /** Returns the address in the file of an offset below an indirect block. */
    private long locate(long block, long offset) {
        int row = 0;
        long size = firstBlockBytes;
        long start = 0;
        while (offset >= start + size * width) {
            if (size > Long.MAX_VALUE / 4 / width) {
                throw new IllegalStateException("an object at byte " + offset + " of a fractal heap");
            }
            start += size * width;
            size = row == 0 ? firstBlockBytes : size * 2;
            row++;
        }
        long column = (offset - start) / size;
        long entries = block + 5 + storage.getSizeOfOffsets() + offsetBytes;
        long entry = entries + (row * (long) width + column) * storage.getSizeOfOffsets();
        long child =
                number(storage.readBufferFromAddress(entry, storage.getSizeOfOffsets()), storage.getSizeOfOffsets());
        long rest = offset - start - column * size;
        return size <= directBlockBytes ? child + rest : locate(child, rest);
    }

    private ByteBuffer huge(ByteBuffer id) {
        long key = number(id, Math.min(idBytes - 1, storage.getSizeOfLengths()));
        for (HugeFractalHeapObjectUnfilteredRecord found :
                new BTreeV2<HugeFractalHeapObjectUnfilteredRecord>(storage, hugeTree).getRecords()) {
            if (found.getId() == key) {
                return storage.readBufferFromAddress(found.getAddress(), Math.toIntExact(found.getLength()))
                        .order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw new IllegalStateException("no object " + key + " in a fractal heap");
    }
}
