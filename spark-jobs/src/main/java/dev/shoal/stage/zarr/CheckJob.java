package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkBoxes;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.stage.Progress;
import dev.shoal.stage.SparkWork;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.icechunk.CommitName;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.RepositoryCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/** Looks whether a store is whole; changes nothing. */
public final class CheckJob {

    private static final int TASKS_PER_CORE = 4;

    /** So many damaged chunks of one task are told of. */
    private static final int MOST_TOLD = 20;

    private final SparkSession spark;
    private final String store;
    private final Progress progress;
    private final Configuration conf;

    /** How much is read. */
    public enum Depth {
        /** Documents, and which objects there are. */
        DOCUMENTS,
        /** Every chunk is decoded too. */
        CHUNKS
    }

    /**
     * What was found.
     *
     * @param store its folder
     * @param chunks that were decoded
     * @param absent chunks that have no object: they read as the fill value
     * @param litter objects that no reader looks for
     * @param problems a sentence for everything that is unfinished, damaged or missing
     */
    public record Findings(String store, long chunks, long absent, SweepJob.Litter litter, List<String> problems) {}

    /** Prepares a job; nothing is read yet. */
    public CheckJob(SparkSession spark, String store, Progress progress) {
        this.spark = spark;
        this.store = store;
        this.progress = progress;
        this.conf = spark.sparkContext().hadoopConfiguration();
    }

    /**
     * Looks into the store.
     *
     * @throws StageException where the storage fails
     */
    public Findings run(Depth depth) {
        List<String> problems = new ArrayList<>();
        try {
            CommitName commit = CommitName.ofStore(store);
            if (IcechunkRepository.isThere(commit.root(), conf)) {
                IcechunkRepository repository = IcechunkRepository.open(commit.root(), conf);
                problems.addAll(RepositoryCheck.of(repository, commit.ref()).problems());
            } else {
                unfinished(problems);
            }
            try (ArrayFile file = ArrayStores.open(store, conf)) {
                return found(file, depth, problems);
            } catch (UnreadableException none) {
                problems.add(String.valueOf(none.getMessage()));
                return new Findings(store, 0, 0, SweepJob.Litter.NONE, problems);
            }
        } catch (IOException error) {
            throw StageException.store(store, error);
        }
    }

    private void unfinished(List<String> problems) throws IOException {
        RechunkMarker.unfinished(store, conf).ifPresent(problems::add);
        StoreJournal journal = new StoreJournal(store, conf);
        for (StoreJournal.Entry entry : journal.unfinished()) {
            problems.add("Unfinished: " + entry.job() + " of " + entry.text() + ", "
                    + journal.folder(entry.plan()).marked() + " of " + entry.units() + " boxes of chunks are written; "
                    + seen(entry.phase()) + ". Run the same command again to finish it.");
        }
    }

    private static String seen(StoreJournal.Phase phase) {
        return switch (phase) {
            case WRITING -> "readers see what was there before";
            case PLACING -> "readers see some chunks replaced and others not";
            case CLOSED -> "readers find no store until it is finished";
        };
    }

    private Findings found(ArrayFile file, Depth depth, List<String> problems) throws IOException {
        StoreSummary summary = StoreSummary.of(store, conf);
        SweepJob.Litter litter = new SweepJob(spark, store, progress).plan();
        long absent = 0;
        for (StoreSummary.ArraySummary array : summary.arrays()) {
            absent += array.objects() < 0 ? 0 : Math.max(0, array.chunks() - array.objects());
        }
        if (depth == Depth.DOCUMENTS) {
            return new Findings(store, 0, absent, litter, problems);
        }
        List<Box> boxes = new ArrayList<>();
        for (VariableHeader variable : file.header().variables()) {
            boxes.addAll(boxes(variable));
        }
        if (boxes.isEmpty()) {
            return new Findings(store, 0, absent, litter, problems);
        }
        problems.addAll(SparkWork.run(
                spark, "Reading the chunks of " + store, boxes.size(), progress, shown -> damaged(boxes, shown)));
        long chunks = summary.arrays().stream()
                .mapToLong(StoreSummary.ArraySummary::chunks)
                .sum();
        return new Findings(store, chunks, absent, litter, problems);
    }

    /** A box of whole chunks of one array. */
    private record Box(String variable, Window chunks) implements java.io.Serializable {}

    private static List<Box> boxes(VariableHeader variable) {
        ChunkGrid grid = grid(variable);
        long[] ones = grid.chunk();
        ChunkBoxes boxes =
                ChunkBoxes.choose(grid, ones, -1, Math.max(1, variable.type().bytes()), 32 << 20);
        List<Box> list = new ArrayList<>();
        for (long ordinal = 0; ordinal < boxes.count(); ordinal++) {
            list.add(new Box(variable.name(), boxes.chunks(ordinal)));
        }
        return list;
    }

    private static ChunkGrid grid(VariableHeader variable) {
        boolean chunked = variable.storage().chunk().length == variable.rank();
        long[] chunk = chunked ? variable.storage().chunk() : variable.shape().clone();
        for (int axis = 0; axis < chunk.length; axis++) {
            chunk[axis] = Math.max(1, chunk[axis]);
        }
        return new ChunkGrid(variable.shape(), chunk);
    }

    private List<String> damaged(List<Box> boxes, SparkWork shown) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> settings =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        String root = store;
        LongAccumulator done = shown.units();
        LongAccumulator bytes = shown.bytes();
        int parts = Math.min(boxes.size(), context.defaultParallelism() * TASKS_PER_CORE);
        return context.parallelize(boxes, parts)
                .mapPartitions(part -> List.of(read(part, root, settings.value().value(), done, bytes))
                        .iterator())
                .reduce((one, other) -> {
                    List<String> both = new ArrayList<>(one);
                    both.addAll(other);
                    return both;
                });
    }

    private static List<String> read(
            Iterator<Box> boxes, String root, Configuration conf, LongAccumulator done, LongAccumulator bytes)
            throws IOException {
        List<String> problems = new ArrayList<>();
        try (ArrayFile file = ArrayStores.open(root, conf)) {
            while (boxes.hasNext()) {
                Box box = boxes.next();
                VariableHeader variable = file.header().variable(box.variable()).orElseThrow();
                for (long[] chunk : ChunkGrid.walk(box.chunks())) {
                    Window cells = grid(variable).window(chunk);
                    try {
                        file.read(variable, cells);
                        bytes.add(cells.size() * variable.type().bytes());
                    } catch (UnreadableException damaged) { // The others are looked at all the same.
                        if (problems.size() < MOST_TOLD) {
                            problems.add("Damaged, cells " + cells + ": " + damaged.getMessage());
                        }
                    }
                }
                done.add(1);
            }
        }
        return problems;
    }
}
