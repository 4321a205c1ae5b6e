package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.List;

/** A file in memory that remembers which ranges were read. */
final class MemoryBytes implements ByteSource {

    /** One read. */
    record Range(long start, long end) {}

    private final String location;
    private final byte[] bytes;
    private final List<Range> reads = new ArrayList<>();

    MemoryBytes(String location, byte[] bytes) {
        this.location = location;
        this.bytes = bytes;
    }

    List<Range> reads() {
        return reads;
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public void read(long position, byte[] into, int offset, int length) throws UnreadableException {
        require(position, length);
        reads.add(new Range(position, position + length));
        System.arraycopy(bytes, (int) position, into, offset, length);
    }

    @Override
    public void close() {
        reads.clear();
    }
}
