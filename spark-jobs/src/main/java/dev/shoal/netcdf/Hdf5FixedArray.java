package dev.shoal.netcdf;

import java.nio.ByteBuffer;

/** A chunk index of as many places as there can be chunks: "HDF5 File Format Specification", section VII.B. */
final class Hdf5FixedArray {

    /** Receives the elements of an array of chunks. */
    @FunctionalInterface
    interface Element {
        void accept(long number, ByteBuffer bytes, int length);
    }

    private static final int HEADER = 0x44484146;
    private static final int BLOCK = 0x42444146;

    private final Hdf5Bytes storage;
    private final Element element;

    Hdf5FixedArray(Hdf5Bytes storage, Element element) {
        this.storage = storage;
        this.element = element;
    }

    void read(long address) {
        int length = 8 + storage.lengthBytes() + storage.offsetBytes() + Integer.BYTES;
        ByteBuffer header = storage.sound(address, length, HEADER, "chunk index");
        header.position(6);
        int bytes = Byte.toUnsignedInt(header.get());
        int pageBits = Byte.toUnsignedInt(header.get());
        long count = storage.length(header);
        long block = storage.address(header);
        long most = storage.source().length() * 8L;
        if (bytes < storage.offsetBytes() || pageBits > 30 || count < 0 || count / (1L << pageBits) > most) {
            throw new DamagedException("a chunk index of " + count + " places of " + bytes + " bytes");
        }
        if (block == Hdf5Bytes.NOWHERE) {
            return;
        }
        long front = 6L + storage.offsetBytes();
        if (count <= 1L << pageBits) {
            place(
                    storage.sound(block, front + count * bytes + Integer.BYTES, BLOCK, "chunk index"),
                    front,
                    0,
                    count,
                    bytes);
        } else {
            pages(block, front, count, 1L << pageBits, bytes);
        }
    }

    private void pages(long block, long front, long count, long pageCount, int bytes) {
        long pages = (count + pageCount - 1) / pageCount;
        long bitmapBytes = (pages + 7) / 8;
        ByteBuffer head = storage.sound(block, front + bitmapBytes + Integer.BYTES, BLOCK, "chunk index");
        long at = block + front + bitmapBytes + Integer.BYTES;
        for (long page = 0; page < pages; page++) {
            long inPage = Math.min(pageCount, count - page * pageCount);
            long length = inPage * bytes + Integer.BYTES;
            if (((head.get((int) (front + page / 8)) << (page % 8)) & 0x80) != 0) {
                page(at, length, page * pageCount, inPage, bytes);
            }
            at += length;
        }
    }

    private void page(long at, long length, long first, long count, int bytes) {
        ByteBuffer page = storage.soundPart(at, length, "page of a chunk index");
        place(page, 0, first, count, bytes);
    }

    private void place(ByteBuffer from, long start, long first, long count, int bytes) {
        for (int i = 0; i < count; i++) {
            element.accept(first + i, from.position((int) start + i * bytes), bytes);
        }
    }
}
