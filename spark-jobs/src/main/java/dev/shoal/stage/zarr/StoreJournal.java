package dev.shoal.stage.zarr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.HadoopStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

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
        FileSystem found = new Path(root).getFileSystem(conf);
        this.system = found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
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
     */
    record Entry(String job, String plan, Phase phase, long units, String sources, String text) {

        /** Returns the same work further on. */
        Entry in(Phase further) {
            return new Entry(job, plan, further, units, sources, text);
        }
    }

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
                    json.path("sources").asText(),
                    json.path("text").asText()));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            throw new UnreadableException(
                    "Cannot read " + key + " of " + root() + ": it is no journal. Delete the folder " + FOLDER
                            + " of the store if nobody works on it.",
                    damaged);
        }
    }

    /**
     * Begins work, or goes on with it where it was interrupted. The journal is created only where there is none, so of
     * several at a time one goes on; in an object store without conditional requests the others may be found out late.
     *
     * @return where it goes on: the entry itself, or what was written down of the same work
     * @throws StageException where other work is unfinished
     */
    Entry begin(Entry entry) throws IOException {
        Optional<Entry> other = unfinished();
        if (other.isEmpty()) {
            try {
                createJournal(bytes(entry));
                return entry;
            } catch (FileAlreadyExistsException | java.nio.file.FileAlreadyExistsException late) {
                other = unfinished(); // Another was quicker; what it does decides.
            }
        }
        Entry begun = other.orElse(entry);
        if (begun.job().equals(entry.job()) && begun.plan().equals(entry.plan())) {
            return begun;
        }
        throw StageException.configuration("Cannot " + entry.job() + " '" + root() + "': found an unfinished "
                + begun.job() + " of " + begun.text() + " there, expected none. Wait for it, or run that command"
                + " again to finish it; 'shoal zarr update --restart' gives it up where it is not placing chunks yet.");
    }

    /** A link is made at once and whole, or not at all. */
    private void createJournal(byte[] bytes) throws IOException {
        Path path = new Path(root(), JOURNAL);
        if (system instanceof RawLocalFileSystem local) {
            java.nio.file.Path file = local.pathToFile(path).toPath();
            java.nio.file.Path part = file.resolveSibling(".journal." + UUID.randomUUID() + ".part");
            Files.createDirectories(file.getParent());
            try {
                Files.write(part, bytes);
                Files.createLink(file, part);
            } finally {
                Files.deleteIfExists(part);
            }
            return;
        }
        FSDataOutputStreamBuilder<?, ?> builder = system.createFile(path);
        builder.overwrite(false).recursive().opt("fs.option.create.conditional.overwrite", "true");
        try (FSDataOutputStream out = builder.build()) {
            out.write(bytes);
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
        json.put("sources", entry.sources());
        json.put("text", entry.text());
        return MAPPER.writeValueAsBytes(json);
    }

    /** Writes down that a unit is done. */
    void mark(String unit) throws IOException {
        store.put(MARKS + "/" + unit, new byte[] {'1'});
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

    /** Gives up work that readers have seen nothing of. */
    void giveUp() throws IOException {
        clear();
        store.delete(JOURNAL);
    }

    /** Returns the keys of the chunks that wait for their place. */
    List<String> staged() throws IOException {
        return keys(staging());
    }

    /** Puts a staged chunk in its place; it stays in the staging area, so that this can be done again. */
    void place(String key) throws IOException {
        byte[] bytes = new HadoopStore(staging(), system.getConf())
                .read(key, Integer.MAX_VALUE - 15L)
                .orElseThrow(() -> new UnreadableException("Cannot put chunk " + key + " of " + root()
                        + " in its place: found nothing in the staging area, expected the chunk. Run the same update"
                        + " again."));
        store.put(key, bytes);
    }

    /** Puts the documents in their place, the deepest first, so that those of the root come last. */
    void placeDocuments() throws IOException {
        List<String> keys = keys(documents());
        keys.sort(Comparator.comparingLong((String key) ->
                        -key.chars().filter(letter -> letter == '/').count())
                .thenComparing(Comparator.naturalOrder()));
        HadoopStore documents = new HadoopStore(documents(), system.getConf());
        for (String key : keys) {
            Optional<byte[]> bytes = documents.read(key);
            if (bytes.isPresent()) {
                store.put(key, bytes.get());
            }
        }
    }

    private List<String> keys(String root) throws IOException {
        List<Path> files = new ArrayList<>();
        walk(new Path(root), files);
        int prefix = system.makeQualified(new Path(root)).toUri().getPath().length() + 1;
        List<String> keys = new ArrayList<>();
        files.forEach(file -> keys.add(file.toUri().getPath().substring(prefix)));
        return keys;
    }

    private void walk(Path folder, List<Path> files) throws IOException {
        for (FileStatus status : list(folder)) {
            if (status.isDirectory()) {
                walk(status.getPath(), files);
            } else if (!status.getPath().getName().endsWith(".part")) {
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
