package dev.shoal.stage.zarr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.HadoopStore;
import dev.shoal.zarr.array.RawFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What is going on in a store: a folder {@value #FOLDER} inside it that readers pass over.
 *
 * <p>Each piece of work has a {@link WorkFolder} there, named by its plan, whose {@code journal.json} says what it is
 * on and how far it is: put before the first chunk, deleted after the last document. {@code done.json} stays and says
 * what was done last, so that the same command again costs nearly nothing.
 *
 * <p>Work says first what it is on and then looks what else is said: of two that want the same chunks, or both to
 * change documents, at most one goes on, on every storage that lists what was put (local disks, HDFS, S3 since 2020).
 * Where both begin in the same moment, both may be refused.
 */
final class StoreJournal {

    /** The folder's name. */
    static final String FOLDER = ".shoal";

    /** Name of the document that says what work is on. */
    static final String JOURNAL = "journal.json";

    private static final String DONE = FOLDER + "/done.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HadoopStore store;
    private final FileSystem system;

    /** Names a store; asks nothing of it. */
    StoreJournal(String root, Configuration conf) throws IOException {
        this.store = new HadoopStore(root, conf);
        this.system = RawFiles.of(new Path(root), conf);
    }

    /**
     * One piece of work.
     *
     * @param job such as {@code send}
     * @param plan its hash
     * @param phase how far it is
     * @param units boxes in all
     * @param sources the files' hash
     * @param text what it is, for people
     * @param claim what part of the store it is on
     */
    record Entry(String job, String plan, Phase phase, long units, String sources, String text, StoreClaim claim) {

        /** Returns the same work on documents too. */
        Entry withDocuments() {
            return new Entry(job, plan, phase, units, sources, text, claim.withDocuments());
        }

        /** Returns the same work further on. */
        Entry in(Phase further) {
            return new Entry(job, plan, further, units, sources, text, claim);
        }
    }

    /** How far work is. */
    enum Phase {
        /** Chunks are being written; readers see the store as it was before. */
        WRITING,
        /** All chunks are ready; those that replace others are being put in their place, and documents after them. */
        PLACING,
        /**
         * As {@link #PLACING}, but the documents of the root are taken away first: steps change their numbers, and a
         * reader would see values of one step at another. Nobody can open the store until the documents are placed.
         */
        CLOSED,
        /** All is in its place; what waited for that, or some of it still, is left to be taken away. */
        PLACED;

        /** Tells whether all chunks are ready, and are to be put in their place. */
        boolean isPlacing() {
            return this == PLACING || this == CLOSED;
        }
    }

    /** Returns the whole path of the store. */
    String root() {
        return store.root();
    }

    /** Returns where a piece of work keeps what waits for its place. */
    WorkFolder folder(String plan) throws IOException {
        return new WorkFolder(store.root(), plan, system.getConf());
    }

    /** Returns the work that was begun and is not finished. */
    List<Entry> unfinished() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (FileStatus folder : list(new Path(root(), FOLDER))) {
            if (folder.isDirectory()) {
                entry(key(folder.getPath().getName())).ifPresent(entries::add);
            }
        }
        return entries;
    }

    /** Returns the work of a plan, where it was begun and is not finished. */
    Optional<Entry> unfinished(String plan) throws IOException {
        return entry(key(plan));
    }

    private static String key(String plan) {
        return folderOf(plan) + "/" + JOURNAL;
    }

    /** Returns the key of the folder of a plan. */
    static String folderOf(String plan) {
        return FOLDER + "/" + plan;
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
                    json.path("sources").asText(),
                    json.path("text").asText(),
                    StoreClaim.read(json)));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            throw new UnreadableException(
                    "Cannot read " + key + " of " + root() + ": it is no journal. Delete the folder " + FOLDER
                            + " of the store if nobody works on it.",
                    damaged);
        }
    }

    /**
     * Begins work, or goes on with it where it was interrupted.
     *
     * @return where it goes on: the entry itself, or what was written down of the same work
     * @throws StageException where other work on the same part of the store is unfinished; nothing has changed then
     */
    Entry begin(Entry entry) throws IOException {
        Optional<Entry> before = unfinished(entry.plan());
        if (before.isEmpty()) {
            folder(entry.plan()).clear();
            put(entry);
        }
        for (Entry other : unfinished()) {
            if (!other.plan().equals(entry.plan()) && other.claim().overlaps(entry.claim())) {
                if (before.isEmpty()) {
                    folder(entry.plan()).delete();
                }
                throw refused(entry.job(), other);
            }
        }
        return before.orElse(entry);
    }

    /** Returns the refusal of work while other work on the same part of the store is unfinished. */
    StageException refused(String job, Entry other) {
        return StageException.configuration("Cannot " + job + " '" + root() + "': found an unfinished " + other.job()
                + " of " + other.text() + " there, on the same chunks or on documents as this one, expected none. Wait"
                + " for it, or run that command again to finish it; "
                + (other.job().equals(UpdateJob.JOB)
                        ? "'shoal zarr update --restart' gives it up where it is not placing chunks yet."
                        : "delete the folder to give it up."));
    }

    /** Writes down how far work is. */
    void put(Entry entry) throws IOException {
        store.put(key(entry.plan()), bytes(entry));
    }

    private static byte[] bytes(Entry entry) throws IOException {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("job", entry.job());
        json.put("plan", entry.plan());
        json.put("phase", entry.phase().name());
        json.put("units", entry.units());
        json.put("sources", entry.sources());
        json.put("text", entry.text());
        entry.claim().write(json);
        return MAPPER.writeValueAsBytes(json);
    }

    /**
     * Says that all is in its place, and what was done. To be called while the work's {@link Heartbeat} is heard: where
     * none is, and placing has begun, others take it that nobody is at it and go on with it.
     */
    void placed(Entry entry) throws IOException {
        store.put(DONE, bytes(entry));
        put(entry.in(Phase.PLACED));
    }

    /**
     * Gives up work, or takes down what is left of work that was ended; the journal goes last, so that this can be done
     * again.
     */
    void giveUp(Entry entry) throws IOException {
        folder(entry.plan()).delete();
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
