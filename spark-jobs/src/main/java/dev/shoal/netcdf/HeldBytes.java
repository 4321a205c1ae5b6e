package dev.shoal.netcdf;

import java.io.IOException;

/**
 * A file that is in memory.
 *
 * @param location it was read from
 * @param bytes of the whole file; not copied
 */
record HeldBytes(String location, byte[] bytes) implements ByteSource {

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public void read(long position, byte[] into, int offset, int length) throws IOException {
        require(position, length);
        System.arraycopy(bytes, (int) position, into, offset, length);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
