package dev.shoal.stage.zarr;

import dev.shoal.stage.StageException;
import dev.shoal.stage.Workers;
import dev.shoal.zarr.ZarrArray;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;

/**
 * What one task may hold of an object that is written whole, a chunk or a shard with all its chunks: its cells, a part
 * cut out of them, and the bytes on their way through the codec and together.
 */
final class ObjectMemory {

    private static final int COPIES = 4;

    /** What is let through whatever the memory: no chunk that nobody asked for is larger. */
    private static final long LEAST_BYTES = 64L << 20;

    private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\*|\\d+)(?:,\\s*\\d+)?])?");

    private ObjectMemory() {}

    /** Returns the most bytes of the cells of an object, by the memory and the cores of the process that writes it. */
    static long mostBytes() {
        SparkEnv env = SparkEnv.get();
        return env == null ? mostBytes(new SparkConf(false)) : mostBytes(env.conf());
    }

    private static long mostBytes(SparkConf conf) {
        Matcher local = LOCAL.matcher(conf.get("spark.master", "local[*]"));
        long heap = Runtime.getRuntime().maxMemory();
        long cores = Runtime.getRuntime().availableProcessors();
        if (!local.matches()) {
            heap = conf.getSizeAsMb("spark.executor.memory", "1g") << 20;
            cores = conf.getInt("spark.executor.cores", 4);
        } else if (local.group(1) == null) {
            cores = 1;
        } else if (!local.group(1).equals("*")) {
            cores = Long.parseLong(local.group(1));
        }
        return mostBytes(heap, cores);
    }

    private static long mostBytes(long heap, long cores) {
        return Math.max(LEAST_BYTES, heap / Math.max(1, cores) / COPIES);
    }

    /**
     * Refuses arrays of which a task cannot hold one object.
     *
     * @param store that they are in, for the message
     * @param workers who will hold them
     * @throws StageException with all of them
     */
    static void requireFits(String store, List<TargetArray> targets, Workers workers) {
        long mostBytes = mostBytes(workers.heapBytes(), workers.cores());
        requireFits(store, targets.stream().map(TargetArray::array).toList(), mostBytes);
    }

    static void requireFits(String store, List<ZarrArray> arrays, long mostBytes) {
        List<String> problems = arrays.stream()
                .filter(array -> bytes(array) > mostBytes)
                .map(array -> String.format(
                        Locale.ROOT,
                        "one %s of array '%s', of %s cells%s, takes %.1f MB in memory, expected at most %.1f MB.",
                        array.sharded() ? "shard" : "chunk",
                        array.path(),
                        Arrays.toString(array.chunk()),
                        array.sharded() ? " in chunks of " + Arrays.toString(array.inner()) : "",
                        bytes(array) / 1e6,
                        mostBytes / 1e6))
                .toList();
        if (!problems.isEmpty()) {
            throw StageException.configuration("Cannot write '" + store + "' in the memory of a task: "
                    + String.join(" Also: ", problems)
                    + " Choose smaller ones with --shards and --chunks, or give more memory (SHOAL_MEMORY, on a cluster"
                    + " spark.executor.memory) or fewer cores.");
        }
    }

    /** Returns the bytes of the cells of one object: chunks are whole also at the end of the array, shards are not. */
    private static double bytes(ZarrArray array) {
        double bytes = Math.max(1, array.type().bytes());
        long[] chunk = array.chunk();
        for (int axis = 0; axis < chunk.length; axis++) {
            long part = array.sharded() ? array.inner()[axis] : chunk[axis];
            long parts = (Math.max(1, array.shape()[axis]) - 1) / part + 1;
            bytes *= Math.min(chunk[axis], parts * part);
        }
        return bytes;
    }

    /**
     * Refuses texts that a task cannot hold on their way into a chunk: only once they are read is known how long they
     * are.
     */
    static void requireFit(ZarrArray array, String[] texts, long mostBytes) {
        long bytes = TextSizes.bytes(texts);
        if (bytes > mostBytes) {
            throw StageException.configuration(String.format(
                    Locale.ROOT,
                    "Cannot write array '%s': the texts of one chunk of %s cells take %.1f MB in memory, expected at"
                            + " most %.1f MB. Choose smaller chunks with --chunks, or give more memory (SHOAL_MEMORY, on"
                            + " a cluster spark.executor.memory) or fewer cores.",
                    array.path(),
                    Arrays.toString(array.chunk()),
                    bytes / 1e6,
                    mostBytes / 1e6));
        }
    }
}
