package dev.shoal.netcdf;

import dev.shoal.codec.Slice;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Keeps the blocks of a file that its header was read from, so that a header's many small reads cost few requests.
 *
 * <p>A header may be read from front to end, or lie in pieces all over a large file. The first is told by asking for
 * what comes right behind what came last: then requests bring more and more. Values go past the cache, exactly as many
 * bytes as are asked for, unless all of them are there already.
 */
final class CachedBytes implements ByteSource {

    /** The most that one request for a header brings, however long it is. */
    private static final int RUN_BYTES = 1 << 20;

    /** What is kept of one file. */
    private static final int KEPT_BYTES = 16 << 20;

    private final ByteSource source;
    private final BlockSizes sizes;
    private final int runBlocks;
    private final HeldBlocks held;
    private final Keeping keeping;
    private final Runnable closing;
    /** The block read last, which most reads want again. */
    private byte[] recent = new byte[0];

    private long recentNumber = -1;
    private long runStart;
    private long runEnd;

    /** What is kept beside the header. */
    enum Keeping {
        NOTHING,
        /** Values too, as far as there is room: who reads them wants coordinates, and comes again. */
        VALUES
    }

    CachedBytes(ByteSource source) {
        this(source, BlockSizes.LOCAL);
    }

    CachedBytes(ByteSource source, BlockSizes sizes) {
        this(source, sizes, new HeldBlocks(keptBlocks(sizes)), Keeping.NOTHING, RUN_BYTES / sizes.blockBytes());
    }

    /**
     * Keeps blocks with others who read the same state of the file.
     *
     * @param runBlocks the most blocks of one request for a header
     */
    CachedBytes(ByteSource source, BlockSizes sizes, HeldBlocks held, Keeping keeping, int runBlocks) {
        this(source, sizes, held, keeping, runBlocks, () -> {});
    }

    private CachedBytes(
            ByteSource source, BlockSizes sizes, HeldBlocks held, Keeping keeping, int runBlocks, Runnable closing) {
        this.source = source;
        this.sizes = sizes;
        this.held = held;
        this.keeping = keeping;
        this.closing = closing;
        this.runBlocks = runBlocks;
    }

    /** Opens a file that a listing showed, of which this process keeps the header. */
    static CachedBytes open(ListedFile listed, Configuration conf, Keeping keeping) throws IOException {
        HadoopBytes.Opened opened = HadoopBytes.open(listed, conf);
        BlockSizes sizes = opened.bytes().blockSizes();
        HeldBlocks held = KnownHeaders.OF_PROCESS.of(opened.state(), keptBlocks(sizes));
        return new CachedBytes(
                opened.bytes(),
                sizes,
                held,
                keeping,
                RUN_BYTES / sizes.blockBytes(),
                () -> KnownHeaders.OF_PROCESS.read(opened.state(), held));
    }

    /** Returns the number of blocks that are kept of one file. */
    private static int keptBlocks(BlockSizes sizes) {
        return KEPT_BYTES / sizes.blockBytes();
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
        int blockBytes = sizes.blockBytes();
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
            synchronized (held) {
                Optional<byte[]> known = held.block(number);
                recent = known.isPresent() ? known.get() : fetched(number, last);
            }
            recentNumber = number;
        }
        return recent;
    }

    private byte[] fetched(long number, long last) throws IOException {
        long wanted = number == 0 ? sizes.first() : 1;
        if (number == runEnd && runEnd > runStart) {
            wanted = (runEnd - runStart) / sizes.part() + 1;
        } else {
            runStart = number;
        }
        long far = Math.min(Math.max(number + wanted, last + 1), number + runBlocks);
        long end = number + 1;
        while (end < far && end * sizes.blockBytes() < source.length() && !held.holds(end)) {
            end++;
        }
        runEnd = end;
        return keep(number, end);
    }

    private byte[] keep(long number, long end) throws IOException {
        int blockBytes = sizes.blockBytes();
        long position = number * blockBytes;
        byte[] run = source.read(position, (int) (Math.min(end * blockBytes, source.length()) - position));
        if (end - number == 1) {
            held.keep(number, run);
            return run;
        }
        byte[] first = new Slice(run, 0, blockBytes).copy();
        held.keep(number, first);
        for (int start = blockBytes; start < run.length; start += blockBytes) {
            int length = Math.min(blockBytes, run.length - start);
            held.keep((position + start) / blockBytes, new Slice(run, start, length).copy());
        }
        return first;
    }

    @Override
    public int requestBytes() {
        return source.requestBytes();
    }

    @Override
    public void fetch(List<ReadRequest> requests, Receiver receiver) throws IOException {
        if (areBlocksHere(requests)) {
            ByteSource.super.fetch(requests, receiver);
            return;
        }
        if (fetchHeld(requests, receiver)) {
            return;
        }
        if (keeping == Keeping.NOTHING) {
            source.fetch(requests, receiver);
            return;
        }
        source.fetch(requests, (request, bytes) -> {
            synchronized (held) {
                held.keepValues(request, bytes.copy());
            }
            receiver.take(request, bytes);
        });
    }

    /** Gives values that were kept, where all are there. */
    private boolean fetchHeld(List<ReadRequest> requests, Receiver receiver) throws IOException {
        byte[][] values = new byte[requests.size()][];
        synchronized (held) {
            for (int i = 0; i < values.length; i++) {
                Optional<byte[]> known = held.values(requests.get(i));
                if (known.isEmpty()) {
                    return false;
                }
                values[i] = known.get().clone();
            }
        }
        for (int i = 0; i < values.length; i++) {
            receiver.take(requests.get(i), new Slice(values[i], 0, values[i].length));
        }
        return true;
    }

    private boolean areBlocksHere(List<ReadRequest> requests) {
        synchronized (held) {
            return requests.stream().allMatch(this::isHere);
        }
    }

    private boolean isHere(ReadRequest request) {
        if (request.length() > KEPT_BYTES) {
            return false;
        }
        for (long number = request.position() / sizes.blockBytes();
                number * sizes.blockBytes() < request.position() + request.length();
                number++) {
            if (!held.holds(number)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        recentNumber = -1;
        closing.run();
        source.close();
    }
}
