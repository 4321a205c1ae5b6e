package dev.shoal.netcdf;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the blocks read last, so that the many small reads of a header cost few requests. A read of a block's length or
 * more goes past the cache.
 */
final class CachedBytes implements ByteSource {

    /** The length of a block, but for the last of a file. */
    static final int BLOCK_BYTES = 1 << 20;

    /** The number of blocks kept. */
    static final int BLOCKS = 16;

    private final ByteSource source;
    private final int blockBytes;
    private final Map<Long, byte[]> blocks;

    CachedBytes(ByteSource source) {
        this(source, BLOCK_BYTES, BLOCKS);
    }

    CachedBytes(ByteSource source, int blockBytes, int blocks) {
        this.source = source;
        this.blockBytes = blockBytes;
        this.blocks = new LinkedHashMap<>(blocks * 2, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
                return size() > blocks;
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
        if (length >= blockBytes) {
            source.read(position, into, offset, length);
            return;
        }
        long from = position;
        int done = 0;
        while (done < length) {
            byte[] block = block(from / blockBytes);
            int start = (int) (from % blockBytes);
            int count = Math.min(length - done, block.length - start);
            System.arraycopy(block, start, into, offset + done, count);
            done += count;
            from += count;
        }
    }

    private byte[] block(long number) throws IOException {
        byte[] block = blocks.get(number);
        if (block == null) {
            long position = number * blockBytes;
            block = source.read(position, (int) Math.min(blockBytes, source.length() - position));
            blocks.put(number, block);
        }
        return block;
    }

    @Override
    public void close() throws IOException {
        blocks.clear();
        source.close();
    }
}
