package dev.shoal.stage.zarr;

import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.stage.Load;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.stage.Task;
import dev.shoal.stage.TaskCounts;
import dev.shoal.stage.Workers;
import dev.shoal.zarr.HadoopStore;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import dev.shoal.zarr.array.RawFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ContentSummary;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.util.functional.RemoteIterators;
import org.apache.spark.sql.SparkSession;

/**
 * Takes away what no reader of a store looks for: chunks under keys that the documents do not name any more, which an
 * update left that put steps in front, parts of files of writers that were killed, and beside references the folders of
 * copied chunks that a run left which was killed before any references led there.
 *
 * <p>Refused while work on the store is unfinished. Programs that opened the store before that update see the fill
 * value in what they have not read yet; let them end first.
 */
public final class SweepJob {

    private static final int TASKS_PER_CORE = 4;

    /** So many keys are held at a time. */
    private static final int BATCH = 50_000;

    private static final Pattern CHUNK = Pattern.compile("(c[./])?[0-9]+([./][0-9]+)*|c");
    private static final Pattern PART = Pattern.compile("(.*/)?\\.[^/]+\\.part");

    private final Workers workers;
    private final String store;
    private final Progress progress;
    private final Configuration conf;

    /** Prepares a job; nothing is read yet. */
    public SweepJob(SparkSession spark, String store, Progress progress) {
        this(Workers.of(spark), store, progress);
    }

    /** Prepares a job; nothing is read yet. */
    public SweepJob(Workers workers, String store, Progress progress) {
        this.workers = workers;
        this.store = store;
        this.progress = progress;
        this.conf = workers.conf();
    }

    /**
     * What lies in a store that no reader looks for.
     *
     * @param objects that there are
     * @param bytes in all of them
     * @param folders that hold nothing else, and go as a whole
     */
    public record Litter(long objects, long bytes, List<String> folders) {

        /** Nothing. */
        public static final Litter NONE = new Litter(0, 0, List.of());

        /** Copies the list. */
        public Litter {
            folders = new ArrayList<>(folders);
        }

        private Litter plus(Litter other) {
            List<String> all = new ArrayList<>(folders);
            all.addAll(other.folders);
            return new Litter(objects + other.objects, bytes + other.bytes, all);
        }
    }

    /**
     * Counts what {@link #run} would take away; nothing of what is no Zarr store.
     *
     * @throws StageException where the storage fails
     */
    public Litter plan() {
        try {
            Litter beside = beside(folder -> {});
            try {
                return beside.plus(walk(batch -> {}));
            } catch (UnreadableException other) { // References and repositories hold no keys of their own.
                return beside;
            }
        } catch (IOException error) {
            throw failed(error);
        }
    }

    /**
     * Takes it away.
     *
     * @throws StageException where work on the store is unfinished, there is no store, or the storage fails; the same
     *     call takes away the rest
     */
    public Litter run() {
        try {
            List<StoreJournal.Entry> unfinished = new StoreJournal(store, conf).unfinished();
            if (!unfinished.isEmpty()) {
                throw StageException.configuration("Cannot sweep '" + store + "': found an unfinished "
                        + unfinished.get(0).job() + " of " + unfinished.get(0).text()
                        + " there, expected none. Wait for it, or run that command again first.");
            }
            Litter beside = beside(folder -> RawFiles.of(folder, conf).delete(folder, true));
            return beside.folders().isEmpty() ? walk(this::delete) : beside;
        } catch (IOException error) {
            throw failed(error);
        }
    }

    private StageException failed(IOException error) {
        return error instanceof UnreadableException
                ? StageException.configuration(String.valueOf(error.getMessage()), error)
                : StageException.store(store, error);
    }

    /** Receives keys. */
    private interface Batch {
        void take(List<String> keys) throws IOException;
    }

    /** Receives folders. */
    private interface Folders {
        void take(Path folder) throws IOException;
    }

    /** Takes together what lies beside references; beside what is no references lies nothing of that name. */
    private Litter beside(Folders receiver) throws IOException {
        Litter all = Litter.NONE;
        for (Path folder : CopiedFolder.unfinished(store, conf)) {
            ContentSummary held = RawFiles.of(folder, conf).getContentSummary(folder);
            all = all.plus(new Litter(held.getFileCount(), held.getLength(), List.of(folder.toString())));
            receiver.take(folder);
        }
        return all;
    }

    private Litter walk(Batch receiver) throws IOException {
        long objects = 0;
        long bytes = 0;
        ZarrStore open = ZarrStore.open(store, conf);
        Path root = new Path(open.root());
        FileSystem system = root.getFileSystem(conf);
        for (ZarrArray array : open.arrays()) {
            Path folder = new Path(root, array.path());
            int prefix = system.makeQualified(folder).toUri().getPath().length() + 1;
            List<String> keys = new ArrayList<>();
            RemoteIterator<LocatedFileStatus> files = files(system, folder);
            while (files.hasNext()) {
                LocatedFileStatus file = files.next();
                String key = file.getPath().toUri().getPath().substring(prefix);
                if (isLitter(array, key)) {
                    objects++;
                    bytes += file.getLen();
                    keys.add(array.path() + "/" + key);
                }
                if (keys.size() == BATCH) {
                    receiver.take(keys);
                    keys = new ArrayList<>();
                }
            }
            receiver.take(keys);
        }
        return new Litter(objects, bytes, List.of());
    }

    private static RemoteIterator<LocatedFileStatus> files(FileSystem system, Path folder) throws IOException {
        try {
            return system.listFiles(folder, true);
        } catch (FileNotFoundException none) {
            return RemoteIterators.remoteIteratorFromIterable(List.of());
        }
    }

    /** Tells whether what lies in the folder of an array is a chunk that it does not have, or part of a file. */
    static boolean isLitter(ZarrArray array, String key) {
        return PART.matcher(key).matches() || (CHUNK.matcher(key).matches() && !isChunk(array, key));
    }

    private static boolean isChunk(ZarrArray array, String key) {
        List<Long> numbers = new ArrayList<>();
        for (String word : key.split("[./]", -1)) {
            if (!word.equals("c")) {
                if (word.length() > 18) {
                    return false;
                }
                numbers.add(Long.parseLong(word));
            }
        }
        long[] index = numbers.stream().mapToLong(Long::longValue).toArray();
        ChunkGrid grid = array.grid();
        if (array.rank() == 0) {
            return array.chunkKey().equals(array.path() + "/" + key);
        }
        boolean inside = index.length == array.rank();
        for (int axis = 0; inside && axis < index.length; axis++) {
            inside = index[axis] < grid.count(axis);
        }
        return inside && array.chunkKey(index).equals(array.path() + "/" + key);
    }

    private void delete(List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        Load load = new Load("Sweeping " + store, keys.size(), 0);
        try {
            workers.run(load, progress, keys, workers.parallelism(load) * TASKS_PER_CORE, new Removal(store));
        } catch (Exception error) { // Spark throws checked ones too.
            throw StageException.ofStore(store, error);
        }
    }

    /** Deletes objects. */
    private record Removal(String root) implements Task<String, Long> {

        @Override
        public Long run(String key, Configuration conf, TaskCounts done) throws IOException {
            new HadoopStore(root, conf).delete(key);
            done.add(1, 0);
            return 1L;
        }
    }
}
