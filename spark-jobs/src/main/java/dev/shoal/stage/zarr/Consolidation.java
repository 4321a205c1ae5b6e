package dev.shoal.stage.zarr;

import dev.shoal.stage.StageException;
import dev.shoal.zarr.HadoopStore;
import dev.shoal.zarr.ZarrStore;
import dev.shoal.zarr.icechunk.CommitName;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Writes the consolidated documents of a store anew, from those that lie in its folders. */
public final class Consolidation {

    private static final String OF_V2 = ".zmetadata";

    private Consolidation() {}

    /**
     * Consolidates. A document that is there is set aside, because it may be what is wrong; while that is so, readers
     * find the arrays folder by folder.
     *
     * @return the number of arrays
     * @throws StageException where there is no store, work on it is unfinished, or the storage fails; what was there
     *     stays
     */
    public static int of(String store, Configuration conf) {
        try {
            if (CommitName.isNamed(store) || IcechunkRepository.isThere(store, conf)) {
                throw StageException.configuration("Cannot consolidate '" + store + "': found an Icechunk repository,"
                        + " which has no consolidated documents: every commit holds them all. Nothing is to be done.");
            }
            StoreJournal journal = new StoreJournal(store, conf);
            if (!journal.unfinished().isEmpty()) {
                throw StageException.configuration("Cannot consolidate '" + store + "': found an unfinished "
                        + journal.unfinished().get(0).job()
                        + " there, expected a store that is whole. Run that command again first.");
            }
            HadoopStore objects = new HadoopStore(store, conf);
            Optional<byte[]> before = objects.read(OF_V2);
            boolean done = false;
            objects.delete(OF_V2);
            try {
                ZarrStore open = ZarrStore.open(store, conf);
                open.consolidate();
                done = true;
                return open.arrays().size() + open.unreadable().size();
            } finally {
                if (!done && before.isPresent()) {
                    objects.put(OF_V2, before.get());
                }
            }
        } catch (IOException error) {
            throw StageException.configuration(String.valueOf(error.getMessage()), error);
        }
    }
}
