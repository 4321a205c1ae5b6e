package dev.shoal.netcdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Lends a {@link ByteSource} to jhdf; closing it leaves the source open. */
final class SourceChannel implements SeekableByteChannel {

    private final ByteSource source;
    private long position;

    SourceChannel(ByteSource source) {
        this.source = source;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        long left = source.length() - position;
        if (left <= 0) {
            return -1;
        }
        int count = (int) Math.min(into.remaining(), left);
        if (into.hasArray()) {
            source.read(position, into.array(), into.arrayOffset() + into.position(), count);
            into.position(into.position() + count);
        } else {
            into.put(source.read(position, count));
        }
        position += count;
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return source.length();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // The source belongs to the file that lends it.
    }
}
