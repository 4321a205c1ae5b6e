package dev.shoal.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How an archive differs from what a dataset was made of.
 *
 * @param fresh files that the dataset has not seen
 * @param changed files whose size or time is another than when they were taken in
 * @param kept files that are in the dataset as they are
 * @param removed paths of files of which the dataset holds all or a part, and which are not in the archive any more or
 *     not as they were
 * @param partial files of which the dataset holds a part, up to where they are damaged, and that are as they were
 * @param refused files that were refused before and would be again, with the reason
 */
record Change(
        List<FileEntry> fresh,
        List<FileEntry> changed,
        List<FileEntry> kept,
        List<String> removed,
        List<FileEntry> partial,
        Map<String, String> refused) {

    static Change of(List<FileEntry> listed, Previous previous) {
        Map<String, FileEntry> gone = new HashMap<>(previous.parts());
        gone.putAll(previous.granules());
        List<FileEntry> misfits = new ArrayList<>();
        Change change = new Change(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeMap<>());
        for (FileEntry entry : listed) {
            FileEntry known = gone.remove(entry.path());
            if (previous.granules().containsKey(entry.path())) {
                (entry.equals(known) ? change.kept : change.changed).add(entry);
            } else {
                change.outside(entry, Optional.ofNullable(known), previous, misfits);
            }
        }
        change.removed.addAll(gone.keySet());
        change.judge(misfits, previous);
        return change;
    }

    /** Takes up a file of which the dataset holds a part at most. */
    private void outside(FileEntry entry, Optional<FileEntry> part, Previous previous, List<FileEntry> misfits) {
        String unreadable = previous.unreadable().get(entry);
        if (unreadable != null) {
            refused.put(entry.path(), unreadable);
        } else {
            (previous.misfits().containsKey(entry) ? misfits : fresh).add(entry);
        }
        if (unreadable != null && part.equals(Optional.of(entry))) {
            partial.add(entry);
        } else if (part.isPresent()) {
            removed.add(entry.path());
        }
    }

    /** A file that did not fit the others may fit once one of those has gone. */
    private void judge(List<FileEntry> misfits, Previous previous) {
        if (takesAway()) {
            fresh.addAll(misfits);
        } else {
            misfits.forEach(file ->
                    refused.put(file.path(), String.valueOf(previous.misfits().get(file))));
        }
    }

    /** Tells whether the dataset holds something that the archive does not hold any more. */
    boolean takesAway() {
        return !changed.isEmpty() || !removed.isEmpty();
    }

    /** Tells whether there is nothing to do. */
    boolean isNothing() {
        return fresh.isEmpty() && !takesAway();
    }

    /** Tells whether files were added and nothing else has happened. */
    boolean onlyAdds() {
        return !takesAway() && !fresh.isEmpty();
    }
}
