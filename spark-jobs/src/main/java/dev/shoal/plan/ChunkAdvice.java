package dev.shoal.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Chunks, and shards of them, for an array that is read in known ways.
 *
 * @param chunk cells of a chunk on each axis
 * @param shard cells of a shard on each axis, whole chunks
 */
public record ChunkAdvice(long[] chunk, long[] shard) implements Serializable {

    /** Fewer decoded bytes in a chunk are a waste of requests. */
    private static final double LEAST_CHUNK_BYTES = 256 << 10;

    /** More decoded bytes in a chunk are a waste of memory. */
    private static final double MOST_CHUNK_BYTES = 16 << 20;

    /** Stored bytes of a shard, above which objects gain nothing by being larger. */
    private static final double SHARD_BYTES = 64 << 20;

    private static final int FEW_AXES = 4;
    private static final int SMALL_RANK_PARTS = 24;
    private static final int PARTS = 6;

    /** Copies its arguments. */
    public ChunkAdvice {
        chunk = chunk.clone();
        shard = shard.clone();
    }

    /**
     * Chooses the chunks for which the worst served of the accesses waits least, compared with chunks made for it
     * alone.
     *
     * @param shape of the array
     * @param elementBytes bytes of a cell, decoded
     * @param ratio decoded bytes for each stored byte
     * @param accesses at least one
     */
    public static ChunkAdvice of(long[] shape, int elementBytes, double ratio, List<AccessBox> accesses) {
        List<long[]> choices = choices(shape, elementBytes);
        double[] best = new double[accesses.size()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        List<double[]> costs = new ArrayList<>();
        for (long[] choice : choices) {
            double[] cost = costs(new ChunkGrid(shape, choice), elementBytes / ratio, accesses);
            costs.add(cost);
            for (int i = 0; i < best.length; i++) {
                best[i] = Math.min(best[i], cost[i]);
            }
        }
        int found = 0;
        for (int choice = 1; choice < choices.size(); choice++) {
            if (regret(costs.get(choice), best) < regret(costs.get(found), best)) {
                found = choice;
            }
        }
        long[] chunk = choices.get(found);
        return new ChunkAdvice(chunk, shard(shape, chunk, elementBytes / ratio));
    }

    private static double[] costs(ChunkGrid grid, double storedElementBytes, List<AccessBox> accesses) {
        double bytes = cells(grid.chunk()) * storedElementBytes;
        return accesses.stream()
                .mapToDouble(access -> ReadCost.of(grid, bytes, access).seconds())
                .toArray();
    }

    private static double regret(double[] cost, double[] best) {
        double worst = 0;
        double sum = 0;
        for (int i = 0; i < cost.length; i++) {
            worst = Math.max(worst, cost[i] / best[i]);
            sum += cost[i] / best[i];
        }
        return worst + 1e-3 * sum;
    }

    private static List<long[]> choices(long[] shape, int elementBytes) {
        List<long[]> choices = new ArrayList<>();
        double all = elementBytes;
        for (long length : shape) {
            all *= Math.max(1, length);
        }
        double least = Math.min(all, LEAST_CHUNK_BYTES) / elementBytes;
        walk(shape, 0, new long[shape.length], least, MOST_CHUNK_BYTES / elementBytes, choices);
        return choices;
    }

    private static void walk(long[] shape, int axis, long[] chunk, double least, double most, List<long[]> choices) {
        if (axis == shape.length) {
            if (cells(chunk) >= least) {
                choices.add(chunk.clone());
            }
            return;
        }
        for (long length : lengths(shape[axis], shape.length)) {
            chunk[axis] = length;
            if (cells(Arrays.copyOf(chunk, axis + 1)) <= most) {
                walk(shape, axis + 1, chunk, least, most, choices);
            }
        }
    }

    /** An axis in 1, 2, 3 and more even parts, in twice as many from then on, and in single cells. */
    private static TreeSet<Long> lengths(long length, int rank) {
        TreeSet<Long> lengths = new TreeSet<>(List.of(1L, Math.max(1, length)));
        int even = rank <= FEW_AXES ? SMALL_RANK_PARTS : PARTS;
        for (long parts = 2; parts < length; parts = parts < even ? parts + 1 : parts * 2) {
            lengths.add((length - 1) / parts + 1);
        }
        return lengths;
    }

    /** Doubles the axis of most chunks until a shard is large enough or holds all. */
    private static long[] shard(long[] shape, long[] chunk, double storedElementBytes) {
        long[] shard = chunk.clone();
        while (cells(shard) * storedElementBytes * 2 <= SHARD_BYTES) {
            int most = -1;
            long count = 1;
            for (int axis = 0; axis < shape.length; axis++) {
                long shards = (shape[axis] - 1) / shard[axis] + 1;
                if (shards > count) {
                    most = axis;
                    count = shards;
                }
            }
            if (most < 0) {
                break;
            }
            shard[most] *= 2;
        }
        return shard;
    }

    private static double cells(long[] lengths) {
        double cells = 1;
        for (long length : lengths) {
            cells *= length;
        }
        return cells;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChunkAdvice advice
                && Arrays.equals(chunk, advice.chunk)
                && Arrays.equals(shard, advice.shard);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(chunk) + Arrays.hashCode(shard);
    }

    @Override
    public String toString() {
        return "chunks of " + Arrays.toString(chunk) + " in shards of " + Arrays.toString(shard);
    }
}
