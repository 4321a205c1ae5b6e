package dev.shoal.netcdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import ucar.unidata.io.RandomAccessFile;

/** Lends a {@link ByteSource} to NetCDF-Java; closing it leaves the source open. */
final class UcarBytes extends RandomAccessFile {

    private static final int BUFFER_BYTES = 8192;

    private final ByteSource source;

    UcarBytes(ByteSource source) {
        super(BUFFER_BYTES);
        this.source = source;
        this.location = source.location();
    }

    @Override
    public long length() {
        return source.length();
    }

    @Override
    protected int read_(long position, byte[] into, int offset, int count) throws IOException {
        long left = source.length() - position;
        if (left <= 0) {
            return -1;
        }
        int length = (int) Math.min(count, left);
        source.read(position, into, offset, length);
        return length;
    }

    @Override
    public long readToByteChannel(WritableByteChannel into, long position, long count) throws IOException {
        int length = (int) Math.max(0, Math.min(count, source.length() - position));
        return into.write(ByteBuffer.wrap(source.read(position, length)));
    }

    @Override
    public long getLastModified() {
        return 0;
    }

    @Override
    public synchronized void close() {
        // The source belongs to the file that lends it.
    }
}
