package dev.shoal.stage;

import dev.shoal.cf.FieldReader;
import dev.shoal.cf.view.FieldViews;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.FieldLayout;
import dev.shoal.zarr.ArrayStores;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/**
 * The one source file that a task has open, and the files that it gave up on. A task goes through its steps in the
 * order of time, so one open file serves; for one thread.
 */
final class OpenFiles implements Closeable {

    private final Configuration conf;
    private final FieldViews views;
    private final Map<String, String> damaged;
    private Optional<ArrayFile> open = Optional.empty();

    /**
     * Opens nothing yet.
     *
     * @param views what the files' fields are made before they are read
     * @param damaged files to give up on from the beginning, with the reasons
     */
    OpenFiles(Configuration conf, FieldViews views, Map<String, String> damaged) {
        this.conf = conf;
        this.views = views;
        this.damaged = new TreeMap<>(damaged);
    }

    /** Returns a reader of one field, or nothing where the file was given up on. */
    Optional<FieldReader> field(String path, String variable, FieldLayout layout) throws IOException {
        if (damaged.containsKey(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FieldReader(file(path), variable, layout));
        } catch (UnreadableException error) {
            giveUp(path, error);
            return Optional.empty();
        }
    }

    private ArrayFile file(String path) throws IOException {
        if (open.isPresent() && open.get().location().equals(path)) {
            return open.get();
        }
        close();
        ArrayFile file = views.over(ArrayStores.open(path, conf));
        open = Optional.of(file);
        return file;
    }

    /** Remembers that a file cannot be read, and why. */
    void giveUp(String path, UnreadableException error) {
        damaged.put(path, String.valueOf(error.getMessage()));
    }

    /** Returns the files given up on, with the reasons. */
    Map<String, String> damaged() {
        return damaged;
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            ArrayFile last = open.get();
            open = Optional.empty();
            last.close();
        }
    }
}
