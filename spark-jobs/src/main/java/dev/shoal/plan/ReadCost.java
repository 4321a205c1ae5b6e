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

    /**
     * Returns the cost of reading a box.
     *
     * @param grid the chunks
     * @param chunkBytes of a chunk as stored
     */
    public static ReadCost of(ChunkGrid grid, double chunkBytes, AccessBox box) {
        double requests = 1;
        for (int axis = 0; axis < grid.rank(); axis++) {
            requests *= touched(grid, axis, box.shape()[axis]);
        }
        double bytes = requests * chunkBytes;
        double waits = Math.max(1, requests / REQUESTS_AT_A_TIME) * REQUEST_SECONDS;
        return new ReadCost(requests, bytes, waits + bytes / BYTES_A_SECOND);
    }

    /** A box of b cells in chunks of c begins with equal chance at each cell of a chunk: it touches 1 + (b - 1) / c. */
    private static double touched(ChunkGrid grid, int axis, long length) {
        double count = Math.max(1, grid.count(axis));
        return length >= grid.shape()[axis] ? count : Math.min(count, 1 + (length - 1.0) / grid.chunk()[axis]);
    }
}
