package dev.shoal.netcdf;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file.
 *
 * @param source the whole file
 * @param start position of the part's first byte
 * @param length of the part
 * @param owned what is closed with the part
 */
record BytePart(ByteSource source, long start, long length, Closeable owned) implements ByteSource {

    @Override
    public String location() {
        return source.location();
    }

    @Override
    public void read(long position, byte[] into, int offset, int length) throws IOException {
        require(position, length);
        source.read(start + position, into, offset, length);
    }

    @Override
    public int requestBytes() {
        return source.requestBytes();
    }

    @Override
    public void fetch(List<ReadRequest> requests, Receiver receiver) throws IOException {
        List<ReadRequest> moved = new ArrayList<>();
        for (ReadRequest request : requests) {
            require(request.position(), request.length());
            moved.add(moved(request, start));
        }
        source.fetch(moved, (request, bytes) -> receiver.take(moved(request, -start), bytes));
    }

    private static ReadRequest moved(ReadRequest request, long by) {
        return new ReadRequest(request.position() + by, request.length(), request.first(), request.end());
    }

    @Override
    public void close() throws IOException {
        owned.close();
    }
}
