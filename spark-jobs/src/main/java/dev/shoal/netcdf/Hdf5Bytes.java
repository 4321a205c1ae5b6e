package dev.shoal.netcdf;

import io.jhdf.Superblock;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * jhdf's view of a file's bytes that refuses what the file does not hold before memory is taken for it.
 *
 * @param storage jhdf's own
 */
record Hdf5Bytes(HdfBackingStorage storage) implements HdfBackingStorage {

    private void require(long rawAddress, long length) {
        if (rawAddress < 0 || length < 0 || rawAddress > size() - length) {
            throw new DamagedException("the file ends at byte " + size() + ", expected " + length + " bytes from byte "
                    + rawAddress + " on");
        }
    }

    /** Reads bytes, whose numbers are little-endian. */
    @Override
    public ByteBuffer readBufferFromAddress(long address, int length) {
        require(address + getUserBlockSize(), length);
        return storage.readBufferFromAddress(address, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads the address of something in the file. */
    long address(ByteBuffer from) {
        return number(from, getSizeOfOffsets());
    }

    /** Reads the length of something in the file. */
    long length(ByteBuffer from) {
        return number(from, getSizeOfLengths());
    }

    /** Reads a little-endian number of up to 8 bytes, none below zero unless it has all 8. */
    static long number(ByteBuffer from, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (from.get() & 0xffL) << (8 * i);
        }
        return number;
    }

    @Override
    public ByteBuffer map(long address, long length) {
        require(address + getUserBlockSize(), length);
        return storage.map(address, length);
    }

    @Override
    public ByteBuffer mapNoOffset(long address, long length) {
        require(address, length);
        return storage.mapNoOffset(address, length);
    }

    @Override
    public long getUserBlockSize() {
        return storage.getUserBlockSize();
    }

    @Override
    public Superblock getSuperblock() {
        return storage.getSuperblock();
    }

    @Override
    public FileChannel getFileChannel() {
        return storage.getFileChannel();
    }

    @Override
    public int getSizeOfOffsets() {
        return storage.getSizeOfOffsets();
    }

    @Override
    public int getSizeOfLengths() {
        return storage.getSizeOfLengths();
    }

    @Override
    public long size() {
        return storage.size();
    }

    @Override
    public boolean inMemory() {
        return storage.inMemory();
    }

    @Override
    public void close() {
        storage.close();
    }
}
