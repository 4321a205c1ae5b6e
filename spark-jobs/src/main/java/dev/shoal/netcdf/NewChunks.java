package dev.shoal.netcdf;

import dev.shoal.plan.ChunkGrid;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Which chunks of a dataset were put, and where each lies in the {@link ChunkSpool}; the index that an HDF5 file finds
 * them by: "HDF5 File Format Specification", section III.A.1, "Version 1 B-trees". Its nodes lie level by level, the
 * leaves first, and the chunks in the order of the index, so a file's bytes do not tell in which order they came.
 */
final class NewChunks {

    /** Children of a node: twice the rank that readers expect where a file tells none. */
    private static final int FANOUT = 64;

    private static final int MOST_CHUNKS = 1 << 27;
    private static final int NODE_FRONT_BYTES = 24;

    private final NewDataset dataset;
    private final ChunkGrid grid;
    private final long[] start;
    private final int[] bytes;
    private int[] put = {};
    private long[] place = {};

    NewChunks(NewDataset dataset) throws UnwritableException {
        this.dataset = dataset;
        this.grid = dataset.grid();
        long count = dataset.bare() ? 0 : grid.count();
        if (count > MOST_CHUNKS) {
            throw new UnwritableException(
                    "Cannot write variable " + dataset.variable().name() + ": it has " + count
                            + " chunks of " + Arrays.toString(grid.chunk()) + ", expected at most " + MOST_CHUNKS
                            + ". Choose larger chunks.");
        }
        this.start = new long[(int) count];
        this.bytes = new int[(int) count];
        Arrays.fill(bytes, -1);
    }

    NewDataset dataset() {
        return dataset;
    }

    /** Remembers a chunk; the last of the same number counts. */
    synchronized void put(long number, long at, int length) {
        if (number < 0 || number >= start.length) {
            throw new IllegalArgumentException("Cannot put chunk " + number + " of variable "
                    + dataset.variable().name() + ": it has " + start.length + " chunks.");
        }
        start[(int) number] = at;
        bytes[(int) number] = length;
    }

    /** Fixes what was put, and where in the file it will lie relative to the first chunk. */
    synchronized void end() {
        int count = 0;
        put = new int[(int) Arrays.stream(bytes).filter(length -> length >= 0).count()];
        place = new long[put.length + 1];
        for (int number = 0; number < bytes.length; number++) {
            if (bytes[number] >= 0) {
                put[count] = number;
                place[count + 1] = place[count] + bytes[number];
                count++;
            }
        }
    }

    /** Returns the bytes of the chunks that were put. */
    long dataBytes() {
        return place[put.length];
    }

    /** Returns the bytes of the index; none where there are no chunks to be found. */
    long indexBytes() {
        if (!dataset.chunked() || put.length == 0) {
            return 0;
        }
        long nodes = 0;
        int level = put.length;
        do {
            level = parents(level);
            nodes += level;
        } while (level > 1);
        return nodes * nodeBytes();
    }

    private static int parents(int children) {
        return (children + FANOUT - 1) / FANOUT;
    }

    private int keyBytes() {
        return 2 * Integer.BYTES + Long.BYTES * (grid.rank() + 1);
    }

    private int nodeBytes() {
        return NODE_FRONT_BYTES + FANOUT * Long.BYTES + (FANOUT + 1) * keyBytes();
    }

    /** Returns where the index's root lies relative to its first byte. */
    long root() {
        return indexBytes() - nodeBytes();
    }

    /**
     * Writes the index.
     *
     * @param index where it lies in the file
     * @param data where the chunks lie
     */
    void writeIndex(long index, long data, OutputStream out) throws IOException {
        long children = data;
        long nodes = index;
        int stride = 1;
        for (int level = 0, count = put.length; indexBytes() > 0 && (level == 0 || count > 1); level++) {
            int parents = parents(count);
            for (int node = 0; node < parents; node++) {
                out.write(node(level, stride, node, parents, nodes, children));
            }
            children = nodes;
            nodes += (long) parents * nodeBytes();
            count = parents;
            stride *= FANOUT;
        }
    }

    /**
     * Makes a node.
     *
     * @param stride chunks under one child, but for the last
     * @param nodes where the level lies
     * @param children where what is under it lies
     */
    private byte[] node(int level, int stride, int number, int count, long nodes, long children) {
        long first = (long) number * FANOUT;
        int entries = (int) Math.min(FANOUT, (put.length + stride - 1L) / stride - first);
        Hdf5Words node = new Hdf5Words().text("TREE").bytes(1, level).number(entries, Short.BYTES);
        node.place(number == 0 ? Hdf5Words.NOWHERE : nodes + (number - 1L) * nodeBytes());
        node.place(number == count - 1 ? Hdf5Words.NOWHERE : nodes + (number + 1L) * nodeBytes());
        for (int i = 0; i < entries; i++) {
            long child = first + i;
            key(node, child * stride);
            node.place(level == 0 ? children + place[(int) child] : children + child * nodeBytes());
        }
        key(node, (first + entries) * stride);
        return node.zeros(nodeBytes() - node.size()).toBytes();
    }

    /** Adds the key of a chunk; behind the last chunk stands one that is behind it on every axis. */
    private void key(Hdf5Words node, long at) {
        boolean behind = at >= put.length;
        int chunk = (int) Math.min(at, put.length - 1L);
        int step = behind ? 1 : 0;
        node.number(behind ? 0 : bytes[put[chunk]], Integer.BYTES).zeros(Integer.BYTES);
        long[] index = grid.index(put[chunk]);
        for (int axis = 0; axis < index.length; axis++) {
            node.place((index[axis] + step) * grid.chunk()[axis]);
        }
        node.place((long) step * dataset.variable().type().bytes());
    }

    /** Writes the chunks. */
    void writeData(ChunkSpool from, OutputStream out) throws IOException {
        for (int number : put) {
            from.copy(start[number], bytes[number], out);
        }
    }

    /** Returns where each kind of thing of several datasets begins when they lie one behind the other. */
    static long[] starts(long first, List<NewChunks> all, ToLongFunction<NewChunks> length) {
        long[] starts = new long[all.size() + 1];
        starts[0] = first;
        for (int i = 0; i < all.size(); i++) {
            starts[i + 1] = starts[i] + ((length.applyAsLong(all.get(i)) + 7) & ~7L);
        }
        return starts;
    }
}
