package dev.shoal.netcdf;

import dev.shoal.codec.Slice;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the blocks of a file that its header was read from, so that a header's many small reads cost few requests.
 *
 * <p>A header may be read from front to end, or lie in pieces all over a large file. The first is told by asking for
 * what comes right behind what came last: then every request brings twice as much. Values go past the cache, exactly as
 * many bytes as are asked for, unless all of them are there already.
 */
final class CachedBytes implements ByteSource {

    /** What one request for a piece of a header brings: some pages, read by a disk as fast as one. */
    static final int LOCAL_BLOCK_BYTES = 16 << 10;

    /** The same for a store behind a network, which sends this in a hundredth of the time it takes to answer. */
    static final int REMOTE_BLOCK_BYTES = 64 << 10;

    /** The most that one request for a header brings, however long it is. */
    private static final int RUN_BYTES = 1 << 20;

    /** What is kept of one file. */
    private static final int KEPT_BYTES = 16 << 20;

    private final ByteSource source;
    private final int blockBytes;
    private final int runBlocks;
    private final Map<Long, byte[]> blocks;
    /** The block read last, which most reads want again. */
    private byte[] recent = new byte[0];

    private long recentNumber = -1;
    private long lastEnd;
    private int lastBlocks;

    CachedBytes(ByteSource source) {
        this(source, LOCAL_BLOCK_BYTES);
    }

    CachedBytes(ByteSource source, int blockBytes) {
        this(source, blockBytes, KEPT_BYTES / blockBytes, RUN_BYTES / blockBytes);
    }

    CachedBytes(ByteSource source, int blockBytes, int keptBlocks, int runBlocks) {
        this.source = source;
        this.blockBytes = blockBytes;
        this.runBlocks = Math.min(runBlocks, keptBlocks);
        this.blocks = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
                return size() > keptBlocks;
            }
        };
    }

    @Override
    public String location() {
        return source.location();
    }

    @Override
    public long length() {
        return source.length();
    }

    @Override
    public void read(long position, byte[] into, int offset, int length) throws IOException {
        require(position, length);
        if (length >= (long) runBlocks * blockBytes) {
            source.read(position, into, offset, length);
            return;
        }
        long last = (position + length - 1) / blockBytes;
        long from = position;
        int done = 0;
        while (done < length) {
            byte[] block = block(from / blockBytes, last);
            int start = (int) (from % blockBytes);
            int count = Math.min(length - done, block.length - start);
            System.arraycopy(block, start, into, offset + done, count);
            done += count;
            from += count;
        }
    }

    /** Returns a block; fetches the blocks up to {@code last} with it, and more where it follows what came last. */
    private byte[] block(long number, long last) throws IOException {
        if (number != recentNumber) {
            byte[] block = blocks.get(number);
            recent = block == null ? fetched(number, last) : block;
            recentNumber = number;
        }
        return recent;
    }

    private byte[] fetched(long number, long last) throws IOException {
        lastBlocks = number == lastEnd ? Math.min(runBlocks, 2 * lastBlocks) : 1;
        long end = number + 1;
        long far = Math.min(Math.max(number + Math.max(1, lastBlocks), last + 1), number + runBlocks);
        while (end < far && end * blockBytes < source.length() && !blocks.containsKey(end)) {
            end++;
        }
        lastBlocks = (int) (end - number);
        lastEnd = end;
        return keep(number, end);
    }

    private byte[] keep(long number, long end) throws IOException {
        long position = number * blockBytes;
        byte[] run = source.read(position, (int) (Math.min(end * blockBytes, source.length()) - position));
        if (end - number == 1) {
            blocks.put(number, run);
            return run;
        }
        byte[] first = new Slice(run, 0, blockBytes).copy();
        blocks.put(number, first);
        for (int start = blockBytes; start < run.length; start += blockBytes) {
            int length = Math.min(blockBytes, run.length - start);
            blocks.put((position + start) / blockBytes, new Slice(run, start, length).copy());
        }
        return first;
    }

    @Override
    public void fetch(List<ReadRequest> requests, Receiver receiver) throws IOException {
        if (requests.stream().allMatch(this::isHere)) {
            ByteSource.super.fetch(requests, receiver);
        } else {
            source.fetch(requests, receiver);
        }
    }

    private boolean isHere(ReadRequest request) {
        if (request.length() > KEPT_BYTES) {
            return false;
        }
        for (long number = request.position() / blockBytes;
                number * blockBytes < request.position() + request.length();
                number++) {
            if (!blocks.containsKey(number)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        blocks.clear();
        recentNumber = -1;
        source.close();
    }
}
