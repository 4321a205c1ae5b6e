package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.stage.Progress;
import dev.shoal.stage.SparkWork;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.icechunk.CommitName;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.RepositoryCheck;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/** Looks whether a store is whole; changes nothing. */
public final class CheckJob {

    private static final int TASKS_PER_CORE = 4;

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
            RepositoryCheck.Findings commit = commit(problems);
            try (ArrayFile file = ArrayStores.open(store, conf)) {
                return found(file, depth, commit, problems);
            } catch (UnreadableException none) {
                problems.add(String.valueOf(none.getMessage()));
                return new Findings(store, 0, 0, SweepJob.Litter.NONE, problems);
            }
        } catch (IOException error) {
            throw StageException.store(store, error);
        }
    }

    /** Looks at the commit of a repository, or whether work on a folder is unfinished. */
    private RepositoryCheck.Findings commit(List<String> problems) throws IOException {
        CommitName name = CommitName.ofStore(store);
        if (!CommitName.isNamed(store) && !IcechunkRepository.isThere(name.root(), conf)) {
            unfinished(problems);
            return new RepositoryCheck.Findings(0, 0, 0, List.of());
        }
        RepositoryCheck.Findings found = RepositoryCheck.of(IcechunkRepository.open(name.root(), conf), name.ref());
        problems.addAll(found.problems());
        return found;
    }

    private void unfinished(List<String> problems) throws IOException {
        Optional<String> rechunk = RechunkMarker.unfinished(store, conf);
        rechunk.ifPresent(problems::add);
        StoreJournal journal = new StoreJournal(store, conf);
        for (StoreJournal.Entry entry : journal.unfinished()) {
            if (rechunk.isPresent() && entry.job().equals(RechunkMarker.JOB)) {
                continue;
            }
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
            case PLACED -> "readers see all of it, what was kept for it is left";
        };
    }

    private Findings found(ArrayFile file, Depth depth, RepositoryCheck.Findings commit, List<String> problems)
            throws IOException {
        boolean folder = isFolder();
        SweepJob.Litter litter = folder ? new SweepJob(spark, store, progress).plan() : SweepJob.Litter.NONE;
        Map<String, ZarrArray> arrays = new HashMap<>();
        long present = commit.references();
        long absent = commit.absent();
        long inShards = 0;
        if (folder) {
            StoreAudit audit = StoreAudit.of(store, conf);
            problems.addAll(audit.problems());
            arrays.putAll(audit.arrays());
            for (ZarrArray array : arrays.values()) {
                long objects = audit.objects(array.path());
                present += array.sharded() ? 0 : objects;
                absent += array.sharded() ? 0 : array.grid().count() - objects;
                inShards += array.sharded() ? StoreAudit.chunks(array) : 0;
            }
        }
        if (depth == Depth.DOCUMENTS) {
            return new Findings(store, 0, absent, litter, problems);
        }
        List<ChunkCheck.Box> boxes = ChunkCheck.boxes(file, arrays);
        if (!boxes.isEmpty()) {
            Read read = SparkWork.run(
                    spark, "Reading the chunks of " + store, boxes.size(), progress, shown -> read(boxes, shown));
            problems.addAll(read.problems());
            present += read.held();
            absent += inShards - read.held();
        }
        return new Findings(store, present, absent, litter, problems);
    }

    /** Whether the store is a folder of its own; references and Icechunk have no object for each chunk. */
    private boolean isFolder() throws IOException {
        String document = ArrayStores.document(store, conf);
        return document.endsWith(".zmetadata") || document.endsWith("zarr.json") || document.endsWith(".zgroup");
    }

    /** What one task found. */
    private record Read(List<String> problems, long held) implements Serializable {

        private Read and(Read other) {
            List<String> both = new ArrayList<>(problems);
            both.addAll(other.problems);
            return new Read(both, held + other.held);
        }
    }

    private Read read(List<ChunkCheck.Box> boxes, SparkWork shown) {
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
                .reduce(Read::and);
    }

    private static Read read(
            Iterator<ChunkCheck.Box> boxes,
            String root,
            Configuration conf,
            LongAccumulator done,
            LongAccumulator bytes)
            throws IOException {
        try (ChunkCheck check = new ChunkCheck(root, conf)) {
            long before = 0;
            while (boxes.hasNext()) {
                check.read(boxes.next());
                bytes.add(check.bytes() - before);
                before = check.bytes();
                done.add(1);
            }
            return new Read(new ArrayList<>(check.problems()), check.held());
        }
    }
}
