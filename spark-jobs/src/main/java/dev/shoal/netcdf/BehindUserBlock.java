package dev.shoal.netcdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file without the bytes in front of its format's first: HDF5 leaves room there for what its user likes.
 *
 * @param source the whole file
 * @param start position of the first byte that is seen
 */
record BehindUserBlock(ByteSource source, long start) implements ByteSource {

    @Override
    public String location() {
        return source.location();
    }

    @Override
    public long length() {
        return source.length() - start;
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
        source.close();
    }
}
