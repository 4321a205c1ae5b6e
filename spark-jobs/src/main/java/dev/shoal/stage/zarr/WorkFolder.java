package dev.shoal.stage.zarr;

import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.NumberRuns;
import dev.shoal.zarr.HadoopStore;
import dev.shoal.zarr.array.RawFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * What one piece of work keeps inside the store while it lasts: a mark for each box that is done, chunks that wait for
 * their place, and documents that do.
 */
final class WorkFolder {

    private static final String MARKS = "marks";
    private static final String STAGED = "staged";
    private static final String DOCUMENTS = "documents";
    private static final String BEAT = "beat";
    private static final int ATTEMPTS = 3;
    private static final byte[] NOTHING = {};

    /** What makes a folder of version 2 a store, seen from the root; readers of version 3 see other keys. */
    private static final List<String> OF_ROOT = List.of(".zmetadata", ".zgroup");

    private final HadoopStore store;
    private final FileSystem system;
    private final String folder;

    /** Names a folder; asks nothing of it. */
    WorkFolder(String root, String plan, Configuration conf) throws IOException {
        this.store = new HadoopStore(root, conf);
        this.folder = StoreJournal.folderOf(plan) + "/";
        this.system = RawFiles.of(new Path(root), conf);
    }

    /** Returns the whole path of the store. */
    String root() {
        return store.root();
    }

    /** Returns the plan that it is named by. */
    String plan() {
        return folder.substring(folder.indexOf('/') + 1, folder.length() - 1);
    }

    /** Returns the root of the chunks that wait for their place. */
    String staging() {
        return store.root() + "/" + folder + STAGED;
    }

    /** Returns the root of the documents that wait for their place. */
    String documents() {
        return store.root() + "/" + folder + DOCUMENTS;
    }

    /** Writes down that a unit is done. */
    void mark(String unit) throws IOException {
        store.put(folder + MARKS + "/" + unit, new byte[] {'1'});
    }

    /** Returns the numbers of the units that are done. */
    NumberRuns marks(StoreWork work) throws IOException {
        LongStream.Builder numbers = LongStream.builder();
        eachMark(name -> work.marked(name).ifPresent(numbers));
        return NumberRuns.of(numbers.build().toArray());
    }

    /** Returns how many units are done. */
    long marked() throws IOException {
        AtomicLong count = new AtomicLong();
        eachMark(name -> count.incrementAndGet());
        return count.get();
    }

    private void eachMark(Consumer<String> see) throws IOException {
        try {
            RemoteIterator<FileStatus> marks = system.listStatusIterator(new Path(root(), folder + MARKS));
            while (marks.hasNext()) {
                see.accept(marks.next().getPath().getName());
            }
        } catch (FileNotFoundException none) {
            return; // Nothing was done yet.
        }
    }

    /** Says that somebody is at work. */
    void beat(String word) throws IOException {
        store.put(folder + BEAT, word.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns what was said last by somebody at work; nothing where nobody is, or has said so. */
    Optional<String> beat() throws IOException {
        return store.read(folder + BEAT).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Says that nobody is at work any more. */
    void rest() throws IOException {
        store.delete(folder + BEAT);
    }

    /**
     * Takes down the folder: marks first, because a mark says that what it stands for is still there, and the journal
     * last. Killed between, work that the journal does not say is over is done again from what is left.
     */
    void delete() throws IOException {
        store.delete(folder + MARKS);
        store.delete(folder + DOCUMENTS);
        store.delete(folder + STAGED);
        store.delete(folder + BEAT);
        store.delete(folder + StoreJournal.JOURNAL);
        store.delete(folder.substring(0, folder.length() - 1));
    }

    /**
     * Takes down what was left by somebody who had not seen that the work was finished: its marks would be believed.
     */
    void clear() throws IOException {
        try {
            if (system.listStatus(new Path(root(), folder)).length > 0) {
                delete();
            }
        } catch (FileNotFoundException none) {
            return;
        }
    }

    /**
     * A chunk that waits for its place.
     *
     * @param key of it
     * @param bytes as it is stored
     */
    record Staged(String key, long bytes) {}

    /** Returns the chunks that wait for their place. */
    List<Staged> staged() throws IOException {
        return files(staging());
    }

    /**
     * Puts a staged chunk in its place, and looks whether it is there; it stays in the staging area, so that this can
     * be done again.
     */
    void place(String key) throws IOException {
        byte[] bytes = new HadoopStore(staging(), system.getConf())
                .read(key, Integer.MAX_VALUE - 15L)
                .orElseThrow(() -> new UnreadableException("Cannot put chunk " + key + " of " + root()
                        + " in its place: found nothing in the staging area, expected the chunk. Run the same update"
                        + " again."));
        for (int attempt = 1; ; attempt++) {
            store.put(key, bytes);
            if (Arrays.equals(store.read(key, Integer.MAX_VALUE - 15L).orElse(NOTHING), bytes)) {
                return;
            }
            if (attempt == ATTEMPTS) {
                throw new IOException("Cannot put chunk " + key + " of " + root() + " in its place: what is read back"
                        + " differs, " + ATTEMPTS + " times. Check the storage, and run the same update again.");
            }
        }
    }

    /**
     * Takes away what makes the folder a store.
     *
     * @param waiting documents that will make it one again
     * @throws UnreadableException where they would not; nothing has changed then
     */
    void close(Map<String, byte[]> waiting) throws IOException {
        if (!waiting.keySet().containsAll(OF_ROOT)) {
            throw new UnreadableException("Cannot put the documents of " + root() + " in their place: found "
                    + waiting.keySet() + " waiting, expected " + OF_ROOT + " too. Another run of the command may have"
                    + " ended this work; look with 'shoal zarr check'.");
        }
        for (String key : OF_ROOT) {
            store.delete(key);
        }
    }

    /**
     * Returns the documents that wait for their place by key, the deepest first, so that those of the root come last.
     */
    Map<String, byte[]> waiting() throws IOException {
        List<String> keys = new ArrayList<>();
        files(documents()).forEach(file -> keys.add(file.key()));
        keys.sort(Comparator.comparingLong((String key) ->
                        -key.chars().filter(letter -> letter == '/').count())
                .thenComparing(Comparator.naturalOrder()));
        HadoopStore documents = new HadoopStore(documents(), system.getConf());
        Map<String, byte[]> waiting = new LinkedHashMap<>();
        for (String key : keys) {
            documents.read(key).ifPresent(bytes -> waiting.put(key, bytes));
        }
        return waiting;
    }

    /** Puts documents in their place, one after the other. */
    void place(Map<String, byte[]> waiting) throws IOException {
        for (Map.Entry<String, byte[]> document : waiting.entrySet()) {
            store.put(document.getKey(), document.getValue());
        }
    }

    private List<Staged> files(String root) throws IOException {
        List<FileStatus> files = new ArrayList<>();
        walk(new Path(root), files);
        int prefix = system.makeQualified(new Path(root)).toUri().getPath().length() + 1;
        List<Staged> staged = new ArrayList<>();
        files.forEach(
                file -> staged.add(new Staged(file.getPath().toUri().getPath().substring(prefix), file.getLen())));
        return staged;
    }

    private void walk(Path at, List<FileStatus> files) throws IOException {
        FileStatus[] children;
        try {
            children = system.listStatus(at);
        } catch (FileNotFoundException absent) {
            return;
        }
        for (FileStatus status : children) {
            if (status.isDirectory()) {
                walk(status.getPath(), files);
            } else if (!status.getPath().getName().endsWith(".part")) {
                files.add(status);
            }
        }
    }
}
