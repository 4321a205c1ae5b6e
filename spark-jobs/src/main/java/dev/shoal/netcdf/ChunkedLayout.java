package dev.shoal.netcdf;

import dev.shoal.codec.Slice;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Elements in chunks, each stored by itself through the filters.
 *
 * @param grid of the variable
 * @param table read when first asked for
 * @param filters in the order of writing
 */
record ChunkedLayout(ChunkGrid grid, Supplier<ChunkTable> table, List<Hdf5Filter> filters) implements Hdf5Layout {

    /** A chunk is decoded as one; one of more bytes than this is no chunk of use, and some bytes can claim it. */
    private static final int MOST_BYTES = 1 << 29;

    /** A chunk is held before and after its last filter, beside what is read and what else goes on. */
    private static final int SHARE_OF_MEMORY = 4;

    /** What is read, and where it goes. */
    private record Target(Elements elements, Window window, Frame to, Object into) {}

    @Override
    public void read(ByteSource source, Elements elements, Window window, Frame to, Object into) throws IOException {
        ChunkTable written = table.get();
        int[] wanted = written.touching(window);
        if (wanted.length == 0) {
            return;
        }
        ChunkPipeline pipeline = new ChunkPipeline(filters, chunkBytes(elements), elements.bytes());
        Target target = new Target(elements, window, to, into);
        source.fetch(plan(source, written, wanted), (request, bytes) -> {
            for (int i = request.first(); i < request.end(); i++) {
                int start = bytes.offset() + (int) (written.address(wanted[i]) - request.position());
                Slice stored = new Slice(bytes.bytes(), start, (int) written.storedBytes(wanted[i]));
                place(written, wanted[i], stored, pipeline, target);
            }
        });
    }

    @Override
    public boolean isWritten(Window window) {
        return table.get().touching(window).length > 0;
    }

    private static List<ReadRequest> plan(ByteSource source, ChunkTable written, int[] wanted) throws IOException {
        long[] positions = new long[wanted.length];
        long[] lengths = new long[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            positions[i] = written.address(wanted[i]);
            lengths[i] = written.storedBytes(wanted[i]);
            source.require(positions[i], lengths[i]);
            if (lengths[i] > MOST_BYTES) {
                throw new IOException(
                        "found a chunk of " + lengths[i] + " stored bytes, expected at most " + MOST_BYTES);
            }
        }
        return ReadPlan.of(positions, lengths, wanted.length, source.requestBytes());
    }

    private void place(ChunkTable written, int at, Slice stored, ChunkPipeline pipeline, Target target)
            throws IOException {
        Window chunk = cells(written.ordinal(at));
        Slice plain;
        try {
            plain = pipeline.decode(stored, written.skippedFilters(at));
        } catch (IOException e) {
            throw new IOException("chunk " + chunk + " at byte " + written.address(at) + ": " + e.getMessage(), e);
        }
        Elements.Rows rows = target.elements().rows(plain.bytes(), plain.offset(), plain.length(), target.into());
        Window shared = chunk.intersect(target.window()).orElseThrow();
        new Overlap(Frame.of(chunk), target.to(), shared)
                .each((from, to, count) -> rows.copy((int) from, (int) to, (int) count));
    }

    /** Returns the cells of a chunk, also those over the end of the variable. */
    private Window cells(long ordinal) {
        long[] start = grid.index(ordinal);
        for (int axis = 0; axis < start.length; axis++) {
            start[axis] *= grid.chunk()[axis];
        }
        return Window.at(start, grid.chunk());
    }

    @Override
    public boolean covers(Window window) {
        return table.get().touching(window).length == grid.touching(window).size();
    }

    @Override
    public Optional<ChunkTable> chunks(int elementBytes) {
        return Optional.of(table.get());
    }

    private int chunkBytes(Elements elements) throws IOException {
        double bytes = elements.bytes();
        for (long length : grid.chunk()) {
            bytes *= length;
        }
        long most = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
        if (bytes > most) {
            throw new IOException("found chunks of " + grid + ", expected at most " + most
                    + " bytes in each, a quarter of this process's memory; give it more, or rewrite the file with"
                    + " smaller chunks by nccopy -c");
        }
        return (int) bytes;
    }
}
