package dev.shoal.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an archive differs from what a dataset was made of.
 *
 * @param fresh files that the dataset has not seen
 * @param changed files whose size or time is another than when they were taken in
 * @param kept files that are in the dataset as they are
 * @param removed paths of files that are in the dataset and not in the archive any more
 * @param refused files that were refused before and have not changed since, with the reason
 */
record Change(
        List<FileEntry> fresh,
        List<FileEntry> changed,
        List<FileEntry> kept,
        List<String> removed,
        Map<String, String> refused) {

    static Change of(List<FileEntry> listed, Previous previous) {
        Map<String, FileEntry> gone = new HashMap<>(previous.granules());
        Change change =
                new Change(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        for (FileEntry entry : listed) {
            FileEntry known = gone.remove(entry.path());
            String reason = previous.rejects().get(entry);
            if (entry.equals(known)) {
                change.kept.add(entry);
            } else if (known != null) {
                change.changed.add(entry);
            } else if (reason != null) {
                change.refused.put(entry.path(), reason);
            } else {
                change.fresh.add(entry);
            }
        }
        change.removed.addAll(gone.keySet());
        return change;
    }

    /** Tells whether there is nothing to do. */
    boolean isNothing() {
        return fresh.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** Tells whether files were added and nothing else has happened. */
    boolean onlyAdds() {
        return changed.isEmpty() && removed.isEmpty() && !fresh.isEmpty();
    }
}
