package dev.shoal.stage.zarr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.HadoopStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What is going on in a store: a folder {@value #FOLDER} inside it that readers pass over.
 *
 * <p>{@code journal.json} says which work was begun and how far it is; it is put before the first chunk and deleted
 * after the last document. Beside it lie a mark for each box that is done, chunks that wait for their place, and
 * documents that do. {@code done.json} stays and says what was done last.
 */
final class StoreJournal {

    /** The folder's name. */
    static final String FOLDER = ".shoal";

    private static final String JOURNAL = FOLDER + "/journal.json";
    private static final String DONE = FOLDER + "/done.json";
    private static final String MARKS = FOLDER + "/marks";
    private static final String STAGED = FOLDER + "/staged";
    private static final String DOCUMENTS = FOLDER + "/documents";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HadoopStore store;
    private final FileSystem system;

    /** Names a store; asks nothing of it. */
    StoreJournal(String root, Configuration conf) throws IOException {
        this.store = new HadoopStore(root, conf);
        this.system = new Path(root).getFileSystem(conf);
    }

    /**
     * One piece of work.
     *
     * @param job such as {@code send}
     * @param plan its hash
     * @param phase how far it is
     * @param units boxes in all
     * @param text what it is, for people
     */
    record Entry(String job, String plan, Phase phase, long units, String text) {}

    /** How far work is. */
    enum Phase {
        /** Chunks are being written; readers see the store as it was before. */
        WRITING,
        /** All chunks are ready; those that replace others are being put in their place, and documents after them. */
        PLACING
    }

    /** Returns the whole path of the store. */
    String root() {
        return store.root();
    }

    /** Returns the root of the chunks that wait for their place. */
    String staging() {
        return store.root() + "/" + STAGED;
    }

    /** Returns the root of the documents that wait for their place. */
    String documents() {
        return store.root() + "/" + DOCUMENTS;
    }

    /** Returns the work that was begun and is not finished. */
    Optional<Entry> unfinished() throws IOException {
        return entry(JOURNAL);
    }

    /** Returns the work that was finished last. */
    Optional<Entry> done() throws IOException {
        return entry(DONE);
    }

    private Optional<Entry> entry(String key) throws IOException {
        Optional<byte[]> bytes = store.read(key);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode json = MAPPER.readTree(bytes.get());
            return Optional.of(new Entry(
                    json.path("job").asText(),
                    json.path("plan").asText(),
                    Phase.valueOf(json.path("phase").asText()),
                    json.path("units").asLong(),
                    json.path("text").asText()));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            throw new UnreadableException(
                    "Cannot read " + key + " of " + root() + ": it is no journal. Delete the folder " + FOLDER
                            + " of the store if nobody works on it.",
                    damaged);
        }
    }

    /** Writes down how far work is. */
    void put(Entry entry) throws IOException {
        store.put(JOURNAL, bytes(entry));
    }

    private static byte[] bytes(Entry entry) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("job", entry.job());
        json.put("plan", entry.plan());
        json.put("phase", entry.phase().name());
        json.put("units", entry.units());
        json.put("text", entry.text());
        return MAPPER.writeValueAsBytes(json);
    }

    /** Writes down that a unit is done. */
    void mark(StoreWork.Unit unit) throws IOException {
        store.put(MARKS + "/" + unit.mark(), new byte[] {'1'});
    }

    /** Returns the marks of the units that are done. */
    Set<String> marks() throws IOException {
        Set<String> marks = new HashSet<>();
        for (FileStatus status : list(new Path(root(), MARKS))) {
            marks.add(status.getPath().getName());
        }
        return marks;
    }

    /** Ends work: takes down all but the record of what was done. */
    void finish(Entry entry) throws IOException {
        store.put(DONE, bytes(entry));
        store.delete(DOCUMENTS);
        store.delete(STAGED);
        store.delete(MARKS);
        store.delete(JOURNAL);
    }

    /** Forgets what was written by other work. */
    void clear() throws IOException {
        store.delete(DOCUMENTS);
        store.delete(STAGED);
        store.delete(MARKS);
    }

    /** Puts a staged chunk in its place. */
    void place(String key) throws IOException {
        byte[] bytes = new HadoopStore(staging(), system.getConf())
                .read(key, Integer.MAX_VALUE - 15L)
                .orElseThrow(() -> new UnreadableException("Cannot put chunk " + key + " of " + root()
                        + " in its place: it is not in the staging area any more. Run the same update again with"
                        + " --restart."));
        store.put(key, bytes);
    }

    /** Moves the documents in their place, the deepest first, so that those of the root come last. */
    void placeDocuments() throws IOException {
        List<Path> files = new ArrayList<>();
        walk(new Path(documents()), files);
        files.sort(Comparator.comparingInt(Path::depth).reversed().thenComparing(Path::toString));
        int prefix =
                system.makeQualified(new Path(documents())).toUri().getPath().length() + 1;
        HadoopStore documents = new HadoopStore(documents(), system.getConf());
        for (Path file : files) {
            String key = file.toUri().getPath().substring(prefix);
            Optional<byte[]> bytes = documents.read(key);
            if (bytes.isPresent()) {
                store.put(key, bytes.get());
            }
        }
    }

    private void walk(Path folder, List<Path> files) throws IOException {
        for (FileStatus status : list(folder)) {
            if (status.isDirectory()) {
                walk(status.getPath(), files);
            } else {
                files.add(status.getPath());
            }
        }
    }

    /** Tells whether the store's folder holds anything. */
    boolean isEmpty() throws IOException {
        return list(new Path(root())).length == 0;
    }

    private FileStatus[] list(Path folder) throws IOException {
        try {
            return system.listStatus(folder);
        } catch (FileNotFoundException absent) {
            return new FileStatus[0];
        }
    }
}
