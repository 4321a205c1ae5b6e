package dev.shoal.stage.zarr;

import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.HadoopStore;
import dev.shoal.zarr.ZarrArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The object {@value #NAME} of a store, which says what it is made from: the first object written, and the last. It
 * tells a rechunk that was stopped, and goes on with what is left, from a folder that holds anything else.
 *
 * <p>The object is put without a condition, so a rechunk is in the folder's {@link StoreJournal} too for as long as it
 * lasts: of two that begin in an empty folder in the same moment, at most one goes on.
 */
final class RechunkMarker {

    /** Key of the object. */
    static final String NAME = ".shoal-rechunk";

    /** What the journal calls it. */
    static final String JOB = "rechunk";

    /** Its last line once the store's documents are there. */
    private static final String DONE = "done\n";

    private static final long MOST_BYTES = 1 << 24;

    /** What stands in a target folder. */
    enum Found {
        /** Nothing. */
        NOTHING,
        /** Chunks of the same rechunk, without what shows them to readers. */
        UNFINISHED,
        /** The store that is asked for, whole. */
        FINISHED
    }

    private final HadoopStore store;
    private final String text;
    private final Configuration conf;
    private final StoreJournal journal;
    private final StoreJournal.Entry entry;

    /**
     * Prepares the marker of a layout.
     *
     * @param derived tells what is made of it besides
     */
    RechunkMarker(RechunkLayout layout, String derived, Configuration conf) throws IOException {
        this.store = new HadoopStore(layout.request().target(), conf);
        this.conf = conf;
        String document = ArrayStores.document(layout.request().source(), conf);
        Path path = new Path(document);
        FileStatus status = path.getFileSystem(conf).getFileStatus(path);
        StringBuilder lines = new StringBuilder();
        lines.append(status.getPath()).append(' ').append(status.getLen()).append(' ');
        lines.append(status.getModificationTime()).append('\n');
        for (RechunkArray made : layout.arrays()) {
            ZarrArray array = made.array();
            lines.append(array).append(' ').append(array.format()).append(' ').append(array.order());
            lines.append(' ').append(array.codec()).append('\n');
        }
        this.text = lines.append(derived.isEmpty() ? "" : derived + "\n").toString();
        this.journal = new StoreJournal(store.root(), conf);
        this.entry = new StoreJournal.Entry(
                JOB,
                StoreWork.hash(text),
                StoreJournal.Phase.WRITING,
                layout.arrays().stream()
                        .mapToLong(made -> made.array().grid().count())
                        .sum(),
                "",
                layout.request().source(),
                new StoreClaim(Map.of(), true));
    }

    /**
     * Claims the target, unless it is finished already; then there is nothing to be done.
     *
     * @return what stood there before
     * @throws StageException where it holds anything but the same rechunk, or other work on it is unfinished
     */
    Found claim() throws IOException {
        if (found() == Found.FINISHED) {
            return Found.FINISHED;
        }
        boolean isNew = journal.unfinished(entry.plan()).isEmpty();
        journal.begin(entry);
        try {
            Found found = found(); // Others may have begun and ended between.
            if (found == Found.FINISHED) {
                journal.giveUp(entry);
            } else {
                store.put(NAME, text.getBytes(StandardCharsets.UTF_8));
            }
            return found;
        } catch (StageException refused) {
            if (isNew) {
                journal.giveUp(entry);
            }
            throw refused;
        }
    }

    /**
     * Looks at the target.
     *
     * @throws StageException where it holds anything but the same rechunk
     */
    private Found found() throws IOException {
        Optional<byte[]> bytes = store.read(NAME, MOST_BYTES);
        if (bytes.isEmpty()) {
            if (isEmpty()) {
                return Found.NOTHING;
            }
            throw refused("found other objects there");
        }
        String said = new String(bytes.get(), StandardCharsets.UTF_8);
        if (!said.equals(text) && !said.equals(text + DONE)) {
            throw refused("found the work of another rechunk, or the source was changed since");
        }
        boolean shown = !ArrayStores.document(store.root(), conf).equals(store.root());
        return said.endsWith(DONE) && shown ? Found.FINISHED : Found.UNFINISHED;
    }

    /** Whose claim counts is told by the journal, which may be there already. */
    private boolean isEmpty() throws IOException {
        Path root = new Path(store.root());
        FileSystem system = root.getFileSystem(conf);
        return !system.exists(root)
                || (journal.done().isEmpty()
                        && Arrays.stream(system.listStatus(root))
                                .allMatch(child -> child.getPath().getName().equals(StoreJournal.FOLDER)));
    }

    private StageException refused(String found) {
        return StageException.configuration("Cannot rechunk to '" + store.root() + "': " + found
                + ", expected an empty folder. Delete it or name another.");
    }

    /** Returns what is told of a rechunk that was begun in a folder and is not finished; nothing where none is. */
    static Optional<String> unfinished(String folder, Configuration conf) throws IOException {
        Optional<byte[]> bytes = new HadoopStore(folder, conf).read(NAME, MOST_BYTES);
        String said =
                bytes.map(marker -> new String(marker, StandardCharsets.UTF_8)).orElse(DONE);
        return said.endsWith(DONE)
                ? Optional.empty()
                : Optional.of("Unfinished: rechunk of " + said.replaceFirst("(?s) \\d+ \\d+\n.*", "")
                        + "; readers find no store, or the whole of it. Run the same command again to finish it.");
    }

    /** Says that the store is whole. */
    void finish() throws IOException {
        journal.giveUp(entry);
        store.put(NAME, (text + DONE).getBytes(StandardCharsets.UTF_8));
    }
}
