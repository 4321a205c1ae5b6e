package dev.shoal.stage;

import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.LongAccumulator;

/** The observations of several files, one file open at a time. */
final class FileFeed implements BlockPacker.Feed {

    private final Iterator<String> paths;
    private final ObservationTable table;
    private final Configuration conf;
    private final LongAccumulator done;
    private final ObservationFile.Damage damage;
    private Optional<ObservationFile> open = Optional.empty();

    /**
     * Makes the feed.
     *
     * @param done counts the files that were opened
     * @param damage told of files that cannot be read, or not to their end
     */
    FileFeed(
            Iterator<String> paths,
            ObservationTable table,
            Configuration conf,
            LongAccumulator done,
            ObservationFile.Damage damage) {
        this.paths = paths;
        this.table = table;
        this.conf = conf;
        this.done = done;
        this.damage = damage;
    }

    @Override
    public boolean into(BlockPacker packer) {
        if (open.isEmpty() && paths.hasNext()) {
            open = opened(paths.next());
        }
        if (open.isPresent() && !open.get().into(packer)) {
            close(open.get());
            open = Optional.empty();
        }
        return open.isPresent() || paths.hasNext();
    }

    private Optional<ObservationFile> opened(String path) {
        try {
            ObservationFile file = new ObservationFile(path, table, conf, damage);
            done.add(1);
            return Optional.of(file);
        } catch (UnreadableException error) {
            damage.found(path, String.valueOf(error.getMessage()));
            return Optional.empty();
        } catch (IOException error) {
            throw StageException.store(path, error);
        }
    }

    private static void close(ObservationFile file) {
        try {
            file.close();
        } catch (IOException error) {
            throw new IllegalStateException("Cannot close a file of observations.", error);
        }
    }
}
