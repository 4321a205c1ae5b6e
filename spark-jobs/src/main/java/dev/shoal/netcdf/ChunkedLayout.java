package dev.shoal.netcdf;

import dev.shoal.codec.Slice;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.Inflater;

/**
 * Elements in chunks, each stored by itself through the filters.
 *
 * @param grid of the variable
 * @param table read when first asked for
 * @param filters in the order of writing
 * @param inflater lent by the file
 */
record ChunkedLayout(ChunkGrid grid, Supplier<ChunkTable> table, List<Hdf5Filter> filters, Inflater inflater)
        implements Hdf5Layout {

    /** Chunks that lie nearer than this are fetched by one read. */
    private static final int GAP_BYTES = 16 << 10;

    /** One read fetches no more than this, but for a single chunk that is larger. */
    private static final int READ_BYTES = 8 << 20;

    /** One chunk to be read: where it lies in the variable, and where in the file. */
    private record Wanted(Window cells, ChunkTable.Entry entry) {}

    @Override
    public void read(ByteSource source, Elements elements, Window window, Window to, Object into) throws IOException {
        List<Wanted> wanted = wanted(window);
        ChunkPipeline pipeline = new ChunkPipeline(filters, chunkBytes(elements), elements.bytes(), inflater);
        byte[] buffer = new byte[0];
        int next = 0;
        while (next < wanted.size()) {
            int first = next;
            long start = wanted.get(first).entry().address();
            long end = start;
            do {
                end = Math.max(end, end(wanted.get(next)));
                next++;
            } while (next < wanted.size() && near(wanted.get(next), start, end));
            source.require(start, end - start);
            if (buffer.length < end - start) {
                buffer = new byte[(int) (end - start)];
            }
            source.read(start, buffer, 0, (int) (end - start));
            for (Wanted chunk : wanted.subList(first, next)) {
                place(chunk, buffer, start, pipeline, elements, window, to, into);
            }
        }
    }

    @Override
    public boolean isWritten(Window window) {
        ChunkTable written = table.get();
        for (long[] index : ChunkGrid.walk(grid.touching(window))) {
            if (written.find(grid.ordinal(index)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static long end(Wanted chunk) {
        return chunk.entry().address() + Integer.toUnsignedLong(chunk.entry().bytes());
    }

    private static boolean near(Wanted chunk, long start, long end) {
        return chunk.entry().address() - end <= GAP_BYTES && end(chunk) - start <= READ_BYTES;
    }

    private List<Wanted> wanted(Window window) {
        List<Wanted> wanted = new ArrayList<>();
        ChunkTable written = table.get();
        for (long[] index : ChunkGrid.walk(grid.touching(window))) {
            written.find(grid.ordinal(index)).ifPresent(entry -> {
                long[] start = new long[index.length];
                for (int axis = 0; axis < start.length; axis++) {
                    start[axis] = index[axis] * grid.chunk()[axis];
                }
                wanted.add(new Wanted(Window.at(start, grid.chunk()), entry));
            });
        }
        wanted.sort(Comparator.comparingLong(chunk -> chunk.entry().address()));
        return wanted;
    }

    private void place(
            Wanted chunk,
            byte[] buffer,
            long start,
            ChunkPipeline pipeline,
            Elements elements,
            Window window,
            Window to,
            Object into)
            throws IOException {
        ChunkTable.Entry entry = chunk.entry();
        Slice stored = new Slice(buffer, (int) (entry.address() - start), entry.bytes());
        Slice plain;
        try {
            plain = pipeline.decode(stored, entry.skipped());
        } catch (IOException e) {
            throw new IOException("chunk " + chunk.cells() + " at byte " + entry.address() + ": " + e.getMessage(), e);
        }
        Elements.Rows rows = elements.rows(plain.bytes(), plain.offset(), plain.length(), into);
        Window cells = chunk.cells().intersect(window).orElseThrow();
        new Overlap(chunk.cells(), to, cells).each((from, at, count) -> rows.copy((int) from, (int) at, (int) count));
    }

    private int chunkBytes(Elements elements) throws IOException {
        long bytes = elements.bytes();
        try {
            for (long length : grid.chunk()) {
                bytes = Math.multiplyExact(bytes, length);
            }
            return Math.toIntExact(bytes);
        } catch (ArithmeticException e) {
            throw new IOException("found chunks of " + grid + ", expected fewer than 2^31 bytes in each", e);
        }
    }
}
