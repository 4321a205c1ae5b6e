package dev.shoal.netcdf;

import java.nio.ByteBuffer;

/**
 * A chunk index that grows along one axis: "HDF5 File Format Specification", section VII.C. The places follow each
 * other in the index block, then in data blocks whose lengths double with every second super block.
 */
final class Hdf5ExtensibleArray {

    private static final int HEADER = 0x44484145;
    private static final int INDEX = 0x42494145;
    private static final int SUPER = 0x42534145;
    private static final int DATA = 0x42444145;

    private final Hdf5Bytes storage;
    private final Hdf5FixedArray.Element element;
    private int bytes;
    private int offsetBytes;
    private int inIndex;
    private int leastInBlock;
    private int leastPointers;
    private long pageCount;
    private long used;

    Hdf5ExtensibleArray(Hdf5Bytes storage, Hdf5FixedArray.Element element) {
        this.storage = storage;
        this.element = element;
    }

    void read(long address) {
        int length = 12 + 6 * storage.lengthBytes() + storage.offsetBytes() + Integer.BYTES;
        ByteBuffer header = storage.sound(address, length, HEADER, "chunk index");
        header.position(6);
        bytes = Byte.toUnsignedInt(header.get());
        int mostBits = Byte.toUnsignedInt(header.get());
        inIndex = Byte.toUnsignedInt(header.get());
        leastInBlock = Byte.toUnsignedInt(header.get());
        leastPointers = Byte.toUnsignedInt(header.get());
        int pageBits = Byte.toUnsignedInt(header.get());
        header.position(12 + 4 * storage.lengthBytes());
        used = storage.length(header);
        storage.length(header);
        long index = storage.address(header);
        if (bytes < storage.offsetBytes()
                || mostBits > 64
                || pageBits > 30
                || used < 0
                || Integer.bitCount(leastInBlock) != 1
                || Integer.bitCount(leastPointers) != 1) {
            throw new DamagedException("a chunk index of " + used + " places of " + bytes + " bytes");
        }
        pageCount = 1L << pageBits;
        offsetBytes = (mostBits + 7) / 8;
        if (index != Hdf5Bytes.NOWHERE) {
            index(index, 1 + mostBits - log2(leastInBlock));
        }
    }

    private static int log2(int number) {
        return 31 - Integer.numberOfLeadingZeros(number);
    }

    private void index(long address, int superBlocks) {
        int direct = 2 * log2(leastPointers);
        int blocks = 2 * (leastPointers - 1);
        int rest = Math.max(0, superBlocks - direct);
        long front = 6L + storage.offsetBytes();
        ByteBuffer from = storage.sound(
                address,
                front + (long) inIndex * bytes + (long) (blocks + rest) * storage.offsetBytes() + Integer.BYTES,
                INDEX,
                "chunk index");
        place(from, front, 0, inIndex);
        from.position((int) (front + (long) inIndex * bytes));
        long first = inIndex;
        for (int number = 0; number < direct; number++) {
            for (long block = 0; block < blocks(number); block++) {
                data(storage.address(from), first, count(number), new byte[0], 0);
                first += count(number);
            }
        }
        for (int number = direct; number < superBlocks && first < used; number++) {
            superBlock(storage.address(from), first, number);
            first += blocks(number) * count(number);
        }
    }

    /** Returns the number of data blocks of a super block. */
    private static long blocks(int number) {
        return 1L << (number / 2);
    }

    /** Returns the number of places in each data block of a super block. */
    private long count(int number) {
        return (1L << ((number + 1) / 2)) * leastInBlock;
    }

    private void superBlock(long address, long first, int number) {
        if (address == Hdf5Bytes.NOWHERE) {
            return;
        }
        long count = count(number);
        long blocks = blocks(number);
        long pages = count > pageCount ? count / pageCount : 0;
        int bitmapBytes = (int) ((pages + 7) / 8);
        long front = 6L + storage.offsetBytes() + offsetBytes;
        ByteBuffer from = storage.sound(
                address, front + blocks * (bitmapBytes + storage.offsetBytes()) + Integer.BYTES, SUPER, "chunk index");
        byte[] written = new byte[Math.toIntExact(blocks * bitmapBytes)];
        from.get((int) front, written);
        for (int block = 0; block < blocks; block++) {
            from.position((int) (front + blocks * bitmapBytes) + block * storage.offsetBytes());
            data(storage.address(from), first + block * count, count, written, block * pages);
        }
    }

    /**
     * Reads a data block.
     *
     * @param written a bit for each page of all blocks of the super block, one behind the other although the bytes are
     *     counted by the block; empty where every page is written
     * @param firstPage number of the block's first page among them
     */
    private void data(long address, long first, long count, byte[] written, long firstPage) {
        if (address == Hdf5Bytes.NOWHERE) {
            return;
        }
        long front = 6L + storage.offsetBytes() + offsetBytes;
        if (count <= pageCount) {
            place(
                    storage.sound(address, front + count * bytes + Integer.BYTES, DATA, "chunk index"),
                    front,
                    first,
                    count);
            return;
        }
        storage.sound(address, front + Integer.BYTES, DATA, "chunk index");
        long at = address + front + Integer.BYTES;
        for (long page = 0; page < count / pageCount; page++) {
            long length = pageCount * bytes + Integer.BYTES;
            long bit = firstPage + page;
            boolean known = written.length == 0 || ((written[(int) (bit / 8)] << (bit % 8)) & 0x80) != 0;
            if (known) {
                ByteBuffer from = storage.soundPart(at, length, "page of a chunk index");
                place(from, 0, first + page * pageCount, pageCount);
            }
            at += length;
        }
    }

    private void place(ByteBuffer from, long start, long first, long count) {
        int position = from.position();
        for (int i = 0; i < count; i++) {
            element.accept(first + i, from.position((int) start + i * bytes), bytes);
        }
        from.position(position);
    }
}
