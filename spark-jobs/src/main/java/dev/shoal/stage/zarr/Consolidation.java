package dev.shoal.stage.zarr;

import dev.shoal.netcdf.UnreadableException;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ZarrStore;
import dev.shoal.zarr.icechunk.CommitName;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** Writes the consolidated documents of a store anew, from those that lie in its folders. */
public final class Consolidation {

    private Consolidation() {}

    /**
     * Consolidates. What is consolidated already is passed over, because it may be what is wrong, and replaced by one
     * put: readers find what it said or what the folders say.
     *
     * @return the number of arrays
     * @throws StageException where there is no store, its folders hold no arrays, work on it is unfinished, or the
     *     storage fails; what was there stays
     */
    public static int of(String store, Configuration conf) {
        try {
            requireWhole(store, conf);
            ZarrStore folders = ZarrStore.openFolders(store, conf);
            int arrays = count(folders);
            if (arrays == 0 && isShown(store, conf)) {
                throw StageException.configuration("Cannot consolidate '" + store + "': found no array in its folders,"
                        + " expected those that its consolidated documents name. Copy the documents of the arrays, such"
                        + " as .zarray, into their folders first.");
            }
            folders.consolidate();
            return arrays;
        } catch (IOException error) {
            throw StageException.configuration(String.valueOf(error.getMessage()), error);
        }
    }

    private static void requireWhole(String store, Configuration conf) throws IOException {
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
    }

    private static int count(ZarrStore store) {
        return store.arrays().size() + store.unreadable().size();
    }

    /** Tells whether readers see an array; what is damaged shows nobody any. */
    private static boolean isShown(String store, Configuration conf) throws IOException {
        try {
            return count(ZarrStore.open(store, conf)) > 0;
        } catch (UnreadableException damaged) {
            return false;
        }
    }
}
