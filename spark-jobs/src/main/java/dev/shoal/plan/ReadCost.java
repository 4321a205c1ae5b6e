package dev.shoal.plan;

import java.io.Serializable;

/**
 * What a typical read takes: expected over all places of the box.
 *
 * @param requests to the store, one for each chunk that shares a cell with the box
 * @param bytes that are fetched, as stored
 * @param seconds estimated, with requests going out some at a time
 */
public record ReadCost(double requests, double bytes, double seconds) implements Serializable {

    private static final double REQUEST_SECONDS = 0.03;
    private static final double REQUESTS_AT_A_TIME = 16;
    private static final double BYTES_A_SECOND = 100e6;

    /** A place and a length of eight bytes each (Zarr sharding_indexed). */
    private static final double INDEX_ENTRY_BYTES = 16;

    /**
     * Returns the cost of reading a box.
     *
     * @param grid the chunks
     * @param chunkBytes of a chunk as stored
     */
    public static ReadCost of(ChunkGrid grid, double chunkBytes, AccessBox box) {
        double requests = touched(grid, box);
        double bytes = requests * chunkBytes;
        return new ReadCost(requests, bytes, waits(requests) + bytes / BYTES_A_SECOND);
    }

    /**
     * Returns the cost of reading a box of chunks that lie in shards: the index of each shard first, then each chunk.
     *
     * @param grid the chunks
     * @param shards of whole chunks
     * @param chunkBytes of a chunk as stored
     */
    public static ReadCost of(ChunkGrid grid, ChunkGrid shards, double chunkBytes, AccessBox box) {
        double indexes = touched(shards, box);
        double entries = 1;
        for (int axis = 0; axis < grid.rank(); axis++) {
            entries *= (double) shards.chunk()[axis] / grid.chunk()[axis];
        }
        ReadCost chunks = of(grid, chunkBytes, box);
        double bytes = chunks.bytes() + indexes * entries * INDEX_ENTRY_BYTES;
        double waits = waits(indexes) + waits(chunks.requests());
        return new ReadCost(indexes + chunks.requests(), bytes, waits + bytes / BYTES_A_SECOND);
    }

    private static double waits(double requests) {
        return Math.max(1, requests / REQUESTS_AT_A_TIME) * REQUEST_SECONDS;
    }

    private static double touched(ChunkGrid grid, AccessBox box) {
        double touched = 1;
        for (int axis = 0; axis < grid.rank(); axis++) {
            touched *= touched(grid, axis, box.shape()[axis]);
        }
        return touched;
    }

    /** A box of b cells in chunks of c begins with equal chance at each cell of a chunk: it touches 1 + (b - 1) / c. */
    private static double touched(ChunkGrid grid, int axis, long length) {
        double count = Math.max(1, grid.count(axis));
        return length >= grid.shape()[axis] ? count : Math.min(count, 1 + (length - 1.0) / grid.chunk()[axis]);
    }
}
