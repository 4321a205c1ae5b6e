package dev.shoal.netcdf;

import dev.shoal.codec.Lookup3;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * HDF5's fractal heap, which holds the links and attributes of objects that have many: "HDF5 File Format
 * Specification", section III.G. An object is found through the doubling table by its offset in the heap. The checksum
 * of every block on the way is held against its bytes.
 */
final class Hdf5Heap {

    private static final int SIGNATURE = 0x50485246;
    private static final int DIRECT = 0x42444846;
    private static final int INDIRECT = 0x42494846;
    private static final int MANAGED = 0;
    private static final int HUGE = 1;
    private static final int TINY = 2;
    private static final int CHECKSUMMED = 2;

    private final Hdf5Bytes storage;
    private final int idBytes;
    private final boolean checksummed;
    private final long hugeTree;
    private final int width;
    private final long firstBlockBytes;
    private final long directBlockBytes;
    private final int offsetBytes;
    private final int lengthBytes;
    private final long root;
    private final int rootRows;
    private final Map<Long, ByteBuffer> blocks = new HashMap<>();

    /**
     * Reads the header of a heap.
     *
     * @throws DamagedException where there is none
     */
    Hdf5Heap(Hdf5Bytes storage, long address) {
        this.storage = storage;
        int lengths = storage.lengthBytes();
        int offsets = storage.offsetBytes();
        ByteBuffer bytes = storage.sound(address, 26 + 12L * lengths + 3L * offsets, SIGNATURE, "fractal heap");
        bytes.position(5);
        idBytes = Short.toUnsignedInt(bytes.getShort());
        if (bytes.getShort() != 0) {
            throw new UnknownKindException("a fractal heap with filters");
        }
        checksummed = (bytes.get() & CHECKSUMMED) != 0;
        long managedBytes = bytes.getInt() & 0xffffffffL;
        storage.length(bytes);
        hugeTree = storage.address(bytes);
        bytes.position(14 + 10 * lengths + 2 * offsets);
        width = Short.toUnsignedInt(bytes.getShort());
        firstBlockBytes = storage.length(bytes);
        directBlockBytes = storage.length(bytes);
        offsetBytes = (Short.toUnsignedInt(bytes.getShort()) + 7) / 8;
        bytes.getShort();
        root = storage.address(bytes);
        rootRows = Short.toUnsignedInt(bytes.getShort());
        if (width == 0 || firstBlockBytes <= 0 || directBlockBytes < firstBlockBytes) {
            throw new DamagedException("a fractal heap without blocks at byte " + address);
        }
        lengthBytes = Math.min((log2(directBlockBytes) + 7) / 8, log2(managedBytes) / 8 + 1);
    }

    private static int log2(long number) {
        return 63 - Long.numberOfLeadingZeros(Math.max(1, number));
    }

    /**
     * Returns the object of an id.
     *
     * @throws DamagedException where the heap does not hold it whole
     */
    ByteBuffer object(ByteBuffer id) {
        ByteBuffer from = id.duplicate().order(ByteOrder.LITTLE_ENDIAN).rewind();
        int flags = from.get();
        return switch ((flags >>> 4) & 3) {
            case MANAGED -> {
                long offset = Hdf5Bytes.number(from, offsetBytes);
                int length = (int) Hdf5Bytes.number(from, lengthBytes);
                yield rootRows == 0
                        ? part(direct(root, firstBlockBytes), offset, length)
                        : locate(root, rootRows, offset, length);
            }
            case HUGE -> huge(from);
            case TINY -> from.slice(idBytes > 17 ? 2 : 1, (flags & 15) + 1).order(ByteOrder.LITTLE_ENDIAN);
            default -> throw new DamagedException("a fractal heap id of unknown kind " + flags);
        };
    }

    private static ByteBuffer part(ByteBuffer block, long offset, int length) {
        if (length < 0 || offset > block.limit() - length) {
            throw new DamagedException("an object at byte " + offset + " of a block of " + block.limit());
        }
        return block.slice((int) offset, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns the object at an offset below an indirect block. */
    private ByteBuffer locate(long block, int rows, long offset, int length) {
        int row = 0;
        long size = firstBlockBytes;
        long start = 0;
        while (offset >= start + size * width) {
            start += size * width;
            size = row == 0 ? firstBlockBytes : size * 2;
            row++;
            if (row >= rows) {
                throw new DamagedException("an object at byte " + offset + " of a fractal heap");
            }
        }
        long column = (offset - start) / size;
        int offsets = storage.offsetBytes();
        ByteBuffer entries = indirect(block, rows);
        long child = Hdf5Bytes.number(
                entries.position((int) (5 + offsets + offsetBytes + ((long) row * width + column) * offsets)), offsets);
        long rest = offset - start - column * size;
        return size <= directBlockBytes
                ? part(direct(child, size), rest, length)
                : locate(child, log2(size / firstBlockBytes / width) + 1, rest, length);
    }

    private ByteBuffer indirect(long address, int rows) {
        return blocks.computeIfAbsent(address, at -> {
            int offsets = storage.offsetBytes();
            long length = 9L + offsets + offsetBytes + (long) rows * width * offsets;
            return storage.sound(at, length, INDIRECT, "fractal heap");
        });
    }

    private ByteBuffer direct(long address, long length) {
        return blocks.computeIfAbsent(address, at -> {
            ByteBuffer bytes = storage.read(at, length);
            if (bytes.getInt(0) != DIRECT) {
                throw new DamagedException("no block of a fractal heap at byte " + at);
            }
            if (checksummed) {
                requireSum(bytes, 5 + storage.offsetBytes() + offsetBytes, at);
            }
            return bytes;
        });
    }

    /** The checksum of a direct block is that of the block with zeros where the checksum stands. */
    private static void requireSum(ByteBuffer block, int at, long address) {
        int stored = block.getInt(at);
        block.putInt(at, 0);
        int sum = Lookup3.sum(block.array(), block.arrayOffset(), block.limit());
        block.putInt(at, stored);
        if (sum != stored) {
            throw new DamagedException("a damaged block of a fractal heap at byte " + address);
        }
    }

    private ByteBuffer huge(ByteBuffer id) {
        long key = Hdf5Bytes.number(id, Math.min(idBytes - 1, storage.lengthBytes()));
        int atLeast = storage.offsetBytes() + 2 * storage.lengthBytes();
        for (ByteBuffer record : Hdf5Index.records(storage, hugeTree, atLeast)) {
            long address = storage.address(record);
            long length = storage.length(record);
            if (storage.length(record) == key) {
                return storage.read(address, length);
            }
        }
        throw new DamagedException("no object " + key + " in a fractal heap");
    }
}
